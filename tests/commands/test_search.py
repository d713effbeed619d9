from typer.testing import CliRunner

import cli


def printed(*words: str) -> list[str]:
    """Run the search and give its lines."""
    result = CliRunner().invoke(cli.app, ["search", *words])
    assert result.exit_code == 0, result.stderr
    return result.stdout.splitlines()


def test_a_hit_is_kind_title_id_and_link() -> None:
    assert printed("UZB", "--limit", "1") == ["国・地域\tウズベキスタン\tUZB\t?country=UZB&select=UZB"]


def test_the_view_of_a_phrase_stands_after_the_hits() -> None:
    last = printed("大洋州 海底ケーブル")[-1]
    assert last.endswith("\t?layers=cables&region=oceania")
    assert "大洋州" in last


def test_several_words_are_one_phrase_and_english_is_spoken_when_asked() -> None:
    lines = printed("Uzbek", "MoC", "2019", "xyzzy", "--lang", "en")
    assert lines[-2].endswith("?layers=mocs&country=UZB&mocs.kind=moc&year=2019&lang=en")
    assert lines[-1] == "Not understood: xyzzy"


def test_nothing_found_is_said() -> None:
    assert printed("ほげほげ") == ["分からなかった言葉: ほげほげ", "見つかりませんでした。"]
