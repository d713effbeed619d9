import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from i18n.text import Lang
from scene.choice import TITLE_LENGTH, Choice
from scene.dropped import OWN_GONE
from scene.grammar import read_choice, write_choice
from scene.readers import READERS
from tests.scene.choices import OWN, choices

KEYS = [*READERS, *OWN, "colour", "cables.nothing", "nothing.status"]
QUERIES = st.lists(st.tuples(st.sampled_from(KEYS), st.text(max_size=30))).map(
    lambda parts: "&".join(f"{key}={value}" for key, value in parts)
)


def notices(query: str, lang: Lang = Lang.EN) -> list[str]:
    """Say what a query makes the reader drop."""
    return [notice[lang] for notice in read_choice(query).notices]


@given(choices())
def test_a_choice_written_and_read_is_the_same_choice(choice: Choice) -> None:
    reading = read_choice(write_choice(choice))
    assert reading.choice == choice
    assert reading.notices == ()


@given(st.text() | QUERIES)
@example("bbox=1e400,-1e400,nan,inf&centre=-1e308&year=99999-0")
@example("layers=&region=,,,&=&&&?&%&%ff=%zz&title=%00%0a%e2%80%ae")
@example("http://[not an address?lang=en")
@example("https://example.jp/?lang=en#part")
def test_whatever_is_typed_is_read_as_a_choice_whose_text_is_stable(text: str) -> None:
    choice = read_choice(text).choice
    assert read_choice(write_choice(choice)).choice == choice
    assert read_choice(write_choice(choice)).notices == ()


@given(choices())
def test_the_text_of_a_choice_fits_an_address_bar(choice: Choice) -> None:
    assert write_choice(choice).isascii()
    assert not set(write_choice(choice)) & set(" #<>\"'")


def test_nothing_asked_for_is_the_opening_view_and_has_no_text() -> None:
    assert read_choice("").choice == Choice()
    assert write_choice(Choice()) == ""


@pytest.mark.parametrize(
    "address",
    ["layers=cables&lang=en", "?layers=cables&lang=en", " ?lang=EN&layers=CABLES ",
     "http://localhost:8501/?layers=cables&lang=en", "https://atlas.example.jp/a/b?layers=cables&lang=en#map"],
)  # fmt: skip
def test_the_page_s_address_and_its_query_are_the_same_sentence(address: str) -> None:
    choice = read_choice(address).choice
    assert choice == Choice(layers=frozenset({"cables"}), lang=Lang.EN)


def test_repeated_parts_are_joined() -> None:
    assert read_choice("country=UZB&country=chl,UZB").choice.country == {"UZB", "CHL"}


def test_ids_may_be_in_any_case() -> None:
    choice = read_choice("LAYERS=Cables&Country=uzb&cables.STATUS=Planned").choice
    assert choice.country == {"UZB"}
    assert choice.codes("cables.status") == {"planned"}


@pytest.mark.parametrize(
    ("query", "dropped"),
    [
        ("color=red", "color"),
        ("colour=red", "red"),
        ("cables.colour=red", "cables.colour"),
        ("roads.status=planned", "roads.status"),
        ("layers=isdbt,roads", "roads"),
        ("region=atlantis", "atlantis"),
        ("country=UZB,XXX", "XXX"),
        ("cables.status=sunk", "sunk"),
        ("year=2019-", "2019-"),
        ("year=0019", "0019"),
        ("confidence=certain", "certain"),
        ("show=some", "some"),
        ("lens=magic", "magic"),
        ("select=a b", "a b"),
        ("table=roads", "roads"),
        ("sort=-colour", "-colour"),
        ("page=0", "0"),
        ("page=two", "two"),
        ("bbox=1,2,3", "1,2,3"),
        ("bbox=0,10,20,10", "0,10,20,10"),
        ("projection=flat", "flat"),
        ("centre=north", "north"),
        ("look=neon", "neon"),
        ("lang=fr", "fr"),
    ],
)
def test_what_is_not_known_is_dropped_and_named(query: str, dropped: str) -> None:
    (ja,), (en,) = notices(query, Lang.JA), notices(query)
    assert dropped in ja
    assert f"“{dropped}”" in en
    assert dropped not in write_choice(read_choice(query).choice)


def test_the_good_parts_beside_a_bad_one_are_kept() -> None:
    assert write_choice(read_choice("layers=isdbt,roads&colour=red&lang=en").choice) == "layers=isdbt&lang=en"


