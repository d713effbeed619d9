"""What stands between the tags of the one file."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.onefile import safety
from tests.render.onefile.documents import parted


@pytest.mark.parametrize("text", ["a</script>b", "<!-- a", "<SCRIPT>", "</style "])
def test_a_script_or_sheet_that_could_break_out_is_refused(text: str) -> None:
    for put in (safety.script, safety.style):
        with pytest.raises(ValueError, match="inside a script or sheet"):
            put(text)


VALUES = st.recursive(
    st.text() | st.integers() | st.none(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
)


@given(VALUES)
def test_any_value_comes_back_from_its_block(value: object) -> None:
    text = safety.data("told", value)
    assert parted(text.encode("utf-8", "surrogatepass")).block("told") == value
    assert json.loads(text.split(">", 1)[1].removesuffix("</script>")) == value
