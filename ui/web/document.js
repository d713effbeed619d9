/*
 * A page of the desk, drawn from render/brief/records.py's JSON under `page`, with its `words`.
 * It asks for one thing: `opened`, the view of a line. Words from data reach the page as text only, never as HTML.
 */

const LONGEST = 60; // letters that a link may have; a longer line has a short link behind it
let words; // of the language that is drawn
const drawn = new WeakMap(); // the root of each page -> the text that it shows

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".atlas-document");
  const text = new TextDecoder().decode(data);
  if (drawn.get(root) === text) return;
  drawn.set(root, text);
  const { page, ...told } = JSON.parse(text);
  words = told.words;
  const open = (query) => setTriggerValue("opened", query);
  const sections = page.sections.map((each) => section(each, open));
  const sources = page.sources.length ? [sourcesOf(page)] : [];
  root.replaceChildren(contents([...sections, ...sources]), ...sections, ...sources);
}

/** List the headings as buttons that scroll: a link would change the address, which is the view. */
function contents(sections) {
  const entries = sections.map((each) => {
    const heading = each.querySelector("h3");
    const button = make("button", { type: "button" }, heading.textContent);
    button.addEventListener("click", () => goTo(heading));
    return make("li", {}, button);
  });
  return make("nav", { "aria-label": words.contents }, make("ul", {}, entries));
}

function goTo(element) {
  element.setAttribute("tabindex", -1);
  element.scrollIntoView({ block: "start" });
  element.focus({ preventScroll: true });
}

function section({ id, title, blocks }, open) {
  return make("section", { "data-section": id }, [make("h3", {}, title), ...blocks.map((block) => BLOCKS[block.type](block, open))]);
}

const BLOCKS = {
  heading: ({ lines }, open) => make("h4", {}, lines.flatMap((each) => line(each, open))),
  paragraph: ({ lines }, open) => make("p", {}, lines.flatMap((each) => [...line(each, open), " "])),
  list: ({ lines, ordered }, open) => make(ordered ? "ol" : "ul", {}, lines.map((each) => make("li", {}, line(each, open)))),
  facts: ({ facts }, open) =>
    make("dl", {}, facts.flatMap((fact) => [make("dt", {}, fact.label), make("dd", {}, line(fact, open))])),
  table: ({ caption, head, rows }, open) => table(caption, head, rows.map((cells) => cells.map((cell) => line(cell, open)))),
  figures: ({ figures }, open) => table("", words.figures, figures.map((each) => figure(each, open))),
};

function table(caption, head, rows) {
  const named = caption ? [make("caption", {}, caption)] : [];
  const heads = make("tr", {}, head.map((cell) => make("th", { scope: "col" }, cell)));
  const lines = rows.map(([first, ...others]) =>
    make("tr", {}, [make("th", { scope: "row" }, first), ...others.map((cell) => make("td", {}, cell))]));
  const body = [...named, make("thead", {}, heads), make("tbody", {}, lines)];
  return make("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": caption || head.join() }, make("table", {}, body));
}

function figure(each, open) {
  const amount = (value) => (value === null ? "" : value.toLocaleString() + each.unit);
  const share = each.target ? each.value / each.target : 0;
  const bar = make("span", { class: "bar", "aria-hidden": "true" }, make("i", {}, ""));
  bar.firstChild.style.width = `${Math.min(share, 1) * 100}%`;
  const percent = share ? [bar, share.toLocaleString(undefined, { style: "percent" })] : [];
  return [line(each, open), amount(each.value), amount(each.target), percent];
}

/** A line with the view that shows it, and the numbers of its sources. */
function line({ text, sources, view }, open) {
  const said = !view || !text ? [text] : text.length <= LONGEST ? [link(text, view, open)] : [text, " ", link("", view, open, text)];
  return [...said, ...sources.slice(0, 1).map(() => cites(sources))];
}

function link(text, view, open, about = "") {
  const named = about ? { "aria-label": `${words.on_map}: ${about.slice(0, LONGEST)}`, title: words.on_map } : {};
  const anchor = make("a", { href: `?${view}`, ...named }, about ? words.on_map : text);
  anchor.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a new tab, as everywhere
    event.preventDefault();
    open(view);
  });
  return anchor;
}

function cites(numbers) {
  const buttons = numbers.flatMap((number, i) => {
    const button = make("button", { type: "button" }, String(number));
    button.addEventListener("click", () => goTo(button.closest(".atlas-document").querySelector(`[data-source="${number}"]`)));
    return i ? [", ", button] : [button];
  });
  return make("sup", {}, [" [", ...buttons, "]"]);
}

function sourcesOf({ sources }) {
  const items = sources.map(({ number, text, url }) => {
    const isPage = /^https?:/.test(url || "");
    const inner = isPage ? make("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, text) : text;
    return make("li", { "data-source": number }, inner);
  });
  return make("section", { "data-section": "numbered-sources" }, [make("h3", {}, words.sources), make("ol", {}, items)]);
}
