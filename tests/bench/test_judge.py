from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from bench.judge import ADOPTERS, LAND, SEA, verdict

SEA_COLOUR, LAND_COLOUR, ADOPTER_COLOUR = (238, 244, 249), (228, 228, 222), (17, 100, 60)
PLACES = [*SEA, *LAND, *ADOPTERS]
PIXELS = [(10.0 + (lon + 210) % 360, 100.0 - lat) for lon, lat in PLACES]


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """Paint each judged place in the colour that belongs there, on a map with the Pacific in the middle."""
    image = Image.new("RGB", (400, 200), SEA_COLOUR)
    for number, (x, y) in enumerate(PIXELS):
        if number >= len(SEA):
            colour = LAND_COLOUR if number < len(SEA) + len(LAND) else ADOPTER_COLOUR
            image.paste(colour, (round(x) - 3, round(y) - 3, round(x) + 4, round(y) + 4))
    path = tmp_path / "world.png"
    image.save(path)
    return path


def test_a_map_with_everything_in_its_place_is_right(world: Path) -> None:
    assert verdict(world, PIXELS) == f"right ({len(PLACES)} places)"


def test_a_blank_map_fails(world: Path) -> None:
    Image.new("RGB", (400, 200), SEA_COLOUR).save(world)
    assert verdict(world, PIXELS) == "fails: blank or flooded"


def test_a_map_torn_at_180_degrees_fails(world: Path) -> None:
    torn = [(190.0 + lon, y) for (lon, _lat), (_x, y) in zip(PLACES, PIXELS, strict=True)]
    assert verdict(world, torn) == "fails: the Pacific is torn at 180°"


def test_a_smear_over_the_sea_fails(world: Path) -> None:
    image = Image.open(world)
    x, y = map(round, PIXELS[0])
    image.paste(LAND_COLOUR, (x - 5, y - 5, x + 6, y + 6))
    image.save(world)
    assert verdict(world, PIXELS) == f"fails: 1 of {len(PLACES)} places wrong"
