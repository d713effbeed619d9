from scripts import build_coverage


def test_the_page_is_in_step_with_the_table() -> None:
    assert build_coverage.PAGE.read_text("utf-8") == build_coverage.build(), "run python -m scripts.build_coverage"


def test_every_thing_has_one_line_that_says_where() -> None:
    lines = [line for line in build_coverage.build().splitlines() if line.startswith("| S")]
    assert len(lines) == 199
    assert all(line.count("`") == 2 for line in lines)
