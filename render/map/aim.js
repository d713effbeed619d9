// Aim: what the pointer does on the circles of crowds. They are pictures; a clear mark over the one aimed at catches it.

const MOST_NAMED = 10; // rows that a tooltip lists
const CLOSER = 60; // pixels that stay free around the rows of a circle that is zoomed into

let aimed = null; // {crowd, cell} under the pointer
let catcher = null;

/** Watch the pointer before Leaflet does. */
function addAim() {
  const box = map.getContainer();
  for (const kind of ["pointermove", "pointerdown"]) box.addEventListener(kind, aim, true);
  map.on("movestart zoomstart", leaveCell);
}

function aim(event) {
  if (!crowds.size || (event.buttons && event.type === "pointermove") || isElsewhere(event.target)) return;
  const found = cellAt(map.mouseEventToLayerPoint(event).add(map.getPixelOrigin()));
  if (aimed && found && aimed.cell === found.cell) return;
  leaveCell();
  if (found) enterCell(found);
}

/** Tell whether something that lies over the circles has the pointer: a mark of another layer, a control, a dialogue. */
function isElsewhere(target) {
  return Boolean(target.closest(".leaflet-control, .mark, .atlas-time, .atlas-legend"));
}

function enterCell({ crowd, cell }) {
  aimed = { crowd, cell };
  const share = (cell.reach || radius(map.getZoom()) + 2) / radius(map.getZoom());
  const clear = { ...panes.marks, className: "crowd-catcher", share, opacity: 0, fill: true, fillOpacity: 0 };
  catcher = new Mark(map.unproject(cell.at), clear).addTo(map);
  catcher.on("mouseover", ({ latlng }) => point(latlng));
  catcher.on("mousemove", ({ latlng }) => (told === about ? tip.setLatLng(latlng) : point(latlng)));
  catcher.on("mouseout", leaveCell);
  catcher.on("click", (event) => { L.DomEvent.stop(event); press(event); });
  const about = { layer: crowd.layer.id, tip: () => tipOf(crowd, cell, false) };
  const point = (latlng) => { openTip(about, latlng); sayPointed(only(crowd, cell)); };
}

function leaveCell() {
  if (!aimed) return;
  catcher.remove();
  [aimed, catcher] = [null, null];
  sayPointed([]);
  closeTip();
}

/** Give the row of a cell of one. */
function only(crowd, cell) {
  return cell.count === 1 ? members(crowd, cell).map((row) => rowAt(crowd, row)) : [];
}

/** Select a single row, go nearer to several; those that stay together at the closest are named. */
function press({ originalEvent, latlng }) {
  const { crowd, cell } = aimed;
  const [row] = only(crowd, cell);
  if (row) pick(row.data.id, originalEvent);
  else if (map.getZoom() < map.getMaxZoom()) map.fitBounds(around(crowd, cell), { padding: [CLOSER, CLOSER] });
  else openTip({ layer: crowd.layer.id, tip: () => tipOf(crowd, cell, true) }, latlng);
}

function around(crowd, cell) {
  return L.latLngBounds(members(crowd, cell).flatMap((row) => placesOf(crowd, row)));
}

/** Word a cell: a row as its own tooltip does; several by category, or with their names. */
function tipOf(crowd, cell, named) {
  const [row] = only(crowd, cell);
  if (row) return [...row.data.tip[lang], ...groupOf(row)];
  const heading = worded("counted", { name: crowd.layer.title[lang], count: grouped(cell.count) });
  if (named) return [heading, ...namesOf(crowd, cell)];
  const parts = tally(crowd, cell).filter(([number]) => crowd.layer.looks[number]);
  const counts = parts.map(([number, count]) => worded("counted", { name: crowd.layer.looks[number].label[lang], count: grouped(count) }));
  return [heading, ...(crowd.layer.looks.length > 1 ? counts : []), words[lang][map.getZoom() < map.getMaxZoom() ? "nearer" : "named"]];
}

function namesOf(crowd, cell) {
  const names = members(crowd, cell).map((row) => crowd.names[row]);
  const more = names.length - MOST_NAMED;
  return [...names.slice(0, MOST_NAMED), ...(more > 0 ? [worded("more", { count: grouped(more) })] : [])];
}
