"""One A4 page on one thing: a short document with its map and its sources, as PDF and as Word."""
