import pytest

from i18n.text import Lang
from layers.redundancy import category
from layers.registry import find_layers
from layers.rows import read_rows
from layers.wording import facts, records


@pytest.mark.parametrize(
    ("ways", "systems", "code"),
    [(0, "", "none"), (1, "a", "one"), (1, "a|b", "one_shared"), (2, "a|b", "two"), (3, "a|b|c", "three_plus"),
     (22, "a|b", "three_plus")],
)
def test_a_country_is_coloured_by_its_ways_out(ways: int, systems: str, code: str) -> None:
    assert category(ways, systems) == code


def test_tonga_has_two_cables_and_one_way_out() -> None:
    rows = read_rows(find_layers()["redundancy"])
    (tonga,) = records(rows[rows["iso_a3"] == "TON"])
    told = dict(facts(find_layers()["redundancy"], tonga, Lang.EN))
    assert told["Ways out now"] == "1"
    assert told["Systems in service"] == "Tonga Cable, Tonga Domestic Cable Extension (TDCE)"
    assert told["Independent ways out"].startswith("One (several cables")


def test_the_layer_is_off_until_it_is_asked_for() -> None:
    assert not find_layers()["redundancy"].on_by_default
