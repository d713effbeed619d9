"""Measurements side by side: the atlas and the way everybody does it."""
