"""Every limit that a person's own file meets, as named numbers; the sentences that refuse read them from here."""

from __future__ import annotations

from typing import Final

MB: Final = 1_000_000

# The file as it comes.
MOST_BYTES: Final = 10 * MB
LONGEST_NAME: Final = 60  # letters of a file's name that a sentence repeats
LONGEST_VALUE: Final = 40  # letters of a value that a sentence repeats

# What a zip may unpack to (Shapefile, KMZ, XLSX).
MOST_UNPACKED: Final = 200 * MB
MOST_MEMBERS: Final = 1_000
MOST_RATIO: Final = 100
RATIO_COUNTS_FROM: Final = 1 * MB  # a short member of one letter repeated packs well and harms nobody

# How deep brackets and elements may be nested.
DEEPEST_JSON: Final = 32
DEEPEST_XML: Final = 64

# What a table or a set of shapes may hold.
MOST_ROWS: Final = 200_000
MOST_LINE_ENDS: Final = 2 * MOST_ROWS  # of a table as text, whose cells may hold some: beyond them nothing is parsed
MOST_DRAWN: Final = 5_000  # rows of one layer, each drawn by itself; more points are a crowd, more lines are refused
MOST_COLUMNS: Final = 200
MOST_CELLS: Final = 2_000_000
MOST_VERTICES: Final = 1_000_000
MOST_VERTICES_DRAWN: Final = 80_000  # of a layer's zones; what has more is made light for the map of the page
LONGEST_CELL: Final = 2_000
ROWS_ABOVE_HEADINGS: Final = 10  # titles and remarks that may stand over the headings of a table

# The process that reads.
MOST_SECONDS: Final = 10
MOST_MEMORY: Final = 300 * MB  # above what the process has once its libraries are in
MEMORY_AT_START: Final = 2_000 * MB  # of addresses, most of them never touched: until the libraries are in
MOST_OPEN_FILES: Final = 64
LONGEST_ANSWER: Final = 250 * MB
NO_ROOM: Final = 74  # the code by which the process ends when the disk has no room for its answer (EX_IOERR)

# How much is told.
ROWS_TOLD: Final = 20  # row numbers that a note carries
SUGGESTED_FOR: Final = 20  # unknown country names for which near ones are looked up
MOST_CATEGORIES: Final = 12  # distinct values up to which a text column can give colours
