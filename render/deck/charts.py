"""Native charts of a deck: stacked bars that PowerPoint can edit, with the numbers in a workbook inside."""

from __future__ import annotations

from typing import Any

from pptx.chart.chart import Chart as Native
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.util import Pt

from render.deck.spread import Chart

SIZE = 12
NO_ZEROS = "#,##0;;"
GAP_WIDTH = 45


def add_chart(slide: Any, chart: Chart) -> None:
    """Add a chart to a slide: a bar a category, a colour a series, the first category at the top."""
    data: Any = CategoryChartData(number_format="#,##0")  # type: ignore[no-untyped-call]
    data.categories = chart.categories
    for name, values in zip(chart.series, zip(*chart.values, strict=True), strict=True):
        data.add_series(name, values)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_STACKED, *chart.area.emu, data)
    frame.name = chart.named.name
    frame._element.nvGraphicFramePr.cNvPr.set("descr", chart.named.meaning)
    _dress(frame.chart)


def _dress(native: Native) -> None:
    native.font.size = Pt(SIZE)
    native.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    native.has_title = False
    native.has_legend = True
    native.legend.position, native.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    native.category_axis.reverse_order = True
    native.category_axis.format.line.color.theme_color = MSO_THEME_COLOR.TEXT_2
    native.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    native.value_axis.visible, native.value_axis.has_major_gridlines = False, False
    plot = native.plots[0]
    plot.gap_width, plot.overlap, plot.has_data_labels = GAP_WIDTH, 100, True
    for series in plot.series:
        series.format.line.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
    labels = plot.data_labels
    labels.number_format, labels.number_format_is_linked = NO_ZEROS, False
    labels.position, labels.font.size = XL_LABEL_POSITION.CENTER, Pt(SIZE - 1)
    labels.font.bold = True
    labels.font.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
