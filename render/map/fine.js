// Fine outlines: those of a region are fetched once, when the map is near enough to tell them from the first ones.

const FINE_FROM = 4.5; // zoom level
const awaitedRegions = new Set(Object.keys(countries.fine));

function refine() {
  if (map.getZoom() < FINE_FROM) return;
  const view = map.getBounds();
  const isSeen = ({ shape, boxes }) => awaitedRegions.has(shape.region) && boxes.some((box) => box.intersects(view));
  const seen = outlines.filter(isSeen);
  new Set(seen.map(({ shape }) => shape.region)).forEach(fetchRegion);
}

/** Fetch a region; without an answer the first outlines stay, and the next move asks again. */
async function fetchRegion(region) {
  awaitedRegions.delete(region);
  try {
    swap(await outlinesOf(countries.fine[region]));
  } catch {
    awaitedRegions.add(region);
  }
}

/** Give the outlines in a file; in a map that is one file they stand in place of its name. */
async function outlinesOf(fine) {
  if (typeof fine !== "string") return fine;
  const answer = await fetch(new URL(fine, HOME));
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
}

/** Give the outlines their fine rings in place: the elements stay, so nothing flickers. */
function swap({ perDegree, rings: fine }) {
  Object.entries(fine).forEach(([number, parts]) => outlines[number].path.setLatLngs(ringsOf(parts, perDegree)));
  select(selected);
}
