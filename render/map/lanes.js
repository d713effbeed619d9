// Lanes: systems that share a corridor run side by side (the lanes are those that geo/lanes.py gave them).

const LANE = 2.2; // pixels from lane to lane
const TAPER = 16; // pixels from a landing to the full shift
const STILL = L.point(0, 0);

/** A polyline whose lines are shifted to their left; `lanes[i]` is [lane, joint at its start, joint at its stop]. */
const LaneLine = L.Polyline.extend({
  _project() {
    L.Polyline.prototype._project.call(this);
    const { lanes, moves } = this.options;
    this._rings = this._rings.map((ring, i) => inLane(ring, lanes[i][0], moves[lanes[i][1]], moves[lanes[i][2]]));
  },
});

/** Shift projected points aside: opening after a landing, closing before the next, along with a trunk at joints. */
function inLane(points, lane, from = STILL, to = STILL) {
  if (points.length < 2 || (!lane && from === STILL && to === STILL)) return points;
  const along = [0];
  for (let i = 1; i < points.length; i += 1) along.push(along[i - 1] + points[i].distanceTo(points[i - 1]));
  const total = along[along.length - 1];
  const reach = Math.min(TAPER, total / 3) || 1;
  const span = Math.max(4, 1.5 * Math.abs(lane) * LANE);
  let back = 0;
  let ahead = 0;
  return points.map((point, i) => {
    while (along[i] - along[back + 1] > span) back += 1;
    while (ahead < points.length - 1 && along[ahead] - along[i] < span) ahead += 1;
    const opened = eased(along[i] / reach);
    const closed = eased((total - along[i]) / reach);
    return point
      .add(left(points[back], points[ahead]).multiplyBy(lane * LANE * opened * closed))
      .add(from.multiplyBy(LANE * (1 - opened)))
      .add(to.multiplyBy(LANE * (1 - closed)));
  });
}

/** The unit vector to the left of the way from one point to another, on a screen whose y points down. */
function left(here, there) {
  const way = there.subtract(here);
  const far = Math.hypot(way.x, way.y) || 1;
  return L.point(way.y / far, -way.x / far);
}

function eased(share) {
  const held = Math.min(1, Math.max(0, share));
  return held * held * (3 - 2 * held);
}

/** How far each joint moves, in lanes: the mean of what meets there. Directions do not change with the zoom. */
function jointMoves(lines, lanes) {
  const pulls = new Map();
  lines.forEach((line, i) => {
    const [lane, start, stop] = lanes[i];
    const ends = [[start, line[0], line[1]], [stop, line[line.length - 2], line[line.length - 1]]];
    for (const [joint, here, there] of ends.filter((end) => end[0] && lane)) {
      const aside = left(map.project(here, 0), map.project(there, 0)).multiplyBy(lane);
      pulls.set(joint, [...(pulls.get(joint) || []), aside]);
    }
  });
  const mean = (found) => found.reduce((sum, one) => sum.add(one)).divideBy(found.length);
  return Object.fromEntries([...pulls].map(([joint, found]) => [joint, mean(found)]));
}
