// Marks: symbols of a fixed size in pixels, and the fan of those that would hide each other.

const POINT = 4 / 3; // CSS pixels to a point
const SPACING = 0.68; // of a fan, in diameters: no two marks nearer than one mark (see fan.py)
const ALONE = 1.9; // the ring around one vague mark, in diameters
const BESIDE = 1.6; // what it adds to the way across several
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** Outlines of equal area around (0, 0) for a circle of radius r. */
const OUTLINES = {
  circle: (r) => `m${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`,
  square: (r) => polygon([[-1, -1], [1, -1], [1, 1], [-1, 1]], r * 0.89),
  diamond: (r) => polygon([[0, -1], [1, 0], [0, 1], [-1, 0]], r * 1.25),
  triangle: (r) => polygon([[0, -1.16], [1.12, 0.78], [-1.12, 0.78]], r * 1.1),
  down: (r) => polygon([[0, 1.16], [-1.12, -0.78], [1.12, -0.78]], r * 1.1),
  pentagon: (r) => polygon(corners(5, [1]), r * 1.25),
  hexagon: (r) => polygon(corners(6, [1]), r * 1.15),
  hexstar: (r) => polygon(corners(12, [1, 0.5]), r * 1.45),
  star: (r) => polygon(corners(10, [1, 0.5]), r * 1.5),
  plus: (r) => polygon(CROSS, r * 1.14),
  cross: (r) => polygon(CROSS.map(([x, y]) => [(x - y) * Math.SQRT1_2, (x + y) * Math.SQRT1_2]), r * 1.14),
};

/** An upright plus whose arms are two thirds as wide as they are from the middle. */
const CROSS = [[-0.37, -1], [0.37, -1], [0.37, -0.37], [1, -0.37], [1, 0.37], [0.37, 0.37], [0.37, 1], [-0.37, 1], [-0.37, 0.37], [-1, 0.37], [-1, -0.37], [-0.37, -0.37]];

/** Corners on circles that take turns, the first at the top. */
function corners(count, radii) {
  const angle = (i) => (2 * Math.PI * i) / count - Math.PI / 2;
  return Array.from({ length: count }, (_, i) => [Math.cos(angle(i)), Math.sin(angle(i))].map((part) => part * radii[i % radii.length]));
}

function polygon(corners, r) {
  const steps = corners.map(([x, y], i) => [x - (i ? corners[i - 1][0] : 0), y - (i ? corners[i - 1][1] : 0)]);
  return `m${steps.map(([x, y]) => `${(x * r).toFixed(2)},${(y * r).toFixed(2)}`).join("l")}z`;
}

function outline(mark, r) {
  return (OUTLINES[mark] || OUTLINES.circle)(r);
}

/** The radius of a mark in pixels: small on a map of the world, where many stand close together. */
function radius(zoom) {
  const share = Math.min(1, Math.max(0, (zoom - 1.5) / 3));
  return (style.widths.mark * POINT * (0.95 + 0.75 * share)) / 2;
}

/** A mark of any shape; `shift` moves it away from its place, in diameters, `share` enlarges it. */
const Mark = L.CircleMarker.extend({
  options: { mark: "circle", shift: [0, 0], share: 1 },
  _project() {
    const size = radius(this._map.getZoom());
    this._radius = size * this.options.share;
    this._point = this._map.latLngToLayerPoint(this._latlng).add(L.point(this.options.shift).multiplyBy(2 * size));
    this._updateBounds();
  },
  _updatePath() {
    const at = `M${this._point.x.toFixed(1)},${this._point.y.toFixed(1)}`;
    this._renderer._setPath(this, this._empty() || !this._radius ? "M0 0" : at + outline(this.options.mark, this._radius));
  },
});

/** Stand the shown marks that would hide each other side by side, like the seeds of a sunflower. */
function fan() {
  const reach = radius(map.getZoom());
  const groups = [];
  for (const mark of shownMarks()) {
    const at = map.project(mark.getLatLng());
    const group = groups.find((one) => one.at.distanceTo(at) < reach);
    if (group) group.marks.push(mark);
    else groups.push({ at, marks: [mark] });
  }
  groups.forEach(({ marks }) => spread(marks));
}

function* shownMarks() {
  for (const list of rows.values()) for (const row of list) if (row.shown) yield* row.marks;
}

/** Fan a group out, the vague ones in its middle, where one ring holds them all. */
function spread(group) {
  const marks = [...group.filter((mark) => mark.around), ...group.filter((mark) => !mark.around)];
  marks.forEach((mark, i) => {
    const far = marks.length > 1 ? SPACING * Math.sqrt(i + 0.5) : 0;
    move(mark, [far * Math.cos(i * GOLDEN_ANGLE), far * Math.sin(i * GOLDEN_ANGLE)]);
  });
  ringTogether(marks.filter((mark) => mark.around));
}

/** Draw the ring of the first around all of them, and none around the others. */
function ringTogether(vague) {
  const shifts = vague.map((mark) => mark.options.shift);
  const centre = [0, 1].map((axis) => shifts.reduce((sum, shift) => sum + shift[axis], 0) / shifts.length);
  const far = Math.max(...shifts.map(([x, y]) => Math.hypot(x - centre[0], y - centre[1])));
  vague.forEach(({ around }, i) => {
    around.options.share = i ? 0 : vague.length > 1 ? 2 * far + BESIDE : ALONE;
    move(around, centre);
  });
}

function move(mark, shift) {
  mark.options.shift = shift;
  mark._project();
  mark._updatePath();
}
