// What is selected: facts, dates and sources of a row, or all that shows of a country.

const MOST_TOLD = 50; // rows of a crowd under a country

function renewFacts(state) {
  const shown = new Map(layers.map((layer) => [layer.id, new Set(state.shown[layer.id])]));
  const told = state.selected.flatMap((id) => (places[id] ? countryTold(id, shown) : rowTold(id, shown)));
  const close = told.length ? [button(say("close"), () => change(opened(choice, "")), { class: "wide", "data-key": "close" })] : [];
  fill(byId("told"), told.length ? [...told, ...close] : [element("p", { class: "quiet", text: say("pick") })]);
}

function countryTold(code, shown) {
  const { name, region } = places[code];
  const about = headings.region.codes.find(([each]) => each === region);
  const groups = layers.flatMap((layer) => [["own", layer.title], ["via", layer.through]].map(([part, title]) => (
    { layer, title, list: [...shown.get(layer.id)].filter((at) => layer[part][at].includes(code)) })));
  const filled = groups.filter(({ list }) => list.length);
  const count = filled.reduce((sum, { list }) => sum + list.length, 0);
  const all = layers.reduce((sum, layer) => sum + layer.rows.filter((_, at) => [...layer.own[at], ...layer.via[at]].includes(code)).length, 0);
  return [
    element("h3", { text: name[lang] }),
    element("p", { class: "quiet", text: about ? say("in_region", { region: about[1][lang] }) : "" }),
    ...goThere(frames.country[code], code),
    ...(filled.length ? [] : [element("p", { text: say("nothing_here") })]),
    ...filled.flatMap(groupTold),
    ...(all > count ? [element("p", { class: "quiet", text: say("outside", { count: all - count }) })] : []),
  ];
}

/** Tell the rows of a layer; of a crowd the first, for the list has them all. */
function groupTold({ layer, title, list }) {
  const told = layer.packed ? list.slice(0, MOST_TOLD) : list;
  const rest = told.length < list.length ? [element("p", { class: "quiet", text: say("range", { total: list.length, first: 1, last: told.length }) })] : [];
  return [element("h4", { text: say("part", { part: title[lang], count: list.length }) }), ...told.map((at) => folded(layer, at, list.length === 1)), ...rest];
}

function folded(layer, at, open) {
  const [, look] = rowOf(layer, at, choice.plan).tip[lang];
  const summary = element("summary", {}, element("span", { text: nameOf(layer, at) }), element("span", { class: "quiet", text: ` ${look}` }));
  const box = element("details", { open }, summary);
  const unfold = () => box.children.length > 1 || box.append(...rowBody(layer, at));
  if (open) unfold();
  box.addEventListener("toggle", unfold);
  return box;
}

function rowTold(id, shown) {
  const row = standing.get(id);
  const isShown = shown.get(row.layer.id).has(row.at);
  return [
    element("p", { class: "label", text: row.layer.title[lang] }),
    element("h3", { text: nameOf(row.layer, row.at) }),
    ...(isShown ? [] : [element("p", { class: "quiet", text: say("hidden_row") })]),
    ...goThere(boxOf(row), id),
    ...rowBody(row.layer, row.at),
  ];
}

function nameOf(layer, at) {
  return layer.rows[at].tip[lang][0];
}

function goThere(box, key) {
  return box ? [button(say("on_map"), () => change(towards(choice, box)), { class: "wide", "data-key": `go ${key}` })] : [];
}

function rowBody(layer, at) {
  const facts = layer.facts[at].flatMap(([label, ...words]) =>
    [element("dt", { text: inLang(layer.labels[label]) }), element("dd", { text: inLang(words) })]);
  const pale = rowOf(layer, at, choice.plan).pale ? [element("p", { class: "quiet", text: say("pale_why") })] : [];
  const note = layer.note[lang] ? [element("p", { class: "quiet", text: layer.note[lang] })] : [];
  const cited = layer.sources[at].length ? [element("p", { class: "label", text: say("sources") }), sourcesOf(layer, at)] : [];
  return [element("dl", {}, ...facts), ...pale, ...note, ...cited];
}

function sourcesOf(layer, at) {
  return element("ol", {}, ...layer.sources[at].map((source) => element("li", {}, sourceOf(source))));
}

/** A page is a link that a person may follow where there is a network; words are words. */
function sourceOf([isPage, ...words]) {
  const text = inLang(words);
  return isPage ? element("a", { href: text, target: "_blank", rel: "noopener noreferrer", text }) : element("span", { text });
}
