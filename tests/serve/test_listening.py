from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest
from streamlit import config
from streamlit.web import bootstrap

from i18n.errors import AtlasError
from own import limits as own_data
from own.limits import MB
from render.deck import handed_in
from serve.listening import TAKEN, bound, read_options, settings
from tests.serve.asking import answering


@pytest.fixture(autouse=True)
def _options() -> Iterator[None]:
    """Read the options of .streamlit/config.toml, and read them again after the test."""
    read_options([])
    yield
    bootstrap.load_config_options({})


def test_an_option_of_the_command_wins_over_one_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STREAMLIT_SERVER_PORT", "9001")
    monkeypatch.setenv("STREAMLIT_SERVER_ADDRESS", "127.0.0.1")
    read_options(["--server.port", "9002"])
    assert (config.get_option("server.port"), config.get_option("server.address")) == (9002, "127.0.0.1")


def test_the_largest_file_that_is_taken_fits_into_a_message_and_not_much_more() -> None:
    most = settings(answering()).ws_max_size
    largest = max(own_data.MOST_BYTES, handed_in.MOST_BYTES) * 4 / 3  # as text
    assert largest + MB < most < largest + 5 * MB


def test_ones_own_data_are_of_ten_megabytes_at_most() -> None:
    assert own_data.MOST_BYTES == 10 * MB


def test_streamlits_own_door_for_files_would_take_next_to_nothing() -> None:
    assert config.get_option("server.maxUploadSize") == 1


def test_other_origins_are_kept_out() -> None:
    assert config.get_option("server.enableXsrfProtection")
    assert config.get_option("server.enableCORS")
    assert config.get_option("client.allowedOrigins") == []
    assert config.get_option("server.corsAllowedOrigins") == []


def test_an_answer_does_not_say_what_serves() -> None:
    made = settings(answering())
    made.load()
    assert b"server" not in dict(made.encoded_headers)


def test_everywhere_is_both_families_where_there_are_both() -> None:
    with bound("0.0.0.0", 0) as open_:
        assert open_.family == (socket.AF_INET6 if socket.has_dualstack_ipv6() else socket.AF_INET)
        socket.create_connection(("127.0.0.1", open_.getsockname()[1]), timeout=5).close()


def test_one_address_is_that_address_alone() -> None:
    with bound("127.0.0.1", 0) as open_:
        assert open_.getsockname()[0] == "127.0.0.1"


def test_the_names_it_is_called_by_can_be_given_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STREAMLIT_SERVER_ALLOWED_HOSTS", "atlas.example map.example")
    read_options([])
    assert [*config.get_option("server.allowedHosts")] == ["atlas.example", "map.example"]


def test_a_port_in_use_is_refused_with_one_sentence_that_says_what_to_do() -> None:
    with bound("127.0.0.1", 0) as open_:
        port = open_.getsockname()[1]
        with pytest.raises(AtlasError) as caught:
            bound("127.0.0.1", port)
    assert caught.value.text == TAKEN.format(port=port)
    assert "PORT=9000" in caught.value.text.ja


@pytest.mark.parametrize(("address", "port"), [("192.0.2.1", 0), ("127.0.0.1", 70000)])
def test_an_address_or_port_that_cannot_be_is_refused_with_a_sentence(address: str, port: int) -> None:
    with pytest.raises(AtlasError, match=f"port {port} of {address}"):
        bound(address, port)


@pytest.mark.parametrize("options", [["--server.port", "abc"], ["--server.prot", "9000"]])
def test_a_wrong_option_is_told_in_a_sentence_that_names_it(options: list[str]) -> None:
    with pytest.raises(AtlasError, match=options[0]):
        read_options(options)
