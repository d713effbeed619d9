"""Renderers: how a scene leaves the program."""
