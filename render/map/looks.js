// Looks: the colours, patterns and strengths of countries and rows.

function landStyle(shape) {
  const land = { country: shape.id === "JPN" ? colours.japan : colours.land, other: colours.land };
  const fill = land[shape.kind] || colours.undetermined;
  return { fillColor: fill, fillOpacity: 1, color: colours.border, weight: style.widths.border * POINT, opacity: 0.75 };
}

function markStyle(row) {
  const colour = row.look.colour || colours.quiet_ink;
  const ink = row.look.hollow ? { color: colour, weight: 1.6, fillColor: colours.halo } : { color: colours.halo, weight: 1, fillColor: colour };
  return { ...ink, fill: true, fillOpacity: row.look.hollow ? 1 : strength(row), opacity: strength(row) };
}

function strength(row) {
  return row.data.pale ? style.pale : 1;
}

function dash(mark) {
  return (dashes[mark] || []).map((step) => step * POINT).join(" ") || null;
}

/** Colour each layer by the field that the state names; what is drawn already changes its look in place. */
function recolour(fields) {
  for (const layer of layers) {
    const field = fields[layer.id] || layer.field || layer.colouredBy;
    if (field === layer.field) continue;
    layer.field = field;
    layer.looks = layer.colourings[field];
    rows.get(layer.id).forEach(dress);
  }
}

/** The look of a row: its category's, with the dashes that the layer keeps whatever it is coloured by. */
function lookOf({ data, layer, group = {} }) {
  const kept = layer.dashedBy && layer.colourings[layer.dashedBy][data.looks[layer.dashedBy]];
  if (!kept || layer.field === layer.dashedBy) return group;
  return { ...group, mark: kept.mark, colour: kept.outranks ? kept.colour : group.colour };
}

/** The key of dashes in the legend: grey, unless they bring a colour of their own. */
function dashKey(look) {
  return look.outranks ? look : { ...look, colour: colours.quiet_ink };
}

function dress(row) {
  row.group = row.layer.looks[row.data.looks[row.layer.field]];
  row.look = lookOf(row);
  row.marks.forEach((mark) => mark.setStyle({ ...markStyle(row), mark: row.look.mark }));
  if (row.layer.kind === "zone") row.paths.forEach((path) => path.setStyle(zoneStyle(row)));
  row.strokes.forEach((path) => path.setStyle(lineStyle(row, path.options.assumed)));
}

function lineStyle(row, assumed) {
  const { colour, mark, width = 1 } = row.look;
  const weight = style.widths.line * POINT * width;
  return { color: colour || colours.quiet_ink, weight, opacity: strength(row), dashArray: dash(assumed ? "dotted" : mark) };
}

function hatchName(layer, look) {
  return `hatch-${layer.id}-${layer.field}-${layer.looks.indexOf(look)}`;
}

function addHatches() {
  const svg = document.querySelector(".leaflet-areas-pane svg");
  svg.insertBefore(svgElement("defs"), svg.firstChild);
  layers.forEach(addHatchesOf);
}

function addHatchesOf(layer) {
  const defs = document.querySelector(".leaflet-areas-pane svg defs");
  for (const [field, looks] of layer.kind === "area" ? Object.entries(layer.colourings) : []) {
    looks.forEach((look, i) => look.mark === "hatched" && defs.append(hatch(`hatch-${layer.id}-${field}-${i}`, look.colour)));
  }
}

function hatch(id, colour) {
  const pattern = svgElement("pattern", {
    id, width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)",
  });
  pattern.append(svgElement("rect", { width: 6, height: 6, fill: colour }));
  pattern.append(svgElement("rect", { width: 1.5, height: 6, fill: colours.ink, opacity: 0.45 }));
  return pattern;
}

function svgElement(name, attributes = {}) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  return element;
}

function fillOf(row) {
  return row.look.mark === "hatched" ? `url(#${hatchName(row.layer, row.look)})` : row.look.colour || colours.land;
}
