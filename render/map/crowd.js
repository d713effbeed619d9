// Crowds: layers of so many points that they are gathered into circles; their rows come packed (see web_crowd.py).

const crowds = new Map(); // layer id -> its rows, by column

/** Unpack the rows of a crowd; none shows before a state says so. */
function addCrowd(layer) {
  const { names, stem, runs, places: packed, looks, of } = layer.crowd;
  const byField = Object.entries(looks).map(([field, numbers]) => [field, bytesOf(numbers)]);
  crowds.set(layer.id, {
    layer, names, stem, numbers: numbersOf(runs), looks: Object.fromEntries(byField), ...worldOf(wholeOf(packed)),
    of: of ? wholeOf(of) : null, shown: new Uint8Array(names.length), within: new Uint8Array(names.length), total: 0, cells: null,
  });
  delete layer.crowd;
  addCircles();
}

function bytesOf(text) {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i += 1) bytes[i] = letters.charCodeAt(i);
  return bytes;
}

function wholeOf(text) {
  return new Int32Array(bytesOf(text).buffer);
}

function numbersOf(runs) {
  const numbers = new Int32Array(runs.reduce((sum, [, count]) => sum + count, 0));
  let at = 0;
  for (const [first, count] of runs) for (let i = 0; i < count; i += 1) numbers[at++] = first + i;
  return numbers;
}

/** Project steps onto the world of zoom 0, in pixels, as map.project does, which makes two objects a point. */
function worldOf(steps) {
  const [xs, ys] = [new Float64Array(steps.length / 2), new Float64Array(steps.length / 2)];
  const [size, most] = [map.options.crs.scale(0), L.Projection.SphericalMercator.MAX_LATITUDE];
  for (let i = 0; i < xs.length; i += 1) {
    const lat = Math.max(Math.min(most, steps[2 * i + 1] / countries.perDegree), -most);
    const sine = Math.sin((lat * Math.PI) / 180);
    xs[i] = size * (0.5 + steps[2 * i] / countries.perDegree / 360);
    ys[i] = size * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI));
  }
  return { xs, ys };
}

/** Take over from a state which rows show, unless a switch has said so since. */
function takeCrowds(state) {
  for (const [id, crowd] of [...crowds].filter(([each]) => each in state.shown)) {
    if (typeof state.shown[id] === "string") {
      [state.shown[id], state.spare[id]] = [state.shown[id], state.spare[id]].map((mask) => unpackMask(mask, crowd.names.length));
    }
    if (crowd.shown === state.shown[id]) continue;
    const [shown, within] = [state.shown[id], state.spare[id]];
    Object.assign(crowd, { shown, within, cells: null, total: sumOf(shown) });
  }
}

function unpackMask(text, count) {
  const [bits, mask] = [bytesOf(text), new Uint8Array(count)];
  for (let i = 0; i < count; i += 1) mask[i] = (bits[i >> 3] >> (i & 7)) & 1;
  return mask;
}

function sumOf(mask) {
  let sum = 0;
  for (let i = 0; i < mask.length; i += 1) sum += mask[i];
  return sum;
}

/** Share a crowd's rows out anew: those within reach show whose layer and category are on. */
function shareCrowd({ id, field }) {
  const { within, looks } = crowds.get(id);
  const off = new Set(asked.counts[id].filter(([, , on]) => !on).map(([number]) => number));
  const isOn = asked.on.includes(id);
  asked.shown[id] = within.map((reached, row) => (reached && isOn && !off.has(looks[field][row]) ? 1 : 0));
}

/** Count the rows of a layer that show. */
function shownCount(id, state) {
  return crowds.has(id) ? crowds.get(id).total : state.shown[id].length;
}

/** Find rows by their ids, in whatever layer, one of a crowd as if it were drawn by itself. */
function rowsNamed(ids) {
  const drawn = [...rows.values()].flat().filter(({ data }) => ids.includes(data.id));
  return [...drawn, ...[...crowds.values()].flatMap((crowd) => inCrowd(crowd, ids))];
}

function inCrowd(crowd, ids) {
  const numbers = ids.filter((id) => id.startsWith(crowd.stem)).map((id) => Number(id.slice(crowd.stem.length)));
  return numbers.map((number) => crowd.numbers.indexOf(number)).filter((row) => row >= 0).map((row) => rowAt(crowd, row));
}

function rowAt(crowd, row) {
  const { layer, names, stem, numbers, shown } = crowd;
  const group = groupAt(crowd, row);
  const usual = layer.colourings[layer.colouredBy][crowd.looks[layer.colouredBy][row]];
  const say = (language) => [names[row], ...(usual ? [usual.label[language]] : [])];
  const data = { id: `${stem}${numbers[row]}`, tip: { ja: say("ja"), en: say("en") } };
  const found = { data, layer, group, look: group || {}, shown: Boolean(shown[row]), paths: [], strokes: [] };
  return { ...found, marks: placesOf(crowd, row).map((at) => new Mark(at, { ...ABOVE, ...markStyle(found), mark: found.look.mark })) };
}

const ABOVE = { pane: "rings", interactive: false }; // where a selected one lies over the circle that holds it

function groupAt({ layer, looks }, row) {
  return layer.looks[looks[layer.field][row]];
}

function placesOf({ of, xs, ys }, row) {
  const first = of ? of.indexOf(row) : row;
  const last = of ? of.lastIndexOf(row) : row;
  return Array.from({ length: last - first + 1 }, (_, i) => map.unproject([xs[first + i], ys[first + i]], 0));
}
