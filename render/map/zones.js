// Zones: polygons with an outline of their own, half transparent with a firm edge; the smaller lie on the larger.

const CLEAR = 0.38; // how much of a zone's colour its ground takes (see zones.py)
const SPECK = 5; // pixels across: a smaller zone is drawn as a speck, so that it can be seen
const HATCH = 7; // pixels from line to line
const HATCHES = { hatched: [0], reversed: [90], crossed: [0, 90] }; // which way the lines lean, in degrees

function addZones(list, zones) {
  for (const row of list) {
    const looks = { ...zones, className: `row off ${row.layer.id} zone`, smoothFactor: 0.5 };
    const path = L.polygon(ringsOf(row.data.rings, countries.perDegree), looks);
    path.addTo(map).getElement().dataset.id = row.data.id;
    listen(path, target(row));
    row.paths.push(path);
  }
  layZones();
}

/** Lay all zones in the order of their size, of whatever layer they are. */
function layZones() {
  const all = [...rows.values()].flat().filter((row) => row.layer.kind === "zone");
  all.sort((a, b) => b.data.size - a.data.size).forEach((row) => row.paths.forEach((path) => path.bringToFront()));
}

function zoneStyle(row) {
  const colour = row.look.colour || colours.quiet_ink;
  const fill = HATCHES[row.look.mark] ? { fillColor: `url(#${hatchZone(row.look)})`, fillOpacity: strength(row) } : { fillColor: colour, fillOpacity: CLEAR * strength(row) };
  return { ...fill, color: colour, weight: style.widths.line * POINT, opacity: strength(row) };
}

/** Give the name of a pattern of lines on a clear ground, made when it is first asked for. */
function hatchZone({ mark, colour }) {
  const id = `zone-${mark}-${colour.slice(1)}`;
  if (document.getElementById(id)) return id;
  const pattern = svgElement("pattern", { id, width: HATCH, height: HATCH, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" });
  pattern.append(svgElement("rect", { width: HATCH, height: HATCH, fill: colour, opacity: CLEAR }));
  HATCHES[mark].forEach((turn) => {
    const line = turn ? { width: HATCH, height: 1.1 } : { width: 1.1, height: HATCH };
    pattern.append(svgElement("rect", { ...line, fill: colour }));
  });
  document.querySelector(".leaflet-areas-pane svg defs").append(pattern);
  return id;
}

/** Draw the zones that are too small to be seen at this zoom as specks of their colour. */
function swellZones() {
  const share = 256 * 2 ** map.getZoom() / 360; // pixels to a degree
  for (const list of rows.values()) for (const row of list) if (row.shown && row.layer.kind === "zone") row.paths.forEach((path) => swell(path, share));
}

function swell(path, share) {
  const box = path.getBounds();
  const isSpeck = Math.max(box.getEast() - box.getWest(), box.getNorth() - box.getSouth()) * share < SPECK;
  path.getElement().classList.toggle("speck", isSpeck);
}

function zoneSwatch(_layer, look) {
  const path = svgElement("rect", { x: -10, y: -5, width: 20, height: 10, rx: 1, stroke: look.colour, "stroke-width": 1.7, fill: look.colour });
  path.setAttribute(...(HATCHES[look.mark] ? ["fill", `url(#${hatchZone(look)})`] : ["fill-opacity", CLEAR]));
  return path;
}
