// Switches: a category or a layer goes off and on at once, before the page hears of it.

let asked; // the state that shows, as the switches have changed it since

/** Switch a category, or the whole layer when no look is given; one whose last category goes off goes off itself. */
function toggle(layer, look) {
  const listed = asked.counts[layer.id];
  const one = listed.find(([number]) => layer.looks[number] === look);
  const on = one ? !one[2] : !asked.on.includes(layer.id);
  if (one) one[2] = on;
  const isEmpty = one && !listed.some(([, , isOn]) => isOn);
  if (isEmpty) listed.forEach((each) => { each[2] = true; });
  if (!one || isEmpty) asked.on = on ? [...asked.on, layer.id] : asked.on.filter((id) => id !== layer.id);
  share(layer);
  restyle(asked);
  emphasise(on ? rowsOf(layer, look) : [], on ? layer : null, look);
  tell({ toggle: [layer.id, look ? look.code : "", on] });
}

/** Share a layer's rows out anew between those that show and those that a switch would bring. */
function share(layer) {
  const { id } = layer;
  if (crowds.has(id)) return shareCrowd(layer);
  const off = new Set(asked.counts[id].filter(([, , on]) => !on).map(([number]) => layer.looks[number]));
  const shows = (position) => asked.on.includes(id) && !off.has(rows.get(id)[position].group);
  const within = [...asked.shown[id], ...asked.spare[id]].sort((a, b) => a - b);
  asked.shown[id] = within.filter(shows);
  asked.spare[id] = within.filter((position) => !shows(position));
  return undefined;
}

function rowsOf(layer, look) {
  return rows.get(layer.id).filter((row) => row.shown && (!look || row.group === look));
}

/** Lift some rows, or part of a crowd, while all others step back; none at all puts everything in its place. */
function emphasise(list, layer = null, look = null) {
  dwell(layer && crowds.has(layer.id) ? { layer, number: look ? layer.looks.indexOf(look) : null } : null);
  const box = map.getContainer();
  box.querySelectorAll("path.held").forEach((path) => path.classList.remove("held"));
  list.forEach((row) => pathsOf(row).forEach((path) => path.getElement().classList.add("held")));
  box.classList.toggle("stepping", list.length > 0 || Boolean(dwelt));
  sayPointed(list);
}

function pathsOf(row) {
  return row.layer.kind === "area" ? outlines.filter((country) => country.row === row).map(({ path }) => path) : row.paths;
}
