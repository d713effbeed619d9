"""Scenes: what is asked for (Choice) and what every renderer receives (Scene)."""
