// The selection: what is ringed, while other lines step back and its landings are named.

let selected = []; // ids of countries and rows
let landingNames = [];

function select(ids) {
  selected = ids;
  rings.splice(0).forEach((ring) => ring.remove());
  const lines = map.getPane("lines");
  lines.querySelectorAll(".chosen").forEach((path) => path.classList.remove("chosen"));
  const picked = rowsNamed(ids).filter(({ shown }) => shown);
  for (const id of ids) (id && shapes.get(id) || []).forEach(({ path }) => ring(L.polygon(path.getLatLngs(), OUTLINED)));
  picked.forEach(ringRow);
  lines.classList.toggle("back", picked.some((row) => row.layer.kind === "line"));
  nameLandings(picked.flatMap((row) => row.data.ends || []));
}

const OUTLINED = { smoothFactor: 0.7, weight: 2.2 };

function ring(path) {
  L.setOptions(path, { pane: "rings", color: colours.chosen, fill: false, interactive: false });
  rings.push(path.addTo(map));
}

function ringRow(row) {
  if (crowds.has(row.layer.id)) row.marks.forEach((mark) => rings.push(mark.addTo(map)));
  row.marks.forEach((mark) => ring(new Mark(mark.getLatLng(), { shift: mark.options.shift, share: 2, weight: 2.2 })));
  if (row.layer.kind === "line") row.paths.forEach((path) => path.bringToFront().getElement().classList.add("chosen"));
}

/** Name the landings of the selected cables, before any other name. */
function nameLandings(ids) {
  if (ids.join() === landingNames.map(({ id }) => id).join()) return;
  landingNames.forEach(({ label }) => label.remove());
  const landings = rows.get("landings") || [];
  landingNames = ids.map((id) => landings.find((row) => row.data.id === id)).filter(Boolean).map(({ data }) => {
    const name = Object.fromEntries(Object.entries(data.tip).map(([language, [first]]) => [language, first]));
    return { id: data.id, ...makeName({ name, at: data.points[0] }, "name place landing", () => 0) };
  });
}
