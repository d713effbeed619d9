"""Which encoding a text file has: UTF-8, UTF-16, JIS, Shift_JIS (cp932), and Western European where no other fits."""

from __future__ import annotations

import codecs
import re

from i18n import own as words
from i18n.errors import AtlasError

BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
SEEN = 4_000  # bytes in which UTF-16 without a mark is looked for
APART = re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])")
TOGETHER = re.compile(rb"[\x80-\xff]{2}")
KANA = re.compile("[ぁ-んァ-ヶｦ-ﾟ]")
UNASSIGNED = re.compile("[\ue000-\uf8ff]")  # where cp932 puts pairs that stand for nothing
ESCAPED = re.compile(rb"\x1b\$[@B]")  # begins Japanese in ISO-2022-JP, whose bytes all look like ASCII
THREE_BYTES = re.compile(rb"[\xe2-\xef][\x80-\xbf]{2}")  # of UTF-8: kana and kanji, and hardly ever cp932
NO_LETTER = re.compile("[\udc80-\udcff]+")
MOST_LOST = 0.1  # share of the bytes beyond ASCII that may be letters cut in the middle
HIGH = bytes(range(0x80, 0x100))
NAMES = {"utf-8-sig": "UTF-8", "utf-8": "UTF-8", "utf-16": "UTF-16", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16",
         "iso2022_jp": "ISO-2022-JP", "cp932": "Shift_JIS (cp932)", "cp1252": "Windows-1252"}


def decode(content: bytes, name: str) -> tuple[str, str]:
    """Give a file's text and its encoding, a letter of UTF-8 cut short as �; raises AtlasError where it is no text."""
    encoding = encoding_of(content)
    text = _read(content, encoding) if encoding else None
    if text is None and encoding.startswith("utf-8"):
        text = _patched(content, name, encoding)
    if text is None or "\0" in text:
        raise AtlasError(words.NO_ENCODING.format(name=name))
    return text, encoding


def encoding_of(content: bytes) -> str:
    """Name the encoding of a text, "" when none fits."""
    marked = next((encoding for mark, encoding in BOMS if content.startswith(mark)), "")
    if marked:
        return marked
    guessed = _wide(content[:SEEN])
    if guessed:
        return guessed
    if _read(content, "utf-8") is not None:
        is_jis = ESCAPED.search(content) and _read(content, "iso2022_jp") is not None
        return "iso2022_jp" if is_jis else "utf-8"
    if 3 * len(THREE_BYTES.findall(content)) > _beyond_ascii(content) / 2:
        return "utf-8"  # most of it
    return "cp1252" if _is_western(content) else "cp932" if _read(content, "cp932") is not None else ""


def _wide(start: bytes) -> str:
    """Recognise UTF-16 without a mark by the zero bytes of its commas and digits."""
    pairs = len(start) // 2
    low, high = start[0::2].count(0), start[1::2].count(0)
    if pairs and max(low, high) > pairs * 0.2 and min(low, high) == 0:
        return "utf-16-le" if high else "utf-16-be"
    return ""


def _is_western(content: bytes) -> bool:
    """Tell whether letters with marks stand one by one among plain ones, as in Côte d'Ivoire."""
    japanese = _read(content, "cp932")
    if _read(content, "cp1252") is None:
        return False
    if japanese is None or UNASSIGNED.search(japanese):
        return len(APART.findall(content)) > len(TOGETHER.findall(content))
    return bool(APART.search(content)) and not TOGETHER.search(content) and not KANA.search(japanese)


def _patched(content: bytes, name: str, encoding: str) -> str:
    """Read UTF-8 in which letters are cut; raises AtlasError naming the line where another encoding begins."""
    text = content.decode(encoding, "surrogateescape")
    lost = [len(found) for found in NO_LETTER.findall(text)]
    if max(lost) > 3 or sum(lost) > max(3, MOST_LOST * _beyond_ascii(content)):
        line = text.count("\n", 0, next(NO_LETTER.finditer(text)).start()) + 1
        raise AtlasError(words.MIXED_ENCODINGS.format(name=name, line=line))
    return NO_LETTER.sub("\ufffd", text)


def _beyond_ascii(content: bytes) -> int:
    return len(content) - len(content.translate(None, HIGH))


def _read(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None
