// The pointer: one tooltip, and what a click picks.

const ASIDE = 14; // pixels from the pointer to its tooltip
const tip = L.tooltip({ className: "atlas-tip", opacity: 1, offset: [ASIDE, 0] });
let told = null; // what the tooltip is about

function listen(path, about) {
  path.on("mouseover", (event) => { lift(about, true); openTip(about, event.latlng); });
  path.on("mousemove", (event) => putTip(event.latlng));
  path.on("mouseout", () => { lift(about, false); closeTip(); });
  path.on("click", (event) => { L.DomEvent.stop(event); pick(about.id, event.originalEvent); });
}

function lift({ id, row }, on) {
  (row ? row.paths : []).forEach((path) => path.getElement().classList.toggle("lifted", on));
  const found = row || (shapes.get(id) || []).map((country) => country.row).find(Boolean);
  if (found && (on || isPointed(found))) sayPointed(on ? [found] : []);
}

function openTip(about, at) {
  told = about;
  const lines = about.tip().map((text, i) => textElement(i ? "div" : "strong", text));
  const box = document.createElement("div");
  box.append(...lines);
  map.openTooltip(tip.setContent(box).setLatLng(at));
  putTip(at);
}

/** Put the tooltip beside a place, higher where the legend, which lies above it, would cover its foot. */
function putTip(at) {
  const [{ x, y }, { x: wide, y: high }] = [map.latLngToContainerPoint(at), map.getSize()];
  const { offsetWidth, offsetHeight } = tip.getElement();
  const [left, foot] = [x < wide / 2 ? x + ASIDE : x - ASIDE - offsetWidth, y + offsetHeight / 2];
  const isBeside = left > legend.getBoundingClientRect().right - map.getContainer().getBoundingClientRect().left;
  tip.options.offset = [ASIDE, isBeside ? 0 : Math.min(0, high - covered() - foot)];
  tip.setLatLng(at);
}

function closeTip() {
  told = null;
  map.closeTooltip(tip);
}

/** Word an open tooltip anew; one about a row that went is closed. */
function renewTip() {
  if (told && told.row && !told.row.shown) closeTip();
  if (told) openTip(told, tip.getLatLng());
}

function countryTip({ shape, row }) {
  const own = shape.kind === "undetermined" ? [words[lang].undetermined] : [];
  return [shape.name[lang], ...own, ...(row ? row.data.tip[lang].slice(1) : [])];
}

/** Tell the page what was picked; it is ringed at once, the page's answer settles it. Ctrl or shift adds it. */
function pick(id, { ctrlKey = false, metaKey = false, shiftKey = false } = {}) {
  if (!id && !selected.length) return; // nothing was picked, and nothing is let go
  const adds = Boolean(id) && (ctrlKey || metaKey || shiftKey);
  const others = adds ? selected.filter((each) => each !== id) : [];
  select(adds && others.length < selected.length ? others : [...others, id].filter(Boolean));
  tell({ picked: id, ...(adds ? { add: true } : {}) });
}
