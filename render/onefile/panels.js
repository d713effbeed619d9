// The panels: what the legend switches in each layer, and the rows that a switch would bring (see scene/switches.py).

function partOf(layer, choice) {
  return `${layer.id}.${choice.colours[layer.id]}`;
}

function looksOf(layer, choice) {
  return layer.colourings[choice.colours[layer.id]];
}

/** List the codes of a layer's colours that are on. */
function codesOn(choice, layer) {
  const part = partOf(layer, choice);
  const { hidden = [] } = headingOf(layer, part, choice.plan);
  const usual = looksOf(layer, choice).map(({ code }) => code).filter((code) => choice.all || !hidden.includes(code));
  return codes(choice, part).length ? codes(choice, part) : usual;
}

function panel(layer, choice) {
  const part = partOf(layer, choice);
  const listed = looksOf(layer, choice).map(({ code }) => code);
  const within = positions(layer, narrowed(choice, part, listed));
  const isOn = choice.layers.includes(layer.id);
  const shown = isOn ? positions(layer, choice) : [];
  const counts = countRows(new Map(), headingOf(layer, part, choice.plan), within);
  const on = codesOn(choice, layer);
  const switches = listed.map((code, number) => ({ number, code, count: counts.get(code) || 0, isOn: on.includes(code) }));
  const seen = new Set(shown);
  return { layer, isOn, shown, spare: within.filter((at) => !seen.has(at)), switches: switches.filter(({ count }) => count) };
}
