"""The view with which the one file opens, and the frames that its filters ask for."""

from __future__ import annotations

from geo.countries import frame_around, read_countries, read_regions, region_frame
from geo.frames import holding
from i18n.text import same
from layers.registry import find_layers
from render.caption import what_if
from render.interactive import centred, framed, state_of
from render.web_rows import both
from scene.choice import STAMPS, Choice
from scene.scene import Scene
from scene.survey import countries_on_offer

MULTILATERAL = "multilateral"


def view_of(scene: Scene) -> dict[str, object]:
    """Write the choice of a scene as the one file's script holds it, sets in order so that bytes stay the same."""
    choice = scene.choice
    state = state_of(scene)
    return {
        "layers": sorted(choice.layers),
        "codes": _codes(choice),
        "years": list(choice.year) if choice.year else None,
        "plan": choice.plan,
        "all": choice.show_all,
        "select": list(scene.selected),
        "bbox": centred(choice.bbox) if choice.bbox else None,
        "colours": {layer.id: choice.coloured_by(layer) for layer in find_layers().values()},
        "lang": choice.lang.value,
        "title": choice.title,
        "stamp": [both(STAMPS.get(piece, same(piece))) for piece in choice.stamp],
        "cut": state["cut"],
        "what_if": list(map(both, what_if(scene))),
    }


def frames_of(scene: Scene) -> dict[str, object]:
    """Give the frame of every region and country on offer, and that of those whom a cut cuts off."""
    regions = [region for region in read_regions() if region != MULTILATERAL]
    return {
        "region": {region: framed(holding([region_frame(region)])) for region in regions},
        "country": {code: framed(frame_around([code])) for code in sorted(countries_on_offer())},
        "cut": framed(frame_around(scene.cut.countries)) if scene.cut and scene.cut.countries else None,
    }


def places() -> dict[str, dict[str, object]]:
    """Name the countries and areas with the region of each."""
    return {code: {"name": both(country.name), "region": country.region_id}
            for code, country in read_countries().items()}


def _codes(choice: Choice) -> dict[str, list[str]]:
    shared = {part: sorted(choice.codes(part)) for part in ("region", "country", "field", "confidence")}
    own = {key: sorted(codes) for key, codes in sorted(choice.own)}
    lens = {"lens": [choice.lens]} if choice.lens else {}
    return {part: codes for part, codes in (shared | own | lens).items() if codes}
