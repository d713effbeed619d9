// The choice: what is asked for now, as scene/choice.py has it; every change makes a new one.

let choice = { ...first, focus: null }; // focus: the box of what a person wants to see, before the filters' frame

function codes(choice, key) {
  return choice.codes[key] || [];
}

/** Narrow one part to these codes, or lift it with none. */
function narrowed(choice, key, list) {
  const { [key]: _, ...others } = choice.codes;
  const focus = ["region", "country"].includes(key) ? null : choice.focus;
  return { ...choice, focus, codes: list.length ? { ...others, [key]: list } : others };
}

function isNarrowed(choice) {
  return Object.keys(choice.codes).length > 0 || Boolean(choice.years || choice.plan);
}

/** Lift every filter; layers, extent and selection stay. */
function widest(choice) {
  return { ...choice, codes: {}, years: null, plan: "" };
}

/** Go where a box is; without one the view stays. */
function towards(choice, box) {
  return box ? { ...choice, focus: box, bbox: null } : choice;
}

function withLayer(choice, id, on) {
  const others = choice.layers.filter((each) => each !== id);
  return { ...choice, layers: on ? [...others, id] : others };
}

/** Select a country or row alone, or none with ""; `add` sets it beside the others, or takes it away. */
function opened(choice, id, add) {
  const others = add ? choice.select.filter((each) => each !== id) : [];
  const leaves = add && others.length < choice.select.length;
  return { ...choice, select: leaves || !id ? others : [...others, id] };
}

/** Switch a category of a layer, or with code "" the layer; one whose last category goes off goes off itself. */
function switched(choice, id, code, on) {
  if (!code) return withLayer(choice, id, on);
  const layer = layers.find((each) => each.id === id);
  const part = partOf(layer, choice);
  const others = codesOn(choice, layer).filter((each) => each !== code);
  const wanted = on ? [...others, code] : others;
  const usual = codesOn(narrowed(choice, part, []), layer);
  const isUsual = wanted.length === usual.length && wanted.every((each) => usual.includes(each));
  const left = panel(layer, choice).switches.some(({ code: each }) => wanted.includes(each));
  return left ? narrowed(choice, part, isUsual ? [] : wanted) : withLayer(narrowed(choice, part, []), id, false);
}
