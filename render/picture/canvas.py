"""The canvas of a picture: a figure measured in points, with the look and the language it is drawn in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.patheffects import withStroke
from matplotlib.text import Text as Words
from matplotlib.transforms import Affine2D, Transform

from i18n.text import Lang
from render.palette import PALETTES, Palette
from render.picture.fonts import font
from render.spelled import drawable
from scene.paper import Paper

HALO_WIDTH = 2.2
LINE_HEIGHT = 1.3


@dataclass(frozen=True)
class Box:
    """A rectangle on the canvas, in points from its lower left corner."""

    left: float
    bottom: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def top(self) -> float:
        return self.bottom + self.height


@dataclass(frozen=True)
class Canvas:
    """A figure whose points are those of a slide: sizes are written once and grow with the paper."""

    paper: Paper
    look: str
    lang: Lang
    ground: str = "filled"

    @cached_property
    def figure(self) -> Figure:
        figure = Figure(figsize=self.paper.inches, dpi=self.paper.dpi,
                        facecolor=self.palette.paper if self.is_filled else "none")
        FigureCanvasAgg(figure)
        return figure

    @cached_property
    def known(self) -> dict[Artist, tuple[str, ...]]:
        """Give, for artists of many paths, what each path stands for: a country's code or a row's id."""
        return {}

    @cached_property
    def meant(self) -> dict[Artist, str]:
        """Give what is meant by words in which a sign stands for a character that the fonts lack."""
        return {}

    @cached_property
    def circles(self) -> dict[str, str]:
        """Give, by the keys under which they are known, what is read out for the circles of crowds."""
        return {}

    @property
    def is_filled(self) -> bool:
        """Tell whether paper and sea have a colour; a transparent picture takes the ground it is laid on."""
        return self.ground == "filled"

    @property
    def palette(self) -> Palette:
        return PALETTES[self.look]

    @property
    def scale(self) -> float:
        return self.paper.type_scale

    @property
    def width(self) -> float:
        return self.paper.inches[0] * 72 / self.scale

    @property
    def height(self) -> float:
        return self.paper.inches[1] * 72 / self.scale

    @property
    def points(self) -> Transform:
        """Give the transform from the canvas's points to the figure."""
        return Affine2D().scale(self.scale / 72) + self.figure.dpi_scale_trans

    @contextmanager
    def tagged(self, tag: str) -> Iterator[None]:
        """Tag what is put on the canvas meanwhile, so that the finished picture can be read back; inner tags win."""
        before = len(self.figure.artists)
        yield
        for artist in self.figure.artists[before:]:
            artist.set_label(artist.get_label() or tag)

    def add(self, artist: Artist) -> None:
        """Put an artist, drawn in points, on the canvas."""
        if not artist.is_transform_set():
            artist.set_transform(self.points)
        self.figure.add_artist(artist)

    def write(
        self, text: str, x: float, y: float, *, size: float, colour: str = "", align: str = "left",
        halo: str = "",
    ) -> None:
        """Write one line of text with its baseline at y, with a halo of a colour where one is given."""
        drawn = drawable(text)
        words = Words(
            x, y, drawn, fontproperties=font(), fontsize=size * self.scale, color=colour or self.palette.ink,
            ha=align, va="baseline", parse_math=False, transform=self.points, zorder=10,
        )
        if halo:
            stroke = withStroke(linewidth=HALO_WIDTH * self.scale, foreground=halo)
            words.set_path_effects([stroke])
        if drawn != text:
            self.meant[words] = text
        self.figure.add_artist(words)

    def write_lines(
        self, lines: Sequence[str], x: float, top: float, *, size: float, colour: str = "", align: str = "left"
    ) -> float:
        """Write lines downwards from top, blank ones left free; give the height that they take."""
        for number, line in enumerate(lines):
            if line:
                self.write(line, x, top - size - number * size * LINE_HEIGHT, size=size, colour=colour, align=align)
        return len(lines) * size * LINE_HEIGHT

    def rule(self, xs: Sequence[float], ys: Sequence[float], **style: object) -> None:
        """Draw a line through points of the canvas; widths in points."""
        width = float(style.pop("width", 0.6))  # type: ignore[arg-type]
        self.add(Line2D(xs, ys, linewidth=width * self.scale, **style))  # type: ignore[arg-type]

    def swatch(self, box: Box, **style: object) -> None:
        """Fill a rectangle."""
        self.add(Rectangle((box.left, box.bottom), box.width, box.height, **style))  # type: ignore[arg-type]
