"""What every test shares: how many examples hypothesis tries, and the order of the files."""

import pytest
from hypothesis import settings

from tests.order import in_order
from tests.profile import PROFILE

# The sample is the same each time: a red `make test` is a change's doing. `make prove` draws at random and finds more.
settings.register_profile("sample", max_examples=40, deadline=None, derandomize=True)
settings.register_profile("prove", max_examples=1000, deadline=None)
settings.load_profile(PROFILE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Start with the files that take long (--no-loadscope-reorder keeps it so); within a file all stays as it is."""
    files = list(dict.fromkeys(item.path for item in items))
    places = {file: place for place, file in enumerate(in_order(files))}
    items.sort(key=lambda item: places[item.path])
