/*
 * The table of what is shown: a real <table>, drawn from {words, columns, lines, sort, page, pages}.
 * It asks the page for three things: `picked` (a row), `sorted` (a column), `turned` (a page).
 * Words from data reach the page as text only, never as HTML.
 */

const POINTED = "atlas-pointed"; // see map/link.js: the ids of what is pointed at, and who says so
const drawn = new WeakMap(); // the root of each table -> the text that it shows
let pointed = []; // ids of what is pointed at on the map or in its legend; a row that is drawn later is lifted as well

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".atlas-table");
  const text = new TextDecoder().decode(data);
  if (drawn.get(root) === text) return;
  const before = drawn.has(root) ? JSON.parse(drawn.get(root)) : null;
  const leaf = JSON.parse(text);
  drawn.set(root, text);
  const focused = root.contains(document.activeElement) ? document.activeElement.dataset.key : "";
  const height = root.querySelector(".scroll")?.scrollTop || 0;
  const scroll = make("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": leaf.words.table }, [grid(leaf, setTriggerValue)]);
  if (!before) window.addEventListener(POINTED, ({ detail }) => hear(root, detail));
  root.replaceChildren(make("p", {}, leaf.words.range), scroll, ...(leaf.pages > 1 ? [turner(leaf, setTriggerValue)] : []));
  lift(root);
  if (before && before.page === leaf.page && before.sort === leaf.sort) scroll.scrollTop = height;
  if (focused) root.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  if (chosen(before) !== chosen(leaf)) showChosen(scroll);
}

function chosen(leaf) {
  return leaf ? leaf.lines.filter(([, mark]) => mark).map(([id]) => id).join() : "";
}

/** Scroll the table, never the page, to its first marked row. */
function showChosen(scroll) {
  const line = scroll.querySelector("tr.chosen") || scroll.querySelector("tr.near");
  if (!line) return;
  const head = scroll.querySelector("thead").offsetHeight;
  const [top, bottom] = [line.offsetTop - head, line.offsetTop + line.offsetHeight];
  if (top < scroll.scrollTop || bottom > scroll.scrollTop + scroll.clientHeight) scroll.scrollTop = top;
}

function grid(leaf, ask) {
  const heads = leaf.columns.map(([id, label]) => heading(id, label, leaf, ask));
  const named = Math.max(0, leaf.columns.findIndex(([id]) => id === "name"));
  return make("table", { "aria-label": leaf.words.range }, [
    make("thead", {}, [make("tr", {}, heads)]),
    make("tbody", {}, leaf.lines.map((line) => row(line, named, leaf, ask))),
  ]);
}

function heading(id, label, leaf, ask) {
  const order = { [id]: "ascending", [`-${id}`]: "descending" }[leaf.sort];
  const next = { ascending: `-${id}`, descending: "" }[order] ?? id;
  const arrow = { ascending: " ▲", descending: " ▼" }[order] || "";
  const button = make("button", { type: "button", "data-key": `sort ${id}`, title: leaf.words.sort }, label + arrow);
  button.addEventListener("click", () => ask("sorted", next));
  return make("th", { scope: "col", ...(order ? { "aria-sort": order } : {}) }, [button]);
}

/** A row opens its facts; its name is the button for the keyboard, a second press closes them. */
function row([id, mark, cells], named, leaf, ask) {
  const isChosen = mark === "chosen";
  const boxes = cells.map((cell, i) => {
    if (i !== named) return make("td", {}, cell);
    const button = make("button", { type: "button", "data-key": `row ${id}`, "aria-pressed": isChosen }, cell);
    return make("th", { scope: "row" }, [button]);
  });
  const line = make("tr", { class: mark, "data-id": id, title: mark === "near" ? leaf.words.near : "" }, boxes);
  const pointing = { pointerenter: id, pointerleave: "", focusin: id, focusout: "" };
  Object.entries(pointing).forEach(([kind, pointed]) => line.addEventListener(kind, () => sayPointed(pointed)));
  line.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) ask("picked", { id, add: true });
    else if (!String(getSelection())) ask("picked", { id: isChosen ? "" : id, page: leaf.page });
  });
  return line;
}

/** Tell the map which row the pointer or the focus is on. */
function sayPointed(id) {
  window.dispatchEvent(new CustomEvent(POINTED, { detail: { from: "table", ids: id ? [id] : [] } }));
}

function hear(root, { from, ids }) {
  if (from === "table") return;
  pointed = ids;
  lift(root);
}

function lift(root) {
  root.querySelectorAll("tr.pointed").forEach((line) => line.classList.remove("pointed"));
  pointed.forEach((id) => root.querySelector(`tr[data-id="${CSS.escape(id)}"]`)?.classList.add("pointed"));
}

function turner(leaf, ask) {
  const steps = [...Array(leaf.pages)].map((_, i) => [String(i + 1), i + 1]);
  const buttons = [["‹", leaf.page - 1, leaf.words.back], ...steps, ["›", leaf.page + 1, leaf.words.on]].map(([label, page, said]) => {
    const here = page === leaf.page ? { "aria-current": "page" } : {};
    const out = page < 1 || page > leaf.pages ? { disabled: "" } : {};
    const button = make("button", { type: "button", "data-key": `page ${label}`, "aria-label": said || `${leaf.words.page} ${label}`, ...here, ...out }, label);
    button.addEventListener("click", () => ask("turned", page));
    return button;
  });
  return make("nav", { "aria-label": leaf.words.pages }, buttons);
}
