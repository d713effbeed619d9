from render.leaf import CHOSEN, LEAF_ROWS, NEAR, Leaf, open_leaf
from scene.grammar import read_choice
from scene.scene import build_scene


def leaf(query: str) -> Leaf:
    """Open the table of a view."""
    return open_leaf(build_scene(read_choice(query).choice))


def test_a_leaf_holds_at_most_fifty_rows_and_all_leaves_hold_every_row_once() -> None:
    leaves = [leaf(f"page={page}") for page in range(1, leaf("").pages + 1)]
    ids = [line.row_id for each in leaves for line in each.lines]
    assert max(len(each.lines) for each in leaves) == LEAF_ROWS
    assert len(ids) == len(set(ids)) == leaves[0].total
    assert [each.first for each in leaves] == [1 + LEAF_ROWS * number for number in range(len(leaves))]
    assert leaves[-1].last == leaves[-1].total


def test_a_page_past_the_end_is_the_last_one_and_never_empty() -> None:
    short = leaf("country=UZB&page=5")
    assert (short.page, short.pages) == (1, 1)
    assert short.lines


def test_the_leaf_turns_to_the_selected_row_and_marks_it() -> None:
    far = leaf("page=4").lines[-1].row_id
    opened = leaf(f"select={far}")
    assert opened.page == 4
    assert [line.row_id for line in opened.lines if line.mark == CHOSEN] == [far]


def test_a_page_that_is_asked_for_wins_over_the_selection() -> None:
    assert leaf(f"page=1&select={leaf('page=4').lines[-1].row_id}").page == 1


def test_the_rows_of_a_selected_country_are_marked_as_near() -> None:
    opened = leaf("layers=isdbt,datacenters&select=UZB")
    near = {line.row_id for line in opened.lines if line.mark == NEAR}
    assert near == {line.row_id for line in leaf("layers=isdbt,datacenters&country=UZB").lines}
    assert len(near) == 3


def test_a_layer_s_own_table_has_its_own_columns() -> None:
    assert leaf("table=cables").total == leaf("layers=cables").total
    assert "length_km" in [column.id for column in leaf("table=cables").columns]
    assert "length_km" not in [column.id for column in leaf("").columns]


def test_the_table_of_a_layer_that_is_off_is_the_table_of_all() -> None:
    assert leaf("layers=isdbt,mocs&table=cables").total == leaf("layers=isdbt,mocs").total


def column(query: str, name: str) -> list[str]:
    """Read a column of the first leaf."""
    opened = leaf(query)
    at = [column.id for column in opened.columns].index(name)
    return [line.cells[at] for line in opened.lines]


def test_numbers_are_sorted_by_size() -> None:
    lengths = column("table=cables&sort=-length_km", "length_km")
    assert [float(cell) for cell in lengths] == sorted((float(cell) for cell in lengths), reverse=True)


def test_dates_are_sorted_and_blanks_stand_last_in_either_order() -> None:
    rising, falling = column("layers=cables&sort=date", "date"), column("layers=cables&sort=-date", "date")
    assert rising == sorted(rising)
    assert falling == sorted(falling, reverse=True)
    assert "" not in rising + falling
    assert column("layers=cables&sort=date&page=2", "date")[-1] == ""


def test_a_column_that_this_table_lacks_sorts_nothing() -> None:
    assert leaf("sort=length_km").lines == leaf("").lines
