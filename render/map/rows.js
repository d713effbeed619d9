// Rows: everything is drawn once, hidden, and knows its row.

const HIT = 12; // width in pixels of what catches the pointer over a line

/** Make a pane with a drawing of its own; a pane made later lies on top. */
function pane(name, order) {
  map.createPane(name).style.zIndex = 410 + 10 * order;
  return { pane: name, renderer: L.svg({ pane: name, padding: 0.5 }) };
}

function addCountry(shape, areas) {
  const rings = ringsOf(shape.rings, countries.coarsePerDegree);
  const kind = shape.id ? "" : ` ${shape.kind}`;
  const path = L.polygon(rings, { ...areas, className: `country${kind}`, smoothFactor: 0.7, ...landStyle(shape) });
  const boxes = rings.map(([outer]) => L.latLngBounds(outer));
  const country = { shape, path, boxes, row: null };
  listen(path, { layer: "country", id: shape.id, tip: () => countryTip(country) });
  path.addTo(map).getElement().dataset.id = shape.id;
  outlines.push(country);
  shapes.set(shape.id, [...(shapes.get(shape.id) || []), country]);
}

function addLayer(layer, panes) {
  const list = layer.rows.map((data) => (
    { known: data, data, layer, look: {}, group: undefined, shown: false, paths: [], marks: [], strokes: [] }));
  rows.set(layer.id, list);
  if (layer.crowd) addCrowd(layer);
  if (layer.kind === "line") [...list].sort((a, b) => !!b.data.pale - !!a.data.pale).forEach((row) => addLine(row, panes.lines));
  if (layer.kind === "point") list.forEach((row) => addPoint(row, panes.marks));
}

function addLine(row, lines) {
  const { data } = row;
  const firm = data.lines.map((steps) => places(steps));
  const assumed = (data.assumed || []).map((steps) => places(steps));
  const [firmLanes, assumedLanes] = [data.lines_lanes, data.assumed_lanes || []];
  const moves = jointMoves([...firm, ...assumed], [...firmLanes, ...assumedLanes]);
  const draw = (steps, lanes, className, more) => {
    const looks = { ...lines, className: `row off ${className}`, smoothFactor: 0.3, lineCap: "butt", lanes, moves };
    const path = new LaneLine(steps, { ...looks, ...more });
    path.addTo(map).getElement().dataset.id = data.id;
    row.paths.push(path);
    return path;
  };
  const stroke = (steps, lanes, assumed) => {
    if (steps.length) row.strokes.push(draw(steps, lanes, `${row.layer.id} line`, { assumed, interactive: false }));
  };
  stroke(firm, firmLanes, false);
  stroke(assumed, assumedLanes, true);
  const wide = { color: "#000", opacity: 0, weight: HIT, lineCap: "round" };
  listen(draw([...firm, ...assumed], [...firmLanes, ...assumedLanes], "hit", wide), target(row));
}

function addPoint(row, marks) {
  row.data.points.map((steps) => places(steps)[0]).forEach((at) => {
    const mark = new Mark(at, { ...marks, className: `row off ${row.layer.id} mark` });
    mark.addTo(map).getElement().dataset.id = row.data.id;
    listen(mark, target(row));
    row.paths.push(mark);
    row.marks.push(mark);
    if (row.data.vague) addVagueRing(row, mark, marks);
  });
}

function addVagueRing(row, mark, marks) {
  const ring = { ...marks, className: "row off vague", interactive: false, share: ALONE, fill: false };
  mark.around = new Mark(mark.getLatLng(), { ...ring, color: colours.quiet_ink, weight: 1.1, dashArray: "2.5 2" });
  row.paths.push(mark.around.addTo(map));
}

function target(row) {
  return { layer: row.layer.id, id: row.data.id, tip: () => [...row.data.tip[lang], ...groupOf(row)], row };
}

/** Name the category that colours a row, where the tooltip does not name it already. */
function groupOf({ layer, group }) {
  return group && layer.field !== layer.colouredBy ? [group.label[lang]] : [];
}
