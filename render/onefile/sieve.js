// The sieve: which rows of a layer a choice lets through, and how many each code would leave (see scene/sieve.py).

/** Make the test of a layer's rows, by position, that a choice puts to them. */
function keeper(layer, choice) {
  const { headings: own, years, known, alike } = facets[choice.plan][layer.id];
  const [start, end] = choice.years && layer.dated ? choice.years : [-Infinity, Infinity];
  const tests = Object.entries(own).map(([key, heading]) => keeperUnder(key, heading, choice)).filter(Boolean);
  const keeps = (at) => years[at] >= start && years[at] <= end && (!known || Boolean(known[at])) && tests.every((each) => each(at));
  return alike ? onceForAll(alike, keeps) : keeps;
}

/** Put a test once to rows of which the filters know the same, and give the answer for all of them. */
function onceForAll(alike, keeps) {
  const answers = [];
  return (at) => (answers[alike[at]] ??= keeps(at));
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
  const [keeps, found] = [keeper(layer, choice), []];
  for (let at = 0; at < layer.rows.length; at += 1) if (keeps(at)) found.push(at);
  return found;
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
  const counts = heading.codes.map(() => 0);
  for (const at of list) for (const number of heading.rows[at]) counts[number] += 1;
  counts.forEach((count, number) => count && total.set(heading.codes[number], (total.get(heading.codes[number]) || 0) + count));
  return total;
}
