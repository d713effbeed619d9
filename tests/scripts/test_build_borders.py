from geo.tables import read_table
from scripts import build_borders


def test_the_page_of_borders_is_what_the_policy_table_says() -> None:
    page = build_borders.PAGE.read_text("utf-8")
    assert build_borders.build(page) == page, "run `python -m scripts.build_borders`"


def test_every_decision_stands_there_in_both_languages_and_says_what_waits_for_the_ministry() -> None:
    page = build_borders.PAGE.read_text("utf-8")
    for row in read_table("territory_policy.csv").to_dict("records"):
        waits = row["needs_confirmation"] == "1"
        assert f"#### {row['item_ja']}{'〔要確認〕' if waits else ''}\n" in page
        assert f"#### {row['item_en']}{' (to be confirmed)' if waits else ''}\n" in page
