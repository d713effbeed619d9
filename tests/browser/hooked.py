"""A browser profile that notices whatever runs: a counter that every frame can call, dialogs, elements made of data."""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, Dialog, Page

HOOK = """
  window.__ran = [];
  window.pwned = (...told) => { window.__ran.push(told.join()); };
  for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = (...told) => { window.__ran.push(name); };
"""
MADE = """() => [...document.querySelectorAll(`script[src*="outside"], img[src="x"], [onerror], [onload], [onfocus],
  [onmouseover], [onclick], [ontoggle], [onbegin], [onstart], [onanimationstart], [srcdoc], [href^="javascript" i],
  [src^="javascript" i], [action], [formaction], a[href*="outside"], link[href*="outside"], base, object, embed,
  marquee, math, frameset, plaintext, dialog[open]:not([class])`)].map((each) => each.outerHTML.slice(0, 200))"""
"""What only data can have made; the page has none of it by itself."""


@dataclass
class Hooks:
    """What ran on the pages of a profile."""

    dialogs: list[str] = field(default_factory=list)

    def hold(self, context: BrowserContext) -> None:
        """Put the hooks into every frame of every page from now on."""
        context.add_init_script(HOOK)
        context.on("dialog", self._dismiss)

    def _dismiss(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def ran(self, page: Page) -> list[str]:
        """Tell what ran, and which elements came of data, in all frames of a page; nothing is what it should be."""
        frames = [frame for frame in page.frames if frame.url and not frame.is_detached()]
        calls = [call for frame in frames for call in frame.evaluate("window.__ran || ['no hook']")]
        return [*self.dialogs, *calls, *(made for frame in frames for made in frame.evaluate(MADE))]
