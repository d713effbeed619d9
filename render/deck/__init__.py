"""Decks: many views as slides of one presentation, each with its map, its facts and its sources."""
