from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from render.script import as_script


def nested(inner: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.lists(inner) | st.dictionaries(st.text(), inner)


@given(st.recursive(st.text() | st.integers() | st.none(), nested))
def test_whatever_is_written_is_read_back_the_same(value: object) -> None:
    assert json.loads(as_script(value)) == value


@given(st.text() | st.sampled_from(["</script>", "<!--", "\u2028", "\u2029", "{{'a'}}", "]]>", "&amp;"]))
def test_nothing_in_a_text_can_end_a_script_or_be_rewritten(text: str) -> None:
    assert not set("<>&'\u2028\u2029") & set(as_script([text, {text: text}]))
