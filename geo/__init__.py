"""Places: outlines, projections, distances; knows no layer."""
