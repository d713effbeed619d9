"""The pages that are connected to this process: how many, what runs for them, and a sentence for each of them.

Streamlit 1.67 has no door of its own for a word from the server; these are the ones that its own parts use.
"""

from __future__ import annotations

from urllib.parse import parse_qs

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.RootContainer_pb2 import RootContainer
from streamlit.runtime import exists, get_instance
from streamlit.runtime.app_session import AppSession, AppSessionState

from i18n.text import Lang, Text

SECONDS = 120
"""How long a sentence stays on a page that does not change."""


def pages() -> int:
    """Count the pages that are connected."""
    return len(_connected())


def runs() -> int:
    """Count what is being worked out for them."""
    return sum(session._state == AppSessionState.APP_IS_RUNNING for session in _connected())


def tell(text: Text) -> None:
    """Show a sentence on every page, in the page's language; called by the loop that serves them."""
    for session in _connected():
        asked = parse_qs(session._client_state.query_string).get("lang", [""])
        session._enqueue_forward_msg(_note(text[Lang.EN if asked[-1].lower() == Lang.EN else Lang.JA]))


def _connected() -> list[AppSession]:
    return [each.session for each in get_instance()._session_mgr.list_active_sessions()] if exists() else []


def _note(words: str) -> ForwardMsg:
    """Write what `st.toast` would send."""
    message = ForwardMsg()
    message.delta.new_element.toast.body = words
    message.delta.new_element.toast.duration = SECONDS
    message.metadata.delta_path[:] = [RootContainer.EVENT, 0]
    return message
