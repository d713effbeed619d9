"""What the check of a file says that a test has broken."""

from __future__ import annotations

import pytest

from i18n.errors import AtlasError
from layers.outlines import check_outlines
from layers.support import check_table


def told(file: str) -> tuple[str, str]:
    """Give what the check of one file says, in Japanese and in English."""
    check = check_table if file.endswith(".csv") else check_outlines
    with pytest.raises(AtlasError) as caught:
        check(file)
    return caught.value.text.ja, caught.value.text.en
