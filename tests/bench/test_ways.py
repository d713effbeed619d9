from bench.ways import Way, table

OURS = Way("picture", "ours", "right (25 places)", "right (25 places)", 1.5, 0.3, 200_000)
SLOW = Way("picture", "cartopy 0.26.0", "right (25 places)", "right (25 places)", 3.0, 0.6, 300_000)
TORN = Way("picture", "folium", "fails: blank or flooded", "fails: the Pacific is torn at 180°", 0.75, 0.15, 100_000)
NONE = Way("picture", "plotly", "fails: no answer", "fails: no answer", 0, 0, 0)


def test_verdicts_come_first_and_ratios_are_beside_ours() -> None:
    lines = table([OURS, SLOW]).splitlines()
    assert lines[2].endswith("| right (25 places) | right (25 places) | 1.50 | 1.0 | 0.30 | 1.0 | 200 | 1.0 |")
    assert lines[3].endswith("| right (25 places) | right (25 places) | 3.00 | 2.0 | 0.60 | 2.0 | 300 | 1.5 |")


def test_what_a_wrong_map_took_stands_in_brackets_and_what_never_came_is_left_blank() -> None:
    lines = table([OURS, TORN, NONE]).splitlines()
    assert lines[3].endswith("| (0.75) | (0.5) | (0.15) | (0.5) | (100) | (0.5) |")
    assert lines[4] == "| picture | plotly | fails: no answer | fails: no answer |  |  |  |  |  |  |"


def test_each_kind_has_an_ours_of_its_own_and_what_was_promised() -> None:
    page = Way("page", "ours", "right (25 places)", "right (25 places)", 2.0, 0.2, 7_000)
    naive = Way("page", "folium, st_folium", "right (25 places)", "right (25 places)", 4.0, 4.0, 1_750_000)
    lines = table([OURS, page, naive]).splitlines()
    assert lines[4].endswith("| 4.00 | 2.0 | 4.00 | 20.0 | 1,750 | 250.0 |")
    assert lines[5:] == ["| picture | promised | right | | ≤ 1.5 | | ≤ 0.35 | | | |",
                         "| served page | promised | right | |  | | ≤ 0.35 | | | |"]


def test_all_rows_have_the_columns_of_the_head() -> None:
    assert {line.count("|") for line in table([OURS, SLOW, TORN, NONE]).splitlines()} == {11}
