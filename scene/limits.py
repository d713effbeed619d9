"""How large a file from outside may be: the one place for page, terminal and browser."""

from __future__ import annotations

MB = 1_000_000
LARGEST_MB = 100
"""Of a file that is read whole, or that a zipped file may unpack to; the largest deck has 30."""
LONGEST_PACKET = 2 * MB
"""Bytes of a memory; one of a thousand facts has 40,000."""
MOST_PARTS, LARGEST_LIST, MOST_SWELLING = 16, 4 * MB, 200
"""Of a zipped file: how many parts a memory is looked for in, the bytes of its list of parts, and how many times larger
than packed a part may be."""
