"""Layers: what can be shown. A new layer is one file here that defines LAYER, plus its data file."""
