"""Phrases of the sign-in: what a person reads before it, and what whoever sets it up has to put right."""

from __future__ import annotations

from i18n.text import Text

SIGN_IN = Text("サインイン", "Sign in")
SIGN_OUT = Text("サインアウト", "Sign out")
WHY = Text(
    "このアトラスは、サインインした人だけが見られます。サインインすると、開こうとした表示に進みます。",
    "Only people who are signed in can see this atlas. Once you are, the view that you asked for opens.",
)
ASK = Text("見るには、サインインしてください。", "Please sign in to see the atlas.")
FAILED = Text(
    "サインインできませんでした。もう一度お試しください。続くときは、このアトラスの管理者にお知らせください。",
    "You could not be signed in. Please try again; if it happens again, tell whoever runs this atlas.",
)
UNREACHABLE = Text(
    "サインインのサービスが応答していません。しばらくしてもう一度お試しください。続くときは、このアトラスの管理者にお知らせください。",
    "The sign-in service does not answer. Please try again in a while; if it goes on, tell whoever runs this atlas.",
)

UNREADABLE = Text(
    "{file} が読めません({why})。TOML の書き方を確かめてください。",
    "{file} cannot be read ({why}); check how its TOML is written.",
)
NO_FILE = Text(
    "サインインの設定に指定された {file} がありません。",
    "{file}, named as the settings of the sign-in, is not there.",
)
NO_SECTION = Text(
    "サインインの設定に指定された {file} に [auth] がありません。",
    "{file}, named as the settings of the sign-in, has no [auth].",
)
MISSING = Text(
    "secrets.toml の [auth] に {key} がありません。docs/deployment.md の「サインイン」の例のように書いてください。",
    "{key} is missing from [auth] in secrets.toml; write it as the example under “Sign-in” in docs/deployment.en.md.",
)
TOO_SHORT = Text(
    "secrets.toml の [auth] の cookie_secret が短すぎます。でたらめな {least} 文字以上にしてください。",
    "cookie_secret in [auth] in secrets.toml is too short; make it {least} random letters or more.",
)
NO_ADDRESS = Text(
    "secrets.toml の [auth] の {key} の「{value}」は使えません。"
    "https:// で始め、{ends} で終わるアドレスにしてください(http:// は localhost だけ)。",
    "{key} in [auth] in secrets.toml: “{value}” cannot be used; write an address that begins with https:// "
    "and ends with {ends} (http:// for localhost alone).",
)
SEVERAL = Text(
    "secrets.toml の [auth.{key}] は使えません。サインインのサービスは1つにし、項目は [auth] に直接書いてください。",
    "[auth.{key}] in secrets.toml cannot be used; there is one sign-in service, and its keys stand in [auth] itself.",
)
NO_HOURS = Text(
    "{name} の「{value}」は時間数ではありません。1 から {most} までの整数にしてください。",
    "{name}: “{value}” is no number of hours; write a whole number from 1 to {most}.",
)
