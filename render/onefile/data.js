// The data of the page, read from its blocks: what the map draws, and beside it what is told, filtered and found.

const block = (name) => JSON.parse(document.getElementById(name).textContent);
const { first, frames, asOf, version } = block("atlas-view");
const { layers: toldOf, columns, facets, things, publishers, places, headings, phrases, kinds, methods, licences } = block("atlas-told");
const { layers: drawn, time } = window.atlasRows; // the map's script has made rows of their columns
const perDegree = window.atlasCountries.perDegree;

/** Give the cells of a packed column, a row each (see crowd.py). */
function columnOf({ words, numbers, bytes, count }) {
  if (count) return Array(count).fill(words[0]);
  if (!numbers) return words;
  const { buffer } = Uint8Array.from(atob(numbers), (letter) => letter.charCodeAt(0));
  return Array.from(new { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array }[bytes](buffer), (number) => words[number]);
}

/** Make what looks like a list and is worked out row by row when it is asked for. */
function lazily(of) {
  return new Proxy([], { get: (_, at) => of(Number(at)) });
}

/** Unpack what is told of a crowd into what is told of every layer. */
function unpacked(layer) {
  if (!layer.packed) return layer;
  const { stem, runs, cells, facts, looks, own } = layer.packed;
  const ids = runs.flatMap(([from, count]) => Array.from({ length: count }, (_, i) => `${stem}${from + i}`));
  const [inList, inFacts, look] = [cells.map(columnOf), facts.map(columnOf), columnOf(looks)];
  const tip = (at) => Object.fromEntries(["ja", "en"].map((each, i) => [each, [inList[0], look].map((column) => column[at][i] ?? column[at][0])]));
  const told = (at) => inFacts.map((column, label) => [label, ...column[at]]).filter(([, words]) => words);
  return {
    ...layer, cells: lazily((at) => inList.map((column) => column[at])), own: columnOf(own), via: lazily(() => []),
    facts: lazily((at) => [...told(at), [inFacts.length, ids[at]]]), sources: lazily(() => []),
    rows: ids.map((id, at) => ({ id, get tip() { return tip(at); } })),
  };
}

for (const [plan, own] of Object.entries(facets)) {
  for (const { id } of toldOf.filter(({ packed }) => packed)) {
    const { known, years, headings: packed } = own[id];
    const unpackedHeadings = packed && Object.entries(packed).map(([key, heading]) => [key, { ...heading, rows: columnOf(heading.rows) }]);
    own[id] = plan ? { ...facets[""][id], known: columnOf(known) } : { years: columnOf(years), headings: Object.fromEntries(unpackedHeadings) };
  }
}

// Both list the readable layers in their order.
const layers = drawn.map((layer, i) => ({ ...layer, ...unpacked(toldOf[i]) }));
const standing = new Map(layers.flatMap((layer) => layer.rows.map(({ id }, at) => [id, { layer, at }])));

/** Give a row as it is known now, or as it was planned. */
function rowOf(layer, at, plan) {
  const row = layer.rows[at];
  return plan ? { ...row, pale: false, ...(row.plans || {})[plan] } : row;
}

/** Give the codes of a layer's rows under a heading, as known at a plan. */
function headingOf(layer, key, plan) {
  return facets[plan][layer.id].headings[key];
}

/** Give the box of a row, [west, south, east, north] in the window of the map; null when it stands nowhere. */
function boxOf({ layer, at }) {
  const row = layer.rows[at];
  if (row.areas) return around(row.areas.map((code) => frames.country[code]).filter(Boolean));
  const lines = [...(row.points || []), ...(row.lines || []), ...(row.assumed || []), ...(row.rings || []).map(([outer]) => outer)];
  return widened(around(lines.map(boxOfSteps)));
}

function boxOfSteps(steps) {
  let [lon, lat] = [0, 0];
  const [lons, lats] = [[], []];
  for (let i = 0; i < steps.length; i += 2) {
    lons.push((lon += steps[i]));
    lats.push((lat += steps[i + 1]));
  }
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)].map((edge) => edge / perDegree);
}

function around(boxes) {
  if (!boxes.length) return null;
  const edge = (i, of) => of(...boxes.map((box) => box[i]));
  return [edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)];
}

/** Leave so much around a single place that it still shows where in the world it is. */
function widened(box) {
  const [west, south, east, north] = box || [0, 0, 0, 0];
  const more = Math.max((6 - Math.max(east - west, north - south)) / 2, (east - west) / 20);
  return box && [west - more, south - more, east + more, north + more];
}
