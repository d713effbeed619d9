// The link: what is pointed at on the map, in its legend or in the table is lifted in all three.

const POINTED = "atlas-pointed"; // told on the page that holds map and table: the ids, and who says so
const holder = window.parent;
let spoken = []; // rows that were spoken last
const pointers = []; // rings around what is pointed at in the table

function addLink() {
  holder.addEventListener(POINTED, hear);
  window.addEventListener("pagehide", () => holder.removeEventListener(POINTED, hear));
}

function hear({ detail }) {
  if (detail.from === "map") return;
  const list = rowsNamed(detail.ids).filter(({ shown }) => shown);
  pointers.splice(0).forEach((ring) => ring.remove());
  map.getContainer().querySelectorAll(".pointed").forEach((path) => path.classList.remove("pointed"));
  list.flatMap((row) => row.marks).forEach(pointAt);
  list.filter((row) => !row.marks.length).flatMap(pathsOf).forEach((path) => path.getElement().classList.add("pointed"));
  markEntries(list);
}

function pointAt(mark) {
  const looks = { pane: "rings", shift: mark.options.shift, share: 2.4, weight: 3, color: colours.ink, fill: false, interactive: false };
  pointers.push(new Mark(mark.getLatLng(), looks).addTo(map));
}

/** Tell the table which rows are pointed at here, and mark their entries in the legend. */
function sayPointed(list) {
  spoken = list;
  markEntries(list);
  holder.dispatchEvent(new CustomEvent(POINTED, { detail: { from: "map", ids: list.map((row) => row.data.id) } }));
}

/** Tell whether a row alone is what was spoken last; on the way into the legend an entry speaks before the row is left. */
function isPointed(row) {
  return spoken.length === 1 && spoken[0] === row;
}

function markEntries(list) {
  legend.querySelectorAll("button.pointed").forEach((button) => button.classList.remove("pointed"));
  list.forEach((row) => parts.get(row.group)?.classList.add("pointed"));
}
