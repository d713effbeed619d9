// The filters: made once for a language, then only their counts and marks change, so that nothing jumps.

let controls = []; // each renews itself for a choice

function addFilters() {
  controls = [];
  const own = layers.filter((layer) => Object.keys(facets[""][layer.id].headings).some((key) => isOwn(layer, key)));
  byId("filter-list").replaceChildren(
    boxes("layers", say("layers"), layers.map(layerBox)),
    heading("region"),
    countryChooser(),
    heading("field"),
    yearChooser(),
    ...own.map(ofLayer),
    heading("confidence"),
    lensChooser(),
    one(say("show_all"), () => choice.all, (on) => change({ ...choice, all: on })),
    button(say("as_first"), () => change({ ...first, focus: null }), { class: "wide", "data-key": "as-first" }),
  );
}

function isOwn(layer, key) {
  return key.startsWith(`${layer.id}.`) && headings[key].codes.length > 0;
}

function renewFilters() {
  controls.forEach((renew) => renew());
}

function boxes(name, title, children) {
  return element("fieldset", { class: name }, element("legend", { text: title }), ...children);
}

/** Make a box to check; `count` gives the number beside it, if any, and may hide it with null. */
function one(label, isOn, press, count = () => undefined) {
  const input = element("input", { type: "checkbox", onchange: () => press(input.checked) });
  const number = element("span", { class: "count" });
  const made = element("label", {}, input, element("span", { text: label }), number);
  controls.push(() => {
    const found = count();
    input.checked = isOn();
    made.hidden = found === null && !input.checked;
    number.textContent = found === undefined || found === null ? "" : grouped(found);
  });
  return made;
}

function layerBox(layer) {
  const count = () => positions(layer, choice).length;
  return one(layer.title[lang], () => choice.layers.includes(layer.id), (on) => change(withLayer(choice, layer.id, on)), count);
}

/** Make the boxes of a heading; the counts are made once for all of them. */
function heading(key, isSeen = () => true) {
  let counts = new Map();
  controls.push(() => { counts = isSeen() ? countsUnder(key, choice) : counts; });
  const press = (code) => (on) => change(narrowed(choice, key, [...codes(choice, key).filter((each) => each !== code), ...(on ? [code] : [])]));
  const made = headings[key].codes.map(([code, label]) =>
    one(label[lang], () => codes(choice, key).includes(code), press(code), () => counts.get(code) ?? (key.includes(".") ? null : 0)));
  return boxes("codes", headings[key].name[lang], made);
}

function ofLayer(layer) {
  const keys = Object.keys(facets[""][layer.id].headings).filter((key) => isOwn(layer, key));
  const made = element("details", { ontoggle: renewFilters }, element("summary", { text: say("own", { layer: layer.title[lang] }) }));
  made.append(...keys.map((key) => heading(key, () => made.open)));
  controls.push(() => { made.hidden = !choice.layers.includes(layer.id); });
  return made;
}

function countryChooser() {
  const select = element("select", { "aria-label": say("add_country"), onchange: () => {
    if (select.value) change(narrowed(choice, "country", [...codes(choice, "country"), select.value]));
  } });
  controls.push(() => {
    const counts = countsUnder("country", choice);
    const offered = Object.keys(frames.country).filter((code) => places[code] && !codes(choice, "country").includes(code));
    const sorted = offered.map((code) => [code, places[code].name[lang]]).sort(([, a], [, b]) => a.localeCompare(b, lang));
    const line = ([code, name]) => element("option", { value: code, text: say("part", { part: name, count: counts.get(code) || 0 }) });
    select.replaceChildren(element("option", { value: "", text: say("add_country") }), ...sorted.map(line));
  });
  return boxes("country", say("country"), [select, chosenCountries()]);
}

function chosenCountries() {
  const box = element("div", { class: "asked" });
  controls.push(() => fill(box, codes(choice, "country").map((code) => {
    const name = places[code].name[lang];
    const lift = () => change(narrowed(choice, "country", codes(choice, "country").filter((each) => each !== code)));
    return button(name, lift, { "aria-label": say("remove", { name }), "data-key": code, class: "chip" });
  })));
  return box;
}

function yearChooser() {
  const make = (end) => element("select", { "aria-label": time.words[lang][end], onchange: () => takeYears(end) }, ...time.years[lang].map((_, i) =>
    element("option", { value: time.first + i, text: String(time.first + i) })));
  const [from, to] = [make("from"), make("to")];
  const takeYears = (end) => {
    const [a, b] = [Number(from.value), Number(to.value)];
    const [low, high] = end === "from" ? [a, Math.max(a, b)] : [Math.min(a, b), b];
    change({ ...choice, years: low === time.first && high === time.last ? null : [low, high] });
  };
  controls.push(() => {
    const inside = (year) => Math.min(Math.max(year, time.first), time.last);
    [from.value, to.value] = (choice.years || [time.first, time.last]).map(inside);
  });
  return boxes("years", say("years"), [from, element("span", { text: "–" }), to]);
}

function lensChooser() {
  const options = [["", phrases.no_lens], ...headings.lens.codes].map(([code, label]) => element("option", { value: code, text: label[lang] }));
  const select = element("select", { "aria-label": say("lens"), onchange: () => {
    const layer = layers.find((each) => (headingOf(each, "lens", "")?.codes || []).includes(select.value));
    change(narrowed(layer ? withLayer(choice, layer.id, true) : choice, "lens", select.value ? [select.value] : []));
  } }, ...options);
  controls.push(() => { select.value = codes(choice, "lens")[0] || ""; });
  return boxes("lens", say("lens"), [select]);
}
