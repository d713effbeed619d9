// The sieve: which rows of a layer a choice lets through, and how many each code would leave (see scene/sieve.py).

/** Make the test of a layer's rows, by position, that a choice puts to them. */
function keeper(layer, choice) {
  const { headings: own, years, known } = facets[choice.plan][layer.id];
  const [start, end] = choice.years && layer.dated ? choice.years : [-Infinity, Infinity];
  const tests = Object.entries(own).map(([key, heading]) => keeperUnder(key, heading, choice)).filter(Boolean);
  return (at) => years[at] >= start && years[at] <= end && (!known || Boolean(known[at])) && tests.every((keeps) => keeps(at));
}

/** A question touches only the layer that it is put to; what is hidden by default shows when it is asked for. */
function keeperUnder(key, { codes: known, rows, hidden = [] }, choice) {
  const asked = codes(choice, key);
  const some = (list) => {
    const numbers = new Set(list.map((code) => known.indexOf(code)));
    return (at) => rows[at].some((number) => numbers.has(number));
  };
  if (asked.length && (key !== "lens" || known.includes(asked[0]))) return some(asked);
  if (asked.length || choice.all || !hidden.length) return null;
  const isHidden = some(hidden);
  return (at) => !isHidden(at);
}

/** List the positions of the rows that a choice lets through. */
function positions(layer, choice) {
  const keeps = keeper(layer, choice);
  return layer.rows.map((_, at) => at).filter(keeps);
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
