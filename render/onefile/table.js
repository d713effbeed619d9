// The list of what shows: a tab for each layer, fifty rows a page; what is pointed at is lifted on the map as well.

const LEAF = 50;
const POINTED = "atlas-pointed"; // see render/map/link.js
let tab = ""; // the layer whose rows are listed; "" is all
let leaf = 0;
let listedFor = ""; // the rows that the pages were made for

function renewTable(state) {
  const filled = layers.filter(({ id }) => state.shown[id].length);
  if (!filled.some(({ id }) => id === tab)) tab = "";
  const list = filled.filter(({ id }) => !tab || id === tab).flatMap((layer) => state.shown[layer.id].map((at) => ({ layer, at })));
  const made = filled.map(({ id }) => `${id} ${sumOf(state.shown[id])}`).join() + tab;
  if (made !== listedFor) leaf = 0;
  listedFor = made;
  drawTabs(filled, state);
  drawRows(list.slice(leaf * LEAF, (leaf + 1) * LEAF));
  drawLeaves(list.length);
}

/** Sum up a list of rows, so that it is told from any other. */
function sumOf(list) {
  return list.reduce((sum, at) => (sum * 31 + at + 1) | 0, list.length);
}

function drawTabs(filled, state) {
  const total = filled.reduce((sum, { id }) => sum + state.shown[id].length, 0);
  const make = (id, text) => button(text, () => { tab = id; renewTable(state); }, { "aria-pressed": String(tab === id), "data-key": `tab ${id}` });
  fill(byId("tabs"), [make("", say("all", { count: total })), ...filled.map(({ id, title }) =>
    make(id, say("tab", { layer: title[lang], count: state.shown[id].length })))]);
}

function drawRows(list) {
  const [name, ...others] = columns;
  const titles = [name, ...(tab ? [] : [phrases.layer]), ...others];
  const head = element("tr", {}, ...titles.map((title) => element("th", { scope: "col", text: title[lang] })));
  const table = element("table", {}, element("thead", {}, head), element("tbody", {}, ...list.map(line)));
  fill(byId("rows"), list.length ? [table] : [element("p", { class: "quiet", text: say("empty") })]);
}

function line({ layer, at }) {
  const { id } = layer.rows[at];
  const [name, ...others] = (layer.planned[choice.plan]?.[at] || layer.cells[at]).map(inLang);
  const press = (event) => { change(opened(choice, id, event.ctrlKey || event.metaKey || event.shiftKey)); showFactsBelow(); };
  const cells = [...(tab ? [] : [layer.title[lang]]), ...others].map((text) => element("td", { text }));
  const say = (ids) => () => window.dispatchEvent(new CustomEvent(POINTED, { detail: { from: "table", ids } }));
  const pick = button(name, press, { "data-key": `row ${id}`, "aria-pressed": String(choice.select.includes(id)) });
  return element("tr", {
    "data-id": id, class: markOf(layer, at), onpointerenter: say([id]), onpointerleave: say([]), onfocusin: say([id]), onfocusout: say([]),
  }, element("th", { scope: "row" }, pick), ...cells);
}

function markOf(layer, at) {
  if (choice.select.includes(layer.rows[at].id)) return "chosen";
  return [...layer.own[at], ...layer.via[at]].some((code) => choice.select.includes(code)) ? "near" : "";
}

function drawLeaves(total) {
  const pages = Math.ceil(total / LEAF);
  const turn = (by) => () => { leaf += by; renew(); };
  const range = say("range", { total, first: leaf * LEAF + 1, last: Math.min(total, (leaf + 1) * LEAF) });
  fill(byId("leaves"), pages < 2 ? [] : [
    button("‹", turn(-1), { "aria-label": say("back"), disabled: leaf === 0, "data-key": "back" }),
    element("span", { text: range }),
    button("›", turn(1), { "aria-label": say("on"), disabled: leaf === pages - 1, "data-key": "on" }),
  ]);
}

function addPointing() {
  window.addEventListener(POINTED, ({ detail }) => {
    if (detail.from === "table") return;
    byId("rows").querySelectorAll("tr[data-id]").forEach((row) => row.classList.toggle("pointed", detail.ids.includes(row.dataset.id)));
  });
}

/** Where the facts stand below the map, bring them into sight. */
function showFactsBelow() {
  if (window.matchMedia("(max-width: 1100px)").matches) byId("facts").scrollIntoView({ block: "nearest" });
}
