// The data of the page, read from its blocks: what the map draws, and beside it what is told, filtered and found.

const block = (name) => JSON.parse(document.getElementById(name).textContent);
const { first, frames, asOf, version } = block("atlas-view");
const { layers: toldOf, columns, facets, things, publishers, places, headings, phrases, kinds, methods, licences } = block("atlas-told");
const { layers: drawn, time } = window.atlasRows; // the map's script has made rows of their columns
const perDegree = window.atlasCountries.perDegree;

// Both list the readable layers in their order.
const layers = drawn.map((layer, i) => ({ ...layer, ...(toldOf[i].packed ? crowdOf(toldOf[i], layer.crowd) : toldOf[i]) }));
for (const { id } of layers.filter(({ packed }) => packed)) {
  for (const [plan, all] of Object.entries(facets)) all[id] = facetsOf(all[id], plan && facets[""][id]);
}
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
