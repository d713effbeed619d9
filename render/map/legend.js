// The legend, every line of which is a switch, and the other controls.

const NARROW = 600; // pixels of map width under which the legend is folded
const LOW = 440; // and of map height

const parts = new Map(); // what stands in the legend, by what it stands for: a switch keeps its place and its focus
let legend;

function addControls() {
  addSlider();
  L.control.scale({ imperial: false, position: "topleft" }).addTo(map);
  control("topright", fitButton());
  legend = document.createElement("details");
  legend.className = "atlas-legend";
  foldWhenSmall(legend);
  L.DomEvent.disableScrollPropagation(legend);
  control("bottomleft", legend);
}

function control(position, element) {
  L.DomEvent.disableClickPropagation(element);
  const holder = L.control({ position });
  holder.onAdd = () => element;
  holder.addTo(map);
}

function fitButton() {
  const button = document.createElement("button");
  const arrows = svgElement("svg", { viewBox: "0 0 16 16", width: 20, height: 20, "aria-hidden": true });
  arrows.append(svgElement("path", { d: "M9.5 2.5h4v4M13 3 3 13M2.5 9.5v4h4", fill: "none", stroke: "currentColor", "stroke-width": 1.5 }));
  button.append(arrows); // drawn: few fonts have such a sign
  button.type = "button";
  button.className = "atlas-fit leaflet-bar";
  button.addEventListener("click", fitFilters);
  return button;
}

function isSmall() {
  return map.getSize().x < NARROW || map.getSize().y < LOW;
}

/** Fold the legend of a small map, and unfold it when the map grows; in between it is the person's. */
function foldWhenSmall(box) {
  let wasSmall = isSmall();
  box.open = !wasSmall;
  map.on("resize", () => {
    if (isSmall() !== wasSmall) box.open = wasSmall;
    wasSmall = isSmall();
  });
}

function drawLegend(state) {
  const title = part("title", () => document.createElement("summary"));
  title.textContent = words[lang].legend;
  const [on, off] = [true, false].map((isOn) => layers.filter(({ id }) => state.on.includes(id) === isOn));
  const notes = [...state.notes.map((note) => textElement("p", note)), ...keys(), ...cutKeys(state.cut)];
  fill(legend, [
    title,
    group("absent", off.map((layer) => heading(layer, state))),
    group("sections", on.flatMap((layer) => [section(layer, state), ...dashSection(layer, state)])),
    group("notes", notes),
  ]);
}

function part(of, make) {
  if (!parts.has(of)) parts.set(of, make());
  return parts.get(of);
}

/** Put elements into a box, unless they stand there already; what has the focus keeps it. */
function fill(box, elements) {
  const isSame = elements.length === box.children.length && elements.every((each, i) => each === box.children[i]);
  if (isSame) return box;
  const focused = document.activeElement;
  box.replaceChildren(...elements);
  if (box.contains(focused)) focused.focus();
  return box;
}

function group(className, elements) {
  const box = part(className, () => document.createElement("div"));
  box.className = className;
  return fill(box, elements);
}

function section(layer, state) {
  const entries = state.counts[layer.id].map(([number, count, on]) => {
    const look = layer.looks[number];
    return refresh(part(look, () => entry(layer, look)), look.label[lang], count, on);
  });
  const box = part(`section ${layer.id}`, () => document.createElement("section"));
  return fill(box, [heading(layer, state), ...entries]);
}

/** Explain the dashes of a layer that is coloured by another field. */
function dashSection(layer, state) {
  const looks = layer.colourings[layer.dashedBy];
  const lines = (state.dashes[layer.id] || []).map(([number, count]) => dashLine(layer, looks[number], count));
  if (!lines.length) return [];
  const box = part(`dashes ${layer.id}`, () => document.createElement("section"));
  box.className = "dashes";
  box.replaceChildren(textElement("h2", layer.dashes[lang]), ...lines);
  return [box];
}

function dashLine(layer, look, count) {
  const line = document.createElement("div");
  line.append(swatch(layer, dashKey(look)), textElement("span", look.label[lang]), textElement("b", grouped(count)));
  return line;
}

/** Give the switch of a layer, with the rows that it shows or would show. */
function heading(layer, state) {
  const title = part(layer, () => headed(entry(layer, null)));
  const count = state.counts[layer.id].reduce((sum, [, each, on]) => sum + (on ? each : 0), 0);
  refresh(title.firstChild, layer.title[lang], count, state.on.includes(layer.id));
  return title;
}

function headed(button) {
  const heading = document.createElement("h2");
  heading.append(button);
  return heading;
}

/** Make the switch of a category, or of a whole layer when no look is given. */
function entry(layer, look) {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...(look ? [swatch(layer, look)] : []), document.createElement("span"), document.createElement("b"));
  button.addEventListener("click", () => toggle(layer, look));
  const lifting = { pointerenter: true, pointerleave: false, focus: true, blur: false };
  Object.entries(lifting).forEach(([kind, on]) => button.addEventListener(kind, () => emphasise(on ? rowsOf(layer, look) : [], on ? layer : null, look)));
  return button;
}

function refresh(button, label, count, isOn) {
  button.setAttribute("aria-pressed", String(isOn));
  button.title = words[lang].switch;
  button.querySelector("span").textContent = label;
  button.querySelector("b").textContent = grouped(count);
  return button;
}

function textElement(tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

/** Explain what paler, ringed and dotted mean, when it shows. */
function keys() {
  const shown = [...rows.values()].flat().filter((row) => row.shown);
  const explained = [["pale", (row) => row.data.pale], ["vague", (row) => row.data.vague], ["assumed", (row) => row.data.assumed]];
  const gathered = [...crowds.keys()].some((id) => asked.on.includes(id)) ? ["crowd"] : [];
  const told = [...explained.filter(([, holds]) => shown.some(holds)).map(([key]) => key), ...gathered];
  return told.map((key) => textElement("p", words[lang][key]));
}

function swatch(layer, look) {
  const svg = svgElement("svg", { width: 26, height: 14, viewBox: "-13 -7 26 14", "aria-hidden": "true" });
  svg.append(SWATCHES[layer.kind](layer, look));
  return svg;
}

const SWATCHES = {
  zone: zoneSwatch,
  area: (layer, look) =>
    svgElement("rect", { x: -11, y: -6, width: 22, height: 12, fill: fillOf({ layer, look }), stroke: colours.border }),
  line: (_layer, look) =>
    svgElement("path", { d: "M-13,0H13", fill: "none", stroke: look.colour, "stroke-width": 2.2 * (look.width || 1), "stroke-dasharray": dash(look.mark) || "none" }),
  point: (_layer, look) =>
    svgElement("path", {
      d: `M0,0${outline(look.mark, 5)}`, fill: look.hollow ? colours.halo : look.colour,
      stroke: look.hollow ? look.colour : colours.halo, "stroke-width": look.hollow ? 1.6 : 0.8,
    }),
};
