"""Damages to the words and symbols of a drawing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from matplotlib.artist import Artist
from matplotlib.patches import Rectangle
from matplotlib.text import Text as Words

from geo.countries import read_countries
from render.picture import tags
from render.picture.draw import Drawing

Damage = Callable[[Drawing], None]
STATUS = "legend:isdbt.status="


def of(drawing: Drawing, tag: str, kind: type[Artist] = Words) -> list[Any]:
    """List the artists on the paper whose tag begins so."""
    return [artist for artist in drawing.figure.artists
            if isinstance(artist, kind) and str(artist.get_label()).startswith(tag)]


def words(tag: str) -> Callable[[Callable[[Words], object]], Damage]:
    """Make a damage that does something to each of the words of a tag."""

    def make(do: Callable[[Words], object]) -> Damage:
        def damage(drawing: Drawing) -> None:
            for each in of(drawing, tag):
                do(each)

        return damage

    return make


def gone(tag: str) -> Damage:
    """Take everything with a tag off the paper."""

    def damage(drawing: Drawing) -> None:
        for artist in of(drawing, tag, Artist):
            artist.remove()

    return damage


def moved(tag: str, x: float, y: float) -> Damage:
    """Move words by some points of the canvas."""
    return words(tag)(lambda each: each.set_position((each.get_position()[0] + x, each.get_position()[1] + y)))


def tofu(drawing: Drawing) -> None:
    for each in of(drawing, tags.TITLE):
        each.set_fontfamily(["DejaVu Sans"])


def english_names(drawing: Drawing) -> None:
    english = {country.name.ja: country.name.en for country in read_countries().values()}
    words(tags.NAME)(lambda each: each.set_text(english.get(each.get_text(), each.get_text())))(drawing)


def one_over_another(drawing: Drawing) -> None:
    one, other = of(drawing, tags.NAME)[:2]
    other.set_position(one.get_position())


def reworded(tag: str, text: str) -> Damage:
    return words(tag)(lambda each: each.set_text(text))


def counted(text: str) -> Damage:
    return lambda drawing: of(drawing, f"{STATUS}planned")[0].set_text(text)


def swapped_symbols(drawing: Drawing) -> None:
    one, other = (of(drawing, f"{STATUS}{code}", Rectangle)[0] for code in ("completed", "planned"))
    colour = one.get_facecolor()
    one.set_facecolor(other.get_facecolor())
    other.set_facecolor(colour)


def unexplained(drawing: Drawing) -> None:
    for artist in of(drawing, tags.LEGEND):
        if artist.get_label() == tags.LEGEND:
            artist.remove()


def extra_entry(drawing: Drawing) -> None:
    with drawing.canvas.tagged("legend:isdbt.status=none"):
        drawing.canvas.write("採用なし", 30, 60, size=9)


def legend_on_map(drawing: Drawing) -> None:
    """Lay the legend over the middle of the map."""
    box = drawing.map
    for number, each in enumerate(of(drawing, "legend:isdbt")):
        each.set_position((box.left + box.width / 2, box.bottom + 30 + 12 * number))


def foreign_source(drawing: Drawing) -> None:
    of(drawing, tags.FOOT)[-1].set_text(of(drawing, tags.FOOT)[-1].get_text() + " / TeleGeography")
