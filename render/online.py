"""Base maps of other hosts: offered only where the deployment allows it, and off until a person asks for one."""

from __future__ import annotations

import os
from collections.abc import Mapping

from geo.tables import read_things
from i18n.text import Lang, Text

SWITCH = "ATLAS_ONLINE"
"""The environment variable that allows them: 1, set by whoever runs the server."""
WORDS = {
    "title": Text("背景地図(外部)", "Base map (outside)"),
    "none": Text("なし", "None"),
    "notice": Text(
        "選ぶと、このブラウザーが外部のサーバー({host})に接続し、見ている範囲が伝わります。"
        "国境や地名は日本政府の立場と異なることがあります。",
        "Choosing it makes this browser call an outside host ({host}), which learns what area you look at. "
        "Its borders and names may differ from the position of the Government of Japan.",
    ),
}


def is_allowed() -> bool:
    """Tell whether whoever runs the server lets browsers call other hosts."""
    return os.environ.get(SWITCH) == "1"


def base_maps() -> list[dict[str, object]]:
    """List the base maps on offer, none unless they are allowed."""
    return read_things("base_maps.csv", _base_map) if is_allowed() else []


def hosts() -> tuple[str, ...]:
    """Name where the base maps on offer come from, as a policy does."""
    return tuple(sorted({"/".join(str(each["url"]).split("/")[:3]) for each in base_maps()}))


def _base_map(row: Mapping[str, str]) -> dict[str, object]:
    return {
        "url": row["url"],
        "zoom": [int(row["min_zoom"]), int(row["max_zoom"])],
        **{lang.value: {
            "name": row[f"name_{lang}"],
            "attribution": row[f"attribution_{lang}"],
            "notice": WORDS["notice"].format(host=row["host"])[lang],
        } for lang in Lang},
    }


def words_of_the_control() -> dict[str, dict[str, str]]:
    """Write what the control itself says, by language."""
    return {lang.value: {key: WORDS[key][lang] for key in ("title", "none")} for lang in Lang}
