// Circles: the cells of all crowds on one canvas under the marks; their area grows with what they hold.

const SIZES = [11, 10]; // pixels of letters; a count that fits its circle in none is not written
const SEEN = 0.88; // opacity of a circle: borders and coasts show through

let circles = null; // the canvas, once there is a crowd
let dwelt = null; // {layer, number} of the category that is pointed at in the legend; number null is the whole layer

/** A canvas that Leaflet moves and scales with the map. */
const Circles = L.Renderer.extend({
  _initContainer() {
    this._container = L.DomUtil.create("canvas", "atlas-crowd");
    this._container.setAttribute("aria-hidden", "true"); // legend, summary and table say it
    this._pen = this._container.getContext("2d");
  },
  _destroyContainer() {
    this._container.remove();
  },
  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    L.Renderer.prototype._update.call(this);
    const [{ min }, size, dense] = [this._bounds, this._bounds.getSize(), window.devicePixelRatio || 1];
    L.DomUtil.setPosition(this._container, min);
    Object.assign(this._container, { width: dense * size.x, height: dense * size.y });
    Object.assign(this._container.style, { width: `${size.x}px`, height: `${size.y}px` });
    this._pen.setTransform(dense, 0, 0, dense, -dense * min.x, -dense * min.y);
    this.draw();
  },
  _updatePaths() {},
  draw() {
    const { min, max } = this._bounds;
    this._pen.clearRect(min.x, min.y, max.x - min.x, max.y - min.y);
    crowds.forEach((crowd) => drawCrowd(this._pen, this._bounds, crowd));
    this._container.dataset.rows = [...crowds.values()].reduce((sum, { total }) => sum + total, 0);
  },
});

function addCircles() {
  circles = circles || new Circles({ pane: "marks", padding: 0.5 }).addTo(map);
}

/** Let one category of a crowd be seen alone while it is pointed at. */
function dwell(on) {
  if (JSON.stringify(on && [on.layer.id, on.number]) === JSON.stringify(dwelt && [dwelt.layer.id, dwelt.number])) return;
  dwelt = on;
  if (circles) circles.getPane().classList.toggle("dwelt", Boolean(on));
  drawCircles();
}

function drawCircles() {
  if (!circles) return;
  circles.draw();
  leaveCell();
}

/** Draw what lies within bounds, the circles first and the single marks above them. */
function drawCrowd(pen, bounds, crowd) {
  const origin = map.getPixelOrigin();
  const seen = L.bounds(bounds.min.subtract([CELL, CELL]), bounds.max.add([CELL, CELL]));
  const cells = [...cellsOf(crowd).values()].filter(({ at }) => seen.contains(at.subtract(origin)));
  const { fontFamily } = getComputedStyle(map.getContainer());
  [pen.textAlign, pen.textBaseline, pen.lineJoin] = ["center", "middle", "round"];
  cells.filter(({ count }) => count > 1).forEach((cell) => drawCircle(pen, cell, cell.at.subtract(origin), fontFamily));
  cells.filter(({ count }) => count === 1).forEach((cell) => drawMark(pen, cell, cell.at.subtract(origin)));
}

function drawCircle(pen, { look, reach, count }, { x, y }, letters) {
  pen.beginPath();
  pen.arc(x, y, reach, 0, 2 * Math.PI);
  paint(pen, look, SEEN);
  const text = shortly(count);
  const size = SIZES.find((each) => fits(pen, text, `700 ${each}px ${letters}`, 2 * reach));
  if (!size) return;
  pen.fillStyle = look.hollow ? colours.ink : colours.halo;
  pen.fillText(text, x, y + 0.5);
}

/** Set the letters, and tell whether a text in them fits into a circle so far across. */
function fits(pen, text, letters, across) {
  pen.font = letters;
  return pen.measureText(text).width < across - 3;
}

function drawMark(pen, { look }, { x, y }) {
  pen.save();
  pen.translate(x, y);
  paint(pen, look, 1, pathOf(look.mark, radius(map.getZoom())));
  pen.restore();
}

/** Fill and edge as markStyle does for marks; without a path, the one that was begun. */
function paint(pen, look, seen, path) {
  const { fillColor, color, weight } = markStyle({ look, data: {} });
  pen.globalAlpha = seen;
  pen.fillStyle = fillColor;
  path ? pen.fill(path) : pen.fill();
  pen.globalAlpha = 1;
  Object.assign(pen, { strokeStyle: color, lineWidth: weight });
  path ? pen.stroke(path) : pen.stroke();
}

const paths = new Map(); // outlines as the canvas takes them, by form and size

function pathOf(mark, r) {
  const key = `${mark} ${r}`;
  if (!paths.has(key)) paths.set(key, new Path2D(`M0,0${outline(mark, r)}`));
  return paths.get(key);
}

/** Write a count so that it fits a circle: 9,500, 1.2万, 12万 in Japanese, 950, 1.2k, 12k in English (as i18n/counts.py). */
function shortly(count) {
  const [unit, sign] = lang === "ja" ? [10000, "万"] : [1000, "k"];
  if (count < unit) return grouped(count);
  const tenths = Math.round((count * 10) / unit); // toFixed would round 1.15 down
  return `${tenths < 100 ? tenths / 10 : Math.round(count / unit)}${sign}`;
}

function grouped(count) {
  return count.toLocaleString("en");
}
