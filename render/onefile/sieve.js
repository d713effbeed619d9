// The sieve: which rows of a layer a choice lets through, and how many each code would leave (see scene/sieve.py).

/** Tell whether a choice lets a row through. */
function passes(layer, at, choice) {
  const { headings, years, known } = facets[choice.plan][layer.id];
  if (choice.years && layer.dated && !(years[at] >= choice.years[0] && years[at] <= choice.years[1])) return false;
  if (known && !known[at]) return false;
  return Object.entries(headings).every(([key, heading]) => passesUnder(key, heading, at, choice));
}

/** A question touches only the layer that it is put to; what is hidden by default shows when it is asked for. */
function passesUnder(key, { codes: known, rows, hidden = [] }, at, choice) {
  const asked = codes(choice, key);
  const own = rows[at].map((number) => known[number]);
  if (asked.length && (key !== "lens" || known.includes(asked[0]))) return own.some((code) => asked.includes(code));
  return asked.length > 0 || choice.all || !own.some((code) => hidden.includes(code));
}

/** List the positions of the rows that a choice lets through. */
function positions(layer, choice) {
  return layer.rows.map((_, at) => at).filter((at) => passes(layer, at, choice));
}

/** Count under each code of a heading the rows that it would leave, over the layers that are on. */
function countsUnder(key, choice) {
  const total = new Map();
  for (const layer of layers.filter(({ id }) => choice.layers.includes(id))) {
    const heading = headingOf(layer, key, choice.plan);
    if (heading) countRows(total, heading, positions(layer, narrowed(choice, key, heading.codes)));
  }
  return total;
}

function countRows(total, heading, list) {
  for (const at of list) {
    for (const number of heading.rows[at]) {
      const code = heading.codes[number];
      total.set(code, (total.get(code) || 0) + 1);
    }
  }
  return total;
}
