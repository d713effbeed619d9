from scene.grammar import read_choice
from scene.scene import build_scene
from ui.report import letter

ADDRESS = "http://atlas.example/?select=humboldt"


def letter_about(selected: str, query: str = "") -> list[str]:
    return letter(selected, build_scene(read_choice(f"select={selected}&{query}").choice), ADDRESS).split("\n")


def test_the_letter_names_the_fact_its_layer_its_date_and_the_view() -> None:
    lines = letter_about("humboldt", "lang=en")
    assert lines[1].startswith("Id: humboldt / layer: Submarine cables / name: Humboldt Cable / status as of: 20")
    assert lines[2].startswith("Data as of: 20")
    assert lines[3] == f"Link of the view: {ADDRESS}"


def test_a_country_has_one_line_for_each_of_its_facts() -> None:
    facts = [line for line in letter_about("BRA", "layers=isdbt,cables") if line.startswith("番号: ")]
    assert len(facts) == 4
    assert "番号: BRA / 種類: 地デジ日本方式(ISDB-T)採用国" in facts[0]
