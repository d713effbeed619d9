// The slider of the years: two handles, play, and a step back or on.

const ICONS = { back: "M9,3 4,8 9,13", on: "M7,3 12,8 7,13", play: "M4,2 14,8 4,14z", pause: "M4,3H7V13H4zM9,3H12V13H9z" };
const slider = {}; // its elements by name

function addSlider() {
  slider.said = textElement("output", "");
  slider.box = group("atlas-time", [buttons(), handles(), slider.said, plans()]);
  slider.box.setAttribute("role", "group");
  L.DomEvent.on(slider.box, "keydown", L.DomEvent.stopPropagation); // arrow keys move the handles, not the map
  control("topleft", slider.box);
}

function buttons() {
  slider.back = button(() => step(-1));
  slider.play = button(() => (playing ? pause() : play()));
  slider.on = button(() => step(1));
  return group("buttons", [slider.back, slider.play, slider.on]);
}

function button(press) {
  const made = textElement("button", "");
  made.type = "button";
  made.addEventListener("click", press);
  return made;
}

/** Make a switch for each plan: the page answers with what was known then. */
function plans() {
  slider.plans = Object.keys(time.plans).map((id) => {
    const made = button(() => tell({ plan: asked.plan === id ? "" : id }));
    made.dataset.plan = id;
    return made;
  });
  return group("plans", slider.plans);
}

function handles() {
  for (const end of ["from", "to"]) {
    const handle = document.createElement("input");
    Object.assign(handle, { type: "range", min: time.first, max: time.last, className: end });
    handle.addEventListener("input", () => drag(handle));
    slider[end] = handle;
  }
  return group("handles", [slider.from, slider.to]);
}

/** A handle that would pass the other takes it along. */
function drag(handle) {
  const [first, last] = [Number(slider.from.value), Number(slider.to.value)];
  if (handle === slider.from) moveTime(first, Math.max(first, last));
  else moveTime(Math.min(first, last), last);
}

/** Set the handles and write what everything is called, in the page's language. */
function drawSlider() {
  const said = time.words[lang];
  const [first, last] = ends().map(onScale);
  slider.box.setAttribute("aria-label", said.years);
  slider.said.textContent = years ? said.between.replace("{0}", inWords(first)).replace("{1}", inWords(last)) : said.every;
  [["from", first], ["to", last]].forEach(([end, year]) => setHandle(end, year, said[end]));
  setButton(slider.back, "back", said.back);
  setButton(slider.play, playing ? "pause" : "play", playing ? said.pause : said.play);
  setButton(slider.on, "on", said.on);
  for (const each of slider.plans) {
    each.textContent = time.plans[each.dataset.plan][lang];
    each.setAttribute("aria-pressed", String(asked.plan === each.dataset.plan));
  }
}

function setHandle(end, year, label) {
  Object.assign(slider[end], { value: year, ariaLabel: label, ariaValueText: inWords(year) });
  slider.box.style.setProperty(`--${end}`, (year - time.first) / (time.last - time.first));
}

function setButton(element, icon, label) {
  if (element.title === label) return;
  Object.assign(element, { title: label, ariaLabel: label });
  const svg = svgElement("svg", { width: 16, height: 16, viewBox: "0 0 16 16", "aria-hidden": "true" });
  svg.append(svgElement("path", { d: ICONS[icon], class: icon }));
  element.replaceChildren(svg);
}

/** Keep a year on the slider's scale: an address may ask for years without a row. */
function onScale(year) {
  return Math.min(Math.max(year, time.first), time.last);
}

function inWords(year) {
  return time.years[lang][year - time.first];
}
