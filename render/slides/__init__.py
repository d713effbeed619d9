"""Slides that can be edited: the drawing of a picture as PowerPoint's own shapes."""
