"""The interactive map as one HTML file to mail: it opens from disk, asks for nothing and needs no program of ours."""
