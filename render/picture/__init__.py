"""Pictures of a scene, drawn on the server without a browser; `draw` is the way in, `save` writes the files."""
