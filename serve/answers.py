"""How the beginning of an answer, its status and headers, is changed or looked at on its way out."""

from __future__ import annotations

from collections.abc import Callable

from starlette.types import Message, Send


def changing(send: Send, change: Callable[[Message], None]) -> Send:
    """Make what sends an answer whose beginning is changed on its way out."""
    async def send_changed(message: Message) -> None:
        if message["type"] == "http.response.start":
            change(message)
        await send(message)

    return send_changed
