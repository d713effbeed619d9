// The line above the map: how many rows show, and the filters that are on, each as a chip that lifts it.

function renewChips(state) {
  const count = Object.values(state.shown).reduce((sum, list) => sum + list.length, 0);
  const made = chips().map(([label, lifted], i) =>
    button(label, () => change(lifted), { class: "chip", title: say("lift"), "data-key": `chip ${i}` }));
  const clear = isNarrowed(choice) ? [button(say("clear"), () => change(widest(choice)), { class: "plain", "data-key": "clear" })] : [];
  fill(byId("chips"), [element("b", { text: say("shown", { count }) }), ...made, ...clear]);
}

/** Pair each filter that is on with the choice that lifts it. */
function chips() {
  const narrowing = Object.keys(choice.codes).map((key) => [chipOf(key), narrowed(choice, key, [])]);
  const years = choice.years ? [[chip(say("years"), [...new Set(choice.years)].join("–")), { ...choice, years: null }]] : [];
  const plan = choice.plan ? [[time.plans[choice.plan][lang], { ...choice, plan: "" }]] : [];
  const cut = choice.cut ? [[choice.what_if[0][lang], { ...choice, cut: null }]] : [];
  return [...narrowing, ...years, ...plan, ...cut];
}

function chipOf(key) {
  if (key === "country") return chip(say("country"), listed(codes(choice, key).map((code) => places[code]?.name[lang] || code)));
  const { name, codes: known } = headings[key];
  const labels = codes(choice, key).map((code) => (known.find(([one]) => one === code)?.[1] || { [lang]: code })[lang]);
  const layer = layers.find(({ id }) => key.startsWith(`${id}.`));
  const part = layer ? say("coloured", { layer: layer.title[lang], name: name[lang] }) : name[lang];
  return chip(part, listed(labels));
}

function chip(part, value) {
  return say("chip", { part, value });
}
