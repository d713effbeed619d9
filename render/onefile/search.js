// Search: countries, regions, fields, filters and rows by their names, and rows by all that is told of them.

const MOST = 12; // results that are listed
let saidOf = null; // all that is told of each row, folded; made when something is looked for
let ownThings = null; // the rows that a person brought
let hits = [];
let active = -1;

/** Rank a thing for the words typed: 0 is its very name, 3 is told of it; Infinity is not found. */
function rank([kind, id, , , names], typed) {
  const [whole] = typed;
  if (typed.length === 1 && names.includes(whole)) return 0;
  if (typed.length === 1 && names.some((name) => name.startsWith(whole))) return 1;
  if (typed.every((word) => names.some((name) => name.includes(word)))) return 2;
  const said = kind === "row" ? saidOf.get(id) || "" : "";
  return typed.every((word) => said.includes(word) || names.some((name) => name.includes(word))) ? 3 : Infinity;
}

function find(text) {
  const typed = text.split(/\s+/).map(fold).filter(Boolean);
  if (!typed.length) return [];
  saidOf = saidOf || new Map(layers.filter(({ brought }) => !brought).flatMap((layer) => layer.rows.map((row, at) => [row.id, fold(allSaid(layer, at))])));
  ownThings = ownThings || layers.filter(({ brought }) => brought).flatMap(rowThings);
  const ranked = [...things, ...ownThings].map((thing) => [rank(thing, typed), thing]).filter(([place]) => place < Infinity);
  return ranked.sort(([one], [other]) => one - other).map(([, thing]) => thing);
}

/** Make things of the rows that a person brought, which are found by their names alone (see analysis/search/beside.py). */
function rowThings(layer) {
  return layer.rows.map(({ id }, at) => ["own", id, [nameOf(layer, at)], [layer.title.ja, layer.title.en], [fold(nameOf(layer, at))], {}]);
}

function allSaid(layer, at) {
  const words = layer.facts[at].flatMap(([, ...pair]) => pair);
  return [layer.title.ja, layer.title.en, ...words].join(" ");
}

function addSearch() {
  const input = byId("search");
  input.addEventListener("input", () => list(find(input.value)));
  input.addEventListener("keydown", steer);
  input.addEventListener("blur", closeList);
  byId("found").addEventListener("pointerdown", (event) => event.preventDefault()); // a click on a result leaves the focus here
  input.addEventListener("focus", () => input.value && list(find(input.value)));
}

function steer(event) {
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  if (event.key === "Escape") closeList();
  else if (event.key === "Enter" && hits.length) openThing(hits[Math.max(active, 0)]);
  else if (steps[event.key] && hits.length) point((active + steps[event.key] + hits.length) % hits.length);
  else return;
  event.preventDefault();
}

function list(found) {
  hits = found.slice(0, MOST);
  const nothing = byId("search").value.trim() && !hits.length;
  byId("found").replaceChildren(...(nothing ? [element("li", { text: say("nothing_found"), class: "quiet" })] : hits.map(option)));
  byId("found").hidden = !hits.length && !nothing;
  byId("found-said").textContent = nothing ? say("nothing_found") : say("found_count", { count: found.length });
  byId("search").setAttribute("aria-expanded", String(!byId("found").hidden));
  point(hits.length ? 0 : -1);
}

function option(thing, i) {
  const [kind, , title, detail] = thing;
  const beside = [kinds[kind][lang], inLang(detail)].filter(Boolean).join(" / ");
  const lines = [element("b", { text: inLang(title) }), element("span", { text: beside })];
  return element("li", { role: "option", id: `found-${i}`, onclick: () => openThing(thing) }, ...lines);
}

function point(at) {
  active = at;
  [...byId("found").children].forEach((each, i) => each.setAttribute("aria-selected", String(i === at)));
  const [input, chosen] = [byId("search"), byId("found").children[at]];
  if (at < 0) input.removeAttribute("aria-activedescendant");
  else input.setAttribute("aria-activedescendant", `found-${at}`);
  if (chosen && at >= 0) chosen.scrollIntoView({ block: "nearest" });
}

function closeList() {
  hits = [];
  byId("found").hidden = true;
  byId("search").setAttribute("aria-expanded", "false");
  byId("search").removeAttribute("aria-activedescendant");
}

/** Open what was found: a country or row is selected and shown, all else narrows the view. */
function openThing([kind, id, , , , asks]) {
  byId("search").value = "";
  closeList();
  if (kind === "country") change(towards(opened(choice, id), frames.country[id]));
  else if (["row", "own"].includes(kind)) openRow(id);
  else change(Object.entries(asks).reduce(askedFor, { ...choice, bbox: null, focus: null }));
}

function askedFor(choice, [part, list]) {
  return part === "layers" ? list.reduce((one, id) => withLayer(one, id, true), choice) : narrowed(choice, part, list);
}

/** Select a row and go there; when it does not show, filters are lifted until it does. */
function openRow(id) {
  const row = standing.get(id);
  const on = withLayer(opened(choice, id), row.layer.id, true);
  const ways = [on, widest(on), { ...widest(on), all: true }];
  const way = ways.find((each) => keeper(row.layer, each)(row.at)) || on;
  change(towards(way, boxOf(row)));
}
