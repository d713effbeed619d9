// Cells: a crowd gathered into squares of the map, at one zoom; by the rule of scene/crowd.py, but for LEAST.

const CELL = 44; // pixels
const GAP = 0.06; // what stays free around the fullest circle, in shares of a cell
const LEAST = 0.28; // how far across the smallest circle is; on paper it may be smaller, for nobody has to hit it there
const FAR = 1e6; // more cells than stand side by side at any zoom

/** Give the cells of a crowd as it shows, by number; made anew only when rows, colours or zoom change. */
function cellsOf(crowd) {
  const [zoom, only] = [map.getZoom(), dwelt && dwelt.layer === crowd.layer ? dwelt.number : null];
  const kept = crowd.cells;
  if (kept && kept.zoom === zoom && kept.field === crowd.layer.field && kept.only === only) return kept.by;
  const by = gather(crowd, CELL / 2 ** zoom, only);
  const most = [...by.values()].reduce((found, { count }) => Math.max(found, count), 1);
  by.forEach((cell) => settle(crowd, cell, 2 ** zoom, most));
  crowd.cells = { zoom, field: crowd.layer.field, only, by };
  return by;
}

/** Gather what shows; a cell knows its last point, and `next` the one before each. A row counts once in a cell. */
function gather(crowd, side, only) {
  const { xs, ys, of, shown, layer } = crowd;
  const looks = crowd.looks[layer.field];
  const by = new Map();
  crowd.next = new Int32Array(xs.length);
  for (let point = 0; point < xs.length; point += 1) {
    const row = of ? of[point] : point;
    if (!shown[row] || (only !== null && looks[row] !== only)) continue;
    const [column, line] = [Math.floor(xs[point] / side), Math.floor(ys[point] / side)];
    const key = line * FAR + column;
    let cell = by.get(key);
    if (!cell) by.set(key, (cell = { column, line, count: 0, x: 0, y: 0, last: -1, row: -1 }));
    if (cell.row === row) continue;
    cell.x += xs[point];
    cell.y += ys[point];
    crowd.next[point] = cell.last;
    cell.count += 1;
    cell.last = point;
    cell.row = row;
  }
  return by;
}

/** Say of a cell where its circle stands, how far it reaches, and which category is the commonest in it. */
function settle(crowd, cell, scale, most) {
  const { column, line, count } = cell;
  const single = count === 1;
  const reach = single ? 0 : (Math.max(LEAST, Math.sqrt(count / most) * (1 - GAP)) * CELL) / 2;
  const within = (middle, start) => Math.min(Math.max(middle, start + reach), start + CELL - reach);
  const [x, y] = [(cell.x / count) * scale, (cell.y / count) * scale];
  cell.at = single ? L.point(x, y) : L.point(within(x, column * CELL), within(y, line * CELL));
  cell.reach = reach;
  cell.look = crowd.layer.looks[tally(crowd, cell)[0][0]] || {};
}

/** Count the rows of a cell by category: [number, count], the commonest first, of equal ones the first. */
function tally(crowd, cell) {
  const counts = new Map();
  const looks = crowd.looks[crowd.layer.field];
  for (const row of members(crowd, cell)) counts.set(looks[row], (counts.get(looks[row]) || 0) + 1);
  return [...counts].sort(([one, few], [other, many]) => many - few || one - other);
}

function members({ next, of }, cell) {
  const found = [];
  for (let point = cell.last; point >= 0; point = next[point]) found.push(of ? of[point] : point);
  return found.reverse();
}

/** Find the cell whose circle or mark holds a point of the world, those drawn last first. */
function cellAt({ x, y }) {
  const [column, line] = [Math.floor(x / CELL), Math.floor(y / CELL)];
  for (const crowd of [...crowds.values()].reverse()) {
    const by = cellsOf(crowd);
    for (const [aside, below] of AROUND) {
      const cell = by.get((line + below) * FAR + column + aside);
      if (cell && cell.at.distanceTo(L.point(x, y)) <= (cell.reach || radius(map.getZoom()) + 2)) return { crowd, cell };
    }
  }
  return null;
}

const AROUND = [0, -1, 1].flatMap((below) => [0, -1, 1].map((aside) => [aside, below]));
