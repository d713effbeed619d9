// Columns: what is told of a crowd comes by column and is read row by row when it is asked for (see columns.py).

/** Give the cells of a packed column, a row each. */
function columnOf({ cells, numbers, bytes, count }) {
  if (count) return Array(count).fill(cells[0]);
  if (!numbers) return cells;
  const { buffer } = Uint8Array.from(atob(numbers), (letter) => letter.charCodeAt(0));
  return Array.from(new { 1: Uint8Array, 2: Uint16Array }[bytes](buffer), (number) => cells[number]);
}

/** Give a column of words as pairs, or single ones where both languages say the same. */
function pairsOf({ cells, ...more }) {
  return columnOf({ ...more, cells: cells.map((each) => (Array.isArray(each) ? each : [each])) });
}

/** Make what is read like a list and worked out at each position when it is asked for. */
function lazily(of) {
  return new Proxy([], { get: (_, at) => of(Number(at)) });
}

/** Unpack what is told of a crowd into what is told of every layer; `drawn` holds its ids, names and places. */
function crowdOf(told, drawn) {
  const { cells, facts, looks, own, columns: packed } = told.packed;
  const all = packed.map((column) => (column.cells ? pairsOf(column) : drawn.names.map((name) => [name])));
  const [inList, inFacts, look] = [cells.map((n) => all[n]), facts.map((n) => all[n]), all[looks]];
  const ids = drawn.runs.flatMap(([from, count]) => Array.from({ length: count }, (_, i) => `${drawn.stem}${from + i}`));
  const tip = (at) => ({ ja: [drawn.names[at], look[at][0]], en: [drawn.names[at], look[at].at(-1)] });
  const toldOf = (at) => inFacts.map((column, label) => [label, ...column[at]]).filter(([, words]) => words);
  const points = pointsOf(drawn);
  return {
    ...told, own: columnOf(own), via: Array(ids.length).fill([]), sources: Array(ids.length).fill([]),
    cells: lazily((at) => inList.map((column) => column[at])),
    facts: lazily((at) => [...toldOf(at), [inFacts.length, ids[at]]]),
    rows: ids.map((id, at) => ({ id, get tip() { return tip(at); }, get points() { return points(at); } })),
  };
}

/** Make what gives the places of a crowd's row as steps. */
function pointsOf({ places: packed, of }) {
  const whole = (text) => new Int32Array(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer);
  const [steps, rows] = [whole(packed), of && whole(of)];
  const at = (point) => [...steps.subarray(2 * point, 2 * point + 2)];
  return (row) => (rows ? [...rows.keys()].filter((point) => rows[point] === row).map(at) : [at(row)]);
}

/** Unpack the codes of a crowd's rows; as planned they are those of now. */
function facetsOf({ years, headings: packed, known }, now) {
  if (known) return { ...now, known: columnOf(known), alike: alikeIn([now.alike, columnOf(known)]) };
  const headings = Object.fromEntries(Object.entries(packed).map(([key, heading]) => [key, { ...heading, rows: columnOf(heading.rows) }]));
  const all = columnOf(years);
  return { years: all, headings, alike: alikeIn([all, ...Object.values(headings).map(({ rows }) => rows)]) };
}

/** Number rows so that those which hold the same cells in all columns have one number. */
function alikeIn(columns) {
  return columns.reduce((before, column) => {
    const [places, numbers] = [new Map(), new Map()];
    return before.map((one, at) => {
      const cell = column[at];
      if (!places.has(cell)) places.set(cell, places.size); // equal lists are one and the same in a packed column
      return numberOf(numbers, one * FAR_APART + places.get(cell));
    });
  }, new Array(columns[0].length).fill(0));
}

const FAR_APART = 1e6; // more than any column has cells

function numberOf(numbers, key) {
  if (!numbers.has(key)) numbers.set(key, numbers.size);
  return numbers.get(key);
}
