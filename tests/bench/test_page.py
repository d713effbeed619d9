from bench.page import Seen, table


def test_the_pages_stand_side_by_side_with_ratios_and_the_geometry_of_both_visits() -> None:
    empty = Seen([1.0, 1.2, 1.4], [0, 0, 0, 0], [0.05, 0.06], [20.0, 30.0], [900, 1100])
    naive = Seen([6.0, 6.0, 6.0], [0, 0, 0, 0], [3.0, 3.0], [3000.0, 3000.0], [1_800_000, 1_800_000])
    ours = Seen([2.4, 2.4, 2.4], [290_000, 290_000, 290_000, 0], [0.1, 0.2], [50.0, 70.0], [15_000, 17_000])
    lines = table(empty, naive, ours).splitlines()
    assert "| the same beside the empty page | 1.0 | 5.0 | 2.0 | ≤ 2.5 |" in lines
    assert "| first visit: bytes of geometry |  |  | 290,000 | ≤ 300,000 |" in lines
    assert "| second visit: bytes of geometry |  |  | 0 | 0 |" in lines
    assert "| change: server CPU, median, ms | 25 | 3000 | 60 | ≤ 80 |" in lines
    assert "| change: bytes over the websocket, unpacked | 1,000 | 1,800,000 | 16,000 | ≤ 20,000 |" in lines