def test_layers_of_which_none_is_known_leave_the_opening_layers() -> None:
    assert read_choice("layers=roads").choice.layers == Choice().layers


def test_a_title_is_cut_where_it_is_too_long() -> None:
    reading = read_choice(f"title={'長' * 200}")
    assert reading.choice.title == "長" * TITLE_LENGTH
    assert "120" in reading.notices[0][Lang.EN]


def test_a_year_reads_alone_or_as_a_span_in_either_order() -> None:
    assert read_choice("year=2019").choice.year == (2019, 2019)
    assert read_choice("year=2025-2019").choice.year == (2019, 2025)


def test_a_frame_may_cross_180_degrees() -> None:
    assert read_choice("bbox=160,-30,-150,10").choice.bbox == (160, -30, -150, 10)


def test_a_centre_is_brought_into_the_circle() -> None:
    assert read_choice("centre=210").choice.centre == -150
    assert read_choice("centre=180").choice.centre == -180


def test_narrowing_and_lifting_a_part_leaves_the_others() -> None:
    choice = read_choice("country=UZB&cables.status=planned").choice
    lifted = choice.narrowed("cables.status", frozenset())
    assert lifted == Choice(country=frozenset({"UZB"}))
    assert lifted.narrowed("cables.status", frozenset({"planned"})) == choice


def test_widening_lifts_every_filter_and_keeps_the_look() -> None:
    choice = read_choice("layers=mocs&country=UZB&year=2019&lens=cables_past_target&look=dark&lang=en").choice
    assert choice.is_narrowed()
    assert write_choice(choice.widened()) == "layers=mocs&look=dark&lang=en"


def test_a_long_list_of_unknown_codes_is_one_sentence_and_not_hundreds() -> None:
    query = "country=" + ",".join(f"XX{number}" for number in range(400))
    assert notices(query) == ["country: “XX0”, “XX1”, “XX2” and 397 more are not known; they were dropped."]
    assert notices(query, Lang.JA) == ["country の「XX0」「XX1」「XX2」ほか 397 件は使えないため、外しました。"]


def test_a_country_is_selected_in_whatever_case_its_code_is_written() -> None:
    assert read_choice("select=bra,humboldt").choice.select == ("BRA", "humboldt")


def test_four_countries_can_stand_side_by_side_and_a_fifth_is_named_and_left_out() -> None:
    assert read_choice("select=bra,chl,per,uzb,arg").choice.select == ("BRA", "CHL", "PER", "UZB")
    assert notices("select=bra,chl,per,uzb,arg") == [
        "At most 4 countries or items can be selected at once; ARG was dropped."
    ]


def test_a_column_to_sort_by_may_stand_in_any_table() -> None:
    assert read_choice("table=cables&sort=-LENGTH_km&page=02").choice == Choice(
        table="cables", sort="-length_km", page=2
    )


def test_a_mark_that_chooses_the_form_of_a_character_is_left_out() -> None:
    assert read_choice("title=葛\U000e0100城市&stamp=葛\U000e0100城").choice.title == "葛城市"
    assert read_choice("stamp=葛\U000e0100城").choice.stamp == ("葛城",)


@pytest.mark.parametrize(("stamp", "kept"), [
    ("全" * 40, ("全" * 40,)),
    ("全" * 41, ()),
    ("a" * 80, ("a" * 80,)),
    ("a" * 81, ()),
    ("care,draft," + "全" * 26, ("care", "draft", "全" * 26)),
    ("care,draft," + "全" * 27 + ",会議", ("care", "draft", "会議")),
])  # fmt: skip
def test_a_stamp_line_that_is_too_long_loses_what_is_too_much_and_the_limit_is_told(
    stamp: str, kept: tuple[str, ...]
) -> None:
    reading = read_choice(f"stamp={stamp}")
    assert reading.choice.stamp == kept
    told = [notice.ja for notice in reading.notices]
    assert all("合わせて全角 40 字(半角 80 字)まで" in words for words in told)
    assert bool(told) == (",".join(kept) != stamp)


def test_a_link_with_data_that_someone_brought_says_so_once_and_in_words() -> None:
    own = "own" + "0a1b" * 5
    query = f"layers=isdbt,{own}&{own}.c2=x&table={own}&select={own}-4&colour={own}.c3"
    assert read_choice(query).notices == (OWN_GONE,)
    assert notices(f"layers=isdbt,{own},zzz", Lang.JA) == [OWN_GONE.ja, "layers の「zzz」は使えないため、外しました。"]
