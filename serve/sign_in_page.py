"""The sign-in page: what somebody sees who is not signed in. It asks for nothing, runs nothing and knows nothing."""

from __future__ import annotations

from html import escape
from typing import Final

from i18n import words
from i18n.signing import SIGN_IN, WHY
from i18n.text import Lang, Text
from serve import view

PAGE: Final = "sign-in"
NAMES: Final = {Lang.JA: "日本語", Lang.EN: "English"}
STYLE: Final = """
:root { --ink: #333333; --action: #0017c1; --link: #00118f; }
body { margin: 0; min-height: 100vh; display: grid; place-content: center; padding: 24px; box-sizing: border-box;
  font: 16px/1.7 "Noto Sans JP", "Hiragino Sans", "BIZ UDPGothic", "Yu Gothic", Meiryo, "Noto Sans CJK JP", IPAexGothic,
  sans-serif; color: var(--ink); background: #ffffff; }
nav { position: absolute; top: 16px; right: 24px; }
main { max-width: 36em; border-left: 4px solid var(--action); padding-left: 24px; }
h1 { font-size: 28px; line-height: 1.5; margin: 0; }
p { margin: 0 0 24px; text-wrap: pretty; word-break: auto-phrase; }
.quiet { color: #5f5f5f; }
.wrong { border: 1px solid #ec0000; border-left-width: 4px; padding: 12px 16px; }
a { color: var(--link); display: inline-block; padding: 9px 0; }
a.go { color: #ffffff; background: var(--action); padding: 10px 32px; border-radius: 8px; text-decoration: none;
  font-weight: 700; }
a.go:hover { background: var(--link); }
a:focus-visible { outline: 4px solid #000000; outline-offset: 2px; box-shadow: 0 0 0 2px #ffd43d; border-radius: 4px; }
@media (max-width: 480px) { main { padding-left: 16px; } nav { right: 16px; } }
"""
SHELL: Final = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<nav>{other}</nav>
<main>
<h1>{app}</h1>
<p class="quiet">{subtitle}</p>
{note}<p>{why}</p>
<a class="go" href="{start}">{sign_in}</a>
</main>
</body>
</html>
"""


def sign_in_page(root: str, query: str, note: Text | None) -> str:
    """Write the page in the language of a view, which it hands on; `note` says what went wrong before."""
    lang = view.language(query)
    said = {"app": words.APP, "subtitle": words.SUBTITLE, "why": WHY, "sign_in": SIGN_IN}
    return SHELL.format(
        lang=lang.value, style=STYLE, other=_in_the_other(lang, root, query),
        title=escape(f"{SIGN_IN[lang]} - {words.APP[lang]}"), start=escape(view.at(f"{root}{PAGE}/start", query)),
        note=f'<p class="wrong" role="alert">{escape(note[lang])}</p>\n' if note else "",
        **{name: escape(text[lang]) for name, text in said.items()},
    )


def _in_the_other(lang: Lang, root: str, query: str) -> str:
    other = Lang.JA if lang is Lang.EN else Lang.EN
    href = escape(view.at(f"{root}{PAGE}", view.in_language(query, other)))
    return f'<a href="{href}" lang="{other.value}" hreflang="{other.value}">{NAMES[other]}</a>'
