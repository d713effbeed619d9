/*
 * The little script that the folium map carries.
 *
 * Two static files stand before it: countries.js (outlines) and rows.js (every row of every layer, looks, words).
 * `atlas.mount(map)` draws all of it once. `atlas.apply(map, state)` then only shows, hides and restyles, so the
 * reader's zoom and centre are never touched, except where the state names a new frame.
 *
 * Data reaches the page as text only (textContent, attributes of SVG), never as HTML.
 * Longitudes run from -30 to 330: the Pacific is in the middle. "Steps" are whole numbers, see web_shapes.py.
 */
(function () {
  "use strict";

  const POINT = 4 / 3; // CSS pixels to a point
  const SPACING = 0.68; // of a fan, in diameters: no two marks nearer than one mark (see fan.py)
  const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
  const NAMES_FROM = { coloured: 2.25, every: 2.75, mark: 5 }; // zoom levels
  const HIT = 12; // width in pixels of what catches the pointer over a line
  const WORLD = [-30, -46, 330, 73]; // what must show at first: Cape Horn peeps out below
  const NARROW = 600; // pixels of map width under which the legend starts folded

  const countries = window.atlasCountries;
  const { style, words, layers } = window.atlasRows;
  const { colours, dashes } = style;

  let map;
  let lang = "ja";
  let frame; // the frame applied last; undefined before the first
  let touched = false; // whether the reader moved the map since that frame
  let lastPick = 0;
  const shapes = new Map(); // country code -> shapes
  const rows = new Map(); // layer id -> rows, in the order of the static file
  const rings = []; // what is drawn around the selection
  const names = []; // labels, each knows when it shows

  // ---- places ----

  /** Turn steps into Leaflet's [lat, lng] pairs. */
  function places(steps) {
    const found = [];
    let lon = 0;
    let lat = 0;
    for (let i = 0; i < steps.length; i += 2) {
      lon += steps[i];
      lat += steps[i + 1];
      found.push([lat / countries.perDegree, lon / countries.perDegree]);
    }
    return found;
  }

  // ---- marks: symbols of a fixed size in pixels ----

  /** Outlines of equal area around (0, 0) for a circle of radius r. */
  const OUTLINES = {
    circle: (r) => `m${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`,
    square: (r) => polygon([[-1, -1], [1, -1], [1, 1], [-1, 1]], r * 0.89),
    diamond: (r) => polygon([[0, -1], [1, 0], [0, 1], [-1, 0]], r * 1.25),
    triangle: (r) => polygon([[0, -1.16], [1.12, 0.78], [-1.12, 0.78]], r * 1.1),
  };

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
      this._renderer._setPath(this, this._empty() ? "M0 0" : at + outline(this.options.mark, this._radius));
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

  function spread(marks) {
    marks.forEach((mark, i) => {
      const far = marks.length > 1 ? SPACING * Math.sqrt(i + 0.5) : 0;
      const shift = [far * Math.cos(i * GOLDEN_ANGLE), far * Math.sin(i * GOLDEN_ANGLE)];
      [mark, mark.around].filter(Boolean).forEach((each) => {
        each.options.shift = shift;
        each._project();
        each._updatePath();
      });
    });
  }

  // ---- mounting: everything is drawn once ----

  function mount(leaflet, [, , credit]) {
    map = leaflet;
    map.attributionControl.setPrefix(false).addAttribution(credit);
    Object.entries(colours).forEach(([name, colour]) => map.getContainer().style.setProperty(`--${name}`, colour));
    const panes = Object.fromEntries(["areas", "lines", "marks", "rings", "names"].map((name, i) => [name, pane(name, i)]));
    countries.shapes.forEach((shape) => addCountry(shape, panes.areas));
    layers.forEach((layer) => addLayer(layer, panes));
    addNames();
    addHatches();
    addControls();
    watch();
  }

  /** Make a pane with a drawing of its own; a pane made later lies on top. */
  function pane(name, order) {
    map.createPane(name).style.zIndex = 410 + 10 * order;
    return { pane: name, renderer: L.svg({ pane: name, padding: 0.5 }) };
  }

  function addCountry(shape, areas) {
    const rings = shape.rings.map((part) => part.map(places));
    const kind = shape.id ? "" : ` ${shape.kind}`;
    const path = L.polygon(rings, { ...areas, className: `country${kind}`, smoothFactor: 0.7, ...landStyle(shape) });
    const country = { shape, path, row: null };
    listen(path, { layer: "country", id: shape.id, tip: () => countryTip(country) });
    path.addTo(map).getElement().dataset.id = shape.id;
    shapes.set(shape.id, [...(shapes.get(shape.id) || []), country]);
  }

  function landStyle(shape) {
    const land = { country: shape.id === "JPN" ? colours.japan : colours.land, other: colours.land };
    const fill = land[shape.kind] || colours.undetermined;
    return { fillColor: fill, fillOpacity: 1, color: colours.border, weight: style.widths.border * POINT, opacity: 0.75 };
  }

  function addLayer(layer, panes) {
    const list = layer.rows.map((data) => ({ data, layer, look: layer.looks[data.look] || {}, shown: false, paths: [], marks: [] }));
    rows.set(layer.id, list);
    if (layer.kind === "line") [...list].sort((a, b) => !!b.data.pale - !!a.data.pale).forEach((row) => addLine(row, panes.lines));
    if (layer.kind === "point") list.forEach((row) => addPoint(row, panes.marks));
  }

  function addLine(row, lines) {
    const draw = (steps, className, more) => {
      const path = L.polyline(steps.map(places), { ...lines, className: `row off ${className}`, smoothFactor: 0.3, lineCap: "butt", ...more });
      path.addTo(map).getElement().dataset.id = row.data.id;
      row.paths.push(path);
      return path;
    };
    const looks = { color: row.look.colour || colours.quiet_ink, weight: style.widths.line * POINT, opacity: strength(row) };
    const { lines: firm, assumed = [] } = row.data;
    const named = `${row.layer.id} line`; // stands at one path of each row
    if (firm.length) draw(firm, named, { ...looks, interactive: false, dashArray: dash(row.look.mark) });
    if (assumed.length) draw(assumed, firm.length ? "line" : named, { ...looks, interactive: false, dashArray: dash("dotted") });
    const hit = draw([...firm, ...assumed], "hit", { color: "#000", opacity: 0, weight: HIT, lineCap: "round" });
    listen(hit, target(row));
  }

  function addPoint(row, marks) {
    row.data.points.map((steps) => places(steps)[0]).forEach((at) => {
      const mark = new Mark(at, { ...marks, className: `row off ${row.layer.id} mark`, mark: row.look.mark, ...markStyle(row) });
      mark.addTo(map).getElement().dataset.id = row.data.id;
      listen(mark, target(row));
      row.paths.push(mark);
      row.marks.push(mark);
      if (row.data.vague) addVagueRing(row, mark, marks);
    });
  }

  function addVagueRing(row, mark, marks) {
    const ring = { ...marks, className: "row off vague", interactive: false, share: 1.9, fill: false };
    mark.around = new Mark(mark.getLatLng(), { ...ring, color: colours.quiet_ink, weight: 1.1, dashArray: "2.5 2" });
    row.paths.push(mark.around.addTo(map));
  }

  function markStyle(row) {
    const colour = row.look.colour || colours.quiet_ink;
    const ink = row.look.hollow ? { color: colour, weight: 1.6, fillColor: colours.halo } : { color: colours.halo, weight: 1, fillColor: colour };
    return { ...ink, fill: true, fillOpacity: row.look.hollow ? 1 : strength(row), opacity: strength(row) };
  }

  function strength(row) {
    return row.data.pale ? style.pale : 1;
  }

  function dash(mark) {
    return (dashes[mark] || []).map((step) => step * POINT).join(" ") || null;
  }

  function target(row) {
    return { layer: row.layer.id, id: row.data.id, tip: () => row.data.tip[lang], row };
  }

  // ---- patterns: hatched areas ----

  function hatchName(layer, look) {
    return `hatch-${layer.id}-${layer.looks.indexOf(look)}`;
  }

  function addHatches() {
    const svg = document.querySelector(".leaflet-areas-pane svg");
    const defs = svg.insertBefore(svgElement("defs"), svg.firstChild);
    for (const layer of layers) {
      for (const look of layer.looks.filter((one) => one.mark === "hatched")) {
        const pattern = svgElement("pattern", {
          id: hatchName(layer, look), width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)",
        });
        pattern.append(svgElement("rect", { width: 6, height: 6, fill: look.colour }));
        pattern.append(svgElement("rect", { width: 1.5, height: 6, fill: colours.ink, opacity: 0.45 }));
        defs.append(pattern);
      }
    }
  }

  function svgElement(name, attributes = {}) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    return element;
  }

  function fillOf(row) {
    return row.look.mark === "hatched" ? `url(#${hatchName(row.layer, row.look)})` : row.look.colour || colours.land;
  }

  // ---- names on the map ----

  /** Make the names, the important ones first: places of close-ups, then countries by size. */
  function addNames() {
    countries.marks.forEach((mark) => addName(mark, "name place", () => NAMES_FROM.mark));
    const named = [...shapes].filter(([code]) => code).flatMap(([, list]) => list);
    for (const country of named.sort((a, b) => extent(b) - extent(a))) {
      addName(country.shape, "name", () => (country.row ? NAMES_FROM.coloured : NAMES_FROM.every));
    }
  }

  /** Measure the largest part of a country, roughly: far islands do not make it important. */
  function extent({ path }) {
    const boxes = path.getLatLngs().map(([outer]) => L.latLngBounds(outer));
    return Math.max(...boxes.map((box) => (box.getEast() - box.getWest()) * (box.getNorth() - box.getSouth())));
  }

  function addName(named, className, from) {
    const box = document.createElement("div");
    const icon = L.divIcon({ html: box, className, iconSize: null });
    const label = L.marker(places(named.at)[0], { icon, pane: "names", interactive: false, keyboard: false });
    names.push({ named, label, from, box });
  }

  /** Write every name in the language, those of coloured countries stronger. */
  function nameAll() {
    for (const { named, box, from } of names) {
      box.textContent = named.name[lang];
      box.className = from() === NAMES_FROM.coloured ? "told" : "";
    }
  }

  /** Show the names that are due at this zoom, each where it covers no other; those of facts go first. */
  function showNames() {
    const due = names.filter(({ from }) => map.getZoom() >= from()).sort((a, b) => a.from() - b.from());
    const taken = [];
    const shown = new Set(due.filter((name) => isFree(boxOf(name), taken)));
    for (const name of names) {
      const { label } = name;
      if (shown.has(name) !== map.hasLayer(label)) shown.has(name) ? label.addTo(map) : label.remove();
    }
  }

  function isFree(box, taken) {
    if (!map.getPixelBounds().overlaps(box) || taken.some((other) => other.overlaps(box))) return false;
    return taken.push(box) > 0;
  }

  /** Estimate the pixels that a name takes: a Japanese letter is as wide as it is high. */
  function boxOf({ named, label }) {
    const size = L.point(named.name[lang].length * (lang === "ja" ? 12 : 7), 15).divideBy(2);
    const at = map.project(label.getLatLng());
    return L.bounds(at.subtract(size), at.add(size));
  }

  // ---- pointer: one tooltip, one message ----

  const tip = L.tooltip({ className: "atlas-tip", opacity: 1, offset: [14, 0] });

  function listen(path, about) {
    path.on("mouseover", (event) => { lift(about, true); openTip(about, event.latlng); });
    path.on("mousemove", (event) => tip.setLatLng(event.latlng));
    path.on("mouseout", () => { lift(about, false); map.closeTooltip(tip); });
    path.on("click", (event) => { L.DomEvent.stop(event); pick(about.id, about.id ? about.layer : ""); });
  }

  function lift({ row }, on) {
    (row ? row.paths : []).forEach((path) => path.getElement().classList.toggle("lifted", on));
  }

  function openTip(about, at) {
    const lines = about.tip().map((text, i) => {
      const line = document.createElement(i ? "div" : "strong");
      line.textContent = text;
      return line;
    });
    const box = document.createElement("div");
    box.append(...lines);
    map.openTooltip(tip.setContent(box).setLatLng(at));
  }

  function countryTip({ shape, row }) {
    const own = shape.kind === "undetermined" ? [words[lang].undetermined] : [];
    return [shape.name[lang], ...own, ...(row ? row.data.tip[lang].slice(1) : [])];
  }

  /** Tell the page what was clicked; the ring is drawn at once, the page's answer settles it. */
  function pick(id, layer) {
    select(id ? [id] : []);
    lastPick = Math.max(lastPick + 1, Date.now()); // never the same twice, not even after a reload
    if (window.Streamlit) window.Streamlit.setComponentValue({ picked: id, layer, at: lastPick });
  }

  // ---- the frame ----

  function watch() {
    const box = map.getContainer();
    ["pointerdown", "wheel", "keydown"].forEach((kind) => box.addEventListener(kind, () => { touched = true; }, true));
    map.on("resize", () => { if (!touched && frame !== undefined) show(); });
    map.on("zoomend", fan);
    map.on("zoomend moveend", showNames);
    map.on("click", () => pick("", ""));
  }

  /** Fit a frame, or the world, into the part of the map that the legend leaves free. */
  function show() {
    const [west, south, east, north] = frame || WORLD;
    const covered = isNarrow() || !legend.open ? 0 : coveredByLegend();
    touched = false;
    map.fitBounds([[south, west], [north, east]], { animate: false, paddingBottomRight: [0, covered] });
  }

  /** The height in pixels, from the bottom, that the legend takes; a tall one may hide part of the frame. */
  function coveredByLegend() {
    const below = map.getContainer().getBoundingClientRect().bottom - legend.getBoundingClientRect().top;
    return Math.min(below, map.getSize().y / 2);
  }

  function reframe(wanted) {
    if (JSON.stringify(wanted) === JSON.stringify(frame)) return;
    frame = wanted;
    whenStyled(show);
  }

  /** Wait until the legend has a size to go by: map.css is loaded without waiting, the frame grows only later. */
  function whenStyled(then) {
    if (window.innerHeight > 0 && getComputedStyle(legend).getPropertyValue("--styled")) then();
    else requestAnimationFrame(() => whenStyled(then));
  }

  // ---- applying a state ----

  function apply(leaflet, state) {
    if (leaflet !== map) return;
    lang = state.lang;
    showRows(state.shown);
    colourCountries(state.shown);
    fan();
    nameAll();
    showNames();
    select(state.selected);
    speak();
    drawLegend(state);
    reframe(state.frame);
  }

  function showRows(shown) {
    for (const [id, list] of rows) {
      const wanted = new Set(shown[id] || []);
      list.forEach((row, position) => {
        if (row.shown === wanted.has(position)) return;
        row.shown = !row.shown;
        row.paths.forEach((path) => path.getElement().classList.toggle("off", !row.shown));
      });
    }
  }

  /** Colour the countries of the area rows; where two layers colour one, the later lies on top. */
  function colourCountries(shown) {
    const rowOf = new Map();
    for (const layer of layers.filter((one) => one.kind === "area")) {
      for (const position of shown[layer.id] || []) {
        const row = rows.get(layer.id)[position];
        row.data.areas.forEach((code) => rowOf.set(code, row));
      }
    }
    for (const [code, list] of shapes) for (const country of list) colourCountry(country, rowOf.get(code) || null);
  }

  function colourCountry(country, row) {
    if (country.row === row) return;
    country.row = row;
    const land = landStyle(country.shape);
    country.path.setStyle(row ? { ...land, fillColor: fillOf(row), fillOpacity: strength(row) } : land);
  }

  /** Ring the selected country or row; other lines step back while one is selected. */
  function select(ids) {
    rings.splice(0).forEach((ring) => ring.remove());
    map.getPane("lines").classList.remove("back");
    map.getPane("lines").querySelectorAll(".chosen").forEach((path) => path.classList.remove("chosen"));
    for (const id of ids) {
      (id && shapes.get(id) || []).forEach(({ path }) => ring(L.polygon(path.getLatLngs(), { smoothFactor: 0.7, weight: 2.2 })));
      for (const list of rows.values()) list.filter((row) => row.data.id === id && row.shown).forEach(ringRow);
    }
  }

  function ring(path) {
    L.setOptions(path, { pane: "rings", color: colours.chosen, fill: false, interactive: false });
    rings.push(path.addTo(map));
  }

  function ringRow(row) {
    row.marks.forEach((mark) => ring(new Mark(mark.getLatLng(), { shift: mark.options.shift, share: 2, weight: 2.2 })));
    if (row.layer.kind !== "line") return;
    map.getPane("lines").classList.add("back");
    row.paths.forEach((path) => path.bringToFront().getElement().classList.add("chosen"));
  }

  // ---- words around the map ----

  function speak() {
    const box = map.getContainer();
    document.documentElement.lang = lang;
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", words[lang].map);
    for (const [name, key] of [["in", "zoom_in"], ["out", "zoom_out"]]) {
      const button = box.querySelector(`.leaflet-control-zoom-${name}`);
      button.title = words[lang][key];
      button.setAttribute("aria-label", words[lang][key]);
    }
  }

  // ---- the legend ----

  let legend;

  function addControls() {
    L.control.scale({ imperial: false, position: "topleft" }).addTo(map);
    const control = L.control({ position: "bottomleft" });
    control.onAdd = () => {
      legend = document.createElement("details");
      legend.className = "atlas-legend";
      legend.open = !isNarrow();
      L.DomEvent.disableClickPropagation(legend);
      L.DomEvent.disableScrollPropagation(legend);
      return legend;
    };
    control.addTo(map);
  }

  function isNarrow() {
    return map.getSize().x < NARROW;
  }

  function drawLegend(state) {
    const sections = layers.filter((layer) => (state.shown[layer.id] || []).length).map((layer) => section(layer, state));
    const notes = [...state.notes.map((note) => textElement("p", note)), ...keys()];
    legend.replaceChildren(textElement("summary", words[lang].legend), group("sections", sections), group("notes", notes));
  }

  function group(className, children) {
    const box = document.createElement("div");
    box.className = className;
    box.append(...children);
    return box;
  }

  function section(layer, state) {
    const box = document.createElement("section");
    box.append(entry(null, layer.title[lang], state.shown[layer.id].length, "h2"));
    for (const [number, count] of state.counts[layer.id]) {
      const look = layer.looks[number];
      box.append(entry(swatch(layer, look), look.label[lang], count, "div"));
    }
    return box;
  }

  function entry(symbol, label, count, tag) {
    const line = document.createElement(tag);
    line.append(...(symbol ? [symbol] : []), textElement("span", label), textElement("b", String(count)));
    return line;
  }

  function textElement(tag, text) {
    const element = document.createElement(tag);
    element.textContent = text;
    return element;
  }

  /** Explain what paler, ringed and dotted mean, when it shows. */
  function keys() {
    const shown = [...rows.values()].flat().filter((row) => row.shown);
    const told = [["pale", (row) => row.data.pale], ["vague", (row) => row.data.vague], ["assumed", (row) => row.data.assumed]];
    return told.filter(([, holds]) => shown.some(holds)).map(([key]) => textElement("p", words[lang][key]));
  }

  function swatch(layer, look) {
    const svg = svgElement("svg", { width: 26, height: 14, viewBox: "-13 -7 26 14", "aria-hidden": "true" });
    svg.append(SWATCHES[layer.kind](layer, look));
    return svg;
  }

  const SWATCHES = {
    area: (layer, look) =>
      svgElement("rect", { x: -11, y: -6, width: 22, height: 12, fill: fillOf({ layer, look }), stroke: colours.border }),
    line: (_layer, look) =>
      svgElement("path", { d: "M-13,0H13", fill: "none", stroke: look.colour, "stroke-width": 2.2, "stroke-dasharray": dash(look.mark) || "none" }),
    point: (_layer, look) =>
      svgElement("path", {
        d: `M0,0${outline(look.mark, 5)}`, fill: look.hollow ? colours.halo : look.colour,
        stroke: look.hollow ? look.colour : colours.halo, "stroke-width": look.hollow ? 1.6 : 0.8,
      }),
  };

  window.atlas = { mount, apply };
})();
