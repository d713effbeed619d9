// Names on the map: which show at a zoom, each where it covers no other.

const NAMES_FROM = { coloured: 2.25, every: 2.75, mark: 5 }; // zoom levels

/** Make the names, the important ones first: places of close-ups, then countries by size. */
function addNames() {
  countries.marks.forEach((mark) => names.push(makeName(mark, "name place", () => NAMES_FROM.mark)));
  const named = [...shapes].filter(([code]) => code).flatMap(([, list]) => list);
  for (const country of named.sort((a, b) => extentOf(b) - extentOf(a))) {
    names.push(makeName(country.shape, "name", () => (country.row ? NAMES_FROM.coloured : NAMES_FROM.every)));
  }
}

/** Measure the largest part of a country, roughly: far islands do not make it important. */
function extentOf({ boxes }) {
  return Math.max(...boxes.map((box) => (box.getEast() - box.getWest()) * (box.getNorth() - box.getSouth())));
}

function makeName(named, className, from) {
  const box = document.createElement("div");
  const icon = L.divIcon({ html: box, className, iconSize: null });
  const label = L.marker(places(named.at)[0], { icon, pane: "names", interactive: false, keyboard: false });
  return { named, label, from, box };
}

/** Write every name in the language, those of coloured countries stronger. */
function nameAll() {
  for (const { named, box, from } of [...landingNames, ...names]) {
    box.textContent = named.name[lang];
    box.className = from() === NAMES_FROM.coloured ? "told" : "";
  }
}

/** Show the names that are due at this zoom, each where it covers no other; those of facts go first. */
function showNames() {
  const all = [...landingNames, ...names];
  const due = all.filter(({ from }) => map.getZoom() >= from()).sort((a, b) => a.from() - b.from());
  const taken = [];
  const shown = new Set(due.filter((name) => isFree(boxOf(name), taken)));
  for (const name of all) {
    const { label } = name;
    if (shown.has(name) !== map.hasLayer(label)) shown.has(name) ? label.addTo(map) : label.remove();
  }
}

function isFree(box, taken) {
  if (!map.getPixelBounds().overlaps(box) || taken.some((other) => other.overlaps(box))) return false;
  return taken.push(box) > 0;
}

/** Estimate the pixels that a name takes: a Japanese letter is as wide as it is high. */
function boxOf({ named, label }) {
  const size = L.point(named.name[lang].length * (lang === "ja" ? 12 : 7), 15).divideBy(2);
  const at = map.project(label.getLatLng());
  return L.bounds(at.subtract(size), at.add(size));
}
