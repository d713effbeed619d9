"""A scene as a file of rows: CSV and XLSX for people, GeoJSON, GPKG and JSON for machines.

Every file carries its sources, its licences, the data's date and the view that it shows. `address` is that of the
page, so that the view is a link; without it the view is the bare query string.
"""
