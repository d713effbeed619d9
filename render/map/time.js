// Time: which years show. While they move rows come and go at once; the page is told when they rest.

const TICK = 800; // ms that a year takes while it plays
const STAY = 300; // ms without a change until it is told

let years = null; // first and last year that show; null is every year, undated rows with them
let playing = null; // the timer of the next year
let staying = null; // the timer after which the page is told

/** Take over the years of a state; while the reader moves them, the state comes under the reader's. */
function takeTime() {
  if (playing || staying) layers.forEach(sift);
  else years = asked.years;
  drawSlider();
}

/** Share a layer's rows out anew between those in the years and those held back, and count the first again. */
function sift(layer) {
  const { id } = layer;
  if (crowds.has(id)) return; // nobody knows the years of what a person brings
  const list = rows.get(id);
  const all = [...asked.shown[id], ...asked.spare[id], ...asked.held[id]];
  const within = all.filter((position) => isInYears(list[position]));
  const counted = [...asked.counts[id], ...asked.quiet[id]].sort(([one], [other]) => one - other).map(([number, , on]) =>
    [number, within.filter((position) => list[position].group === layer.looks[number]).length, on]);
  asked.held[id] = all.filter((position) => !isInYears(list[position]));
  asked.counts[id] = counted.filter(([, count]) => count);
  asked.quiet[id] = counted.filter(([, count]) => !count);
  [asked.shown[id], asked.spare[id]] = [within, []];
  share(layer);
}

/** The rule of scene/sieve.py: in a layer with dates, undated rows go when years are asked for. */
function isInYears({ layer, data }) {
  return !years || !layer.dated || (data.year >= years[0] && data.year <= years[1]);
}

/** Give the first and the last year that show. */
function ends() {
  return years || [time.first, time.last];
}

/** Show the rows of other years at once, and tell the page when nothing more changes for a moment. */
function moveTime(first, last) {
  years = first === time.first && last === time.last ? null : [first, last];
  layers.forEach(sift);
  drawSlider();
  restyle(asked);
  renewTip();
  clearTimeout(staying);
  staying = playing ? null : setTimeout(tellYears, STAY);
}

function tellYears() {
  staying = null;
  tell({ years });
}

/** Let the last year run to the end; from there it begins anew. */
function play() {
  const [first, last] = ends();
  playing = setTimeout(tick, TICK);
  moveTime(first, last === time.last ? first : last);
}

function tick() {
  const [first, last] = ends();
  const next = Math.min(last + 1, time.last);
  playing = next < time.last ? setTimeout(tick, TICK) : null;
  moveTime(first, next);
}

function pause() {
  clearTimeout(playing);
  playing = null;
  moveTime(...ends());
}

/** Move the last year by one; the first makes room. */
function step(by) {
  clearTimeout(playing);
  playing = null;
  const [first, last] = ends();
  const next = Math.min(Math.max(last + by, time.first), time.last);
  moveTime(Math.min(first, next), next);
}
