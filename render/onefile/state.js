// The state: all that the map must know of a choice (see render/interactive.py and render/timeline.py).

function stateOf(choice, heard = null) {
  const parts = layers.map((layer) => panel(layer, choice));
  const free = choice.years ? layers.map((layer) => panel(layer, { ...choice, years: null })) : parts;
  const by = (of) => Object.fromEntries(parts.map((part, i) => [part.layer.id, of(part, free[i])]));
  return {
    lang,
    heard,
    on: parts.filter(({ isOn }) => isOn).map(({ layer }) => layer.id),
    shown: by(({ shown }) => shown),
    spare: by(({ spare }) => spare),
    counts: by(({ switches }) => switches.map(({ number, count, isOn }) => [number, count, isOn])),
    dashes: by((part) => dashesOf(part, choice)),
    looks: choice.colours,
    notes: notesOf(parts, choice),
    cut: choice.cut,
    selected: choice.select.filter((id) => places[id] || standing.has(id)),
    frame: frameOf(choice),
    bbox: choice.bbox,
    plan: choice.plan,
    years: choice.years,
    held: by((now, whole) => heldBack(now, whole)),
    quiet: by((now, whole) => quiet(now, whole)),
  };
}

/** Write the rows of crowds as masks, as the map takes them: those that show, and all within reach (see crowd.js). */
function stateForMap(state) {
  const [shown, spare] = [{ ...state.shown }, { ...state.spare }];
  for (const { id, rows } of layers.filter(({ packed }) => packed)) {
    const [seen, within] = [new Uint8Array(rows.length), new Uint8Array(rows.length)];
    for (const at of state.shown[id]) seen[at] = within[at] = 1;
    for (const at of state.spare[id]) within[at] = 1;
    [shown[id], spare[id]] = [seen, within];
  }
  return { ...state, shown, spare };
}

/** Count by category what the dashes say, where another field gives the colours; solid lines need no key. */
function dashesOf({ layer, isOn, shown }, choice) {
  if (!isOn || !layer.dashedBy || layer.dashedBy === choice.colours[layer.id]) return [];
  const counts = countRows(new Map(), headingOf(layer, `${layer.id}.${layer.dashedBy}`, choice.plan), shown);
  return layer.colourings[layer.dashedBy].map(({ code, mark }, number) => [number, counts.get(code) || 0, mark])
    .filter(([, count, mark]) => count && mark !== "solid").map(([number, count]) => [number, count]);
}

function notesOf(parts, choice) {
  const [lens] = codes(choice, "lens");
  const isAsked = lens && parts.some(({ layer, isOn }) => isOn && (headingOf(layer, "lens", choice.plan)?.codes || []).includes(lens));
  const own = parts.filter(({ shown }) => shown.length).map(({ layer }) => layer.note[lang]);
  return [choice.plan && methods[choice.plan][lang], isAsked && methods[lens][lang], ...own].filter(Boolean);
}

/** The frame of the countries chosen, of the regions, or of those whom a cut cuts off; null is the world. */
function frameOf(choice) {
  if (choice.focus) return choice.focus;
  for (const key of ["country", "region"]) {
    const boxes = codes(choice, key).map((code) => frames[key][code]).filter(Boolean);
    if (boxes.length) return around(boxes);
  }
  return choice.cut && frames.cut;
}

function heldBack(now, free) {
  if (now === free) return [];
  const within = new Set([...now.shown, ...now.spare]);
  return [...free.shown, ...free.spare].filter((at) => !within.has(at)).sort((a, b) => a - b);
}

function quiet(now, free) {
  const listed = new Set(now.switches.map(({ number }) => number));
  return free.switches.filter(({ number }) => !listed.has(number)).map(({ number, isOn }) => [number, 0, isOn]);
}
