// Mounting once, and applying a state: show, hide and restyle.

function mount(leaflet, [, , credit]) {
  map = leaflet;
  map.attributionControl.setPrefix(false).addAttribution(credit);
  Object.entries(colours).forEach(([name, colour]) => map.getContainer().style.setProperty(`--${name}`, colour));
  panes = Object.fromEntries(["areas", "lines", "marks", "rings", "names"].map((name, i) => [name, pane(name, i)]));
  countries.shapes.forEach((shape) => addCountry(shape, panes.areas));
  layers.forEach((layer) => addLayer(layer, panes));
  recolour({});
  addNames();
  addDots(panes.areas);
  addHatches();
  addCutHatch();
  addControls();
  addSummary();
  addWalk();
  addLink();
  addAim();
  watch();
}

function apply(leaflet, state) {
  if (leaflet !== map || !isUpToDate(state)) return;
  asked = state;
  lang = state.lang;
  forget(state.own || []);
  recolour(state.looks);
  seeFrom(state.plan);
  takeTime();
  selected = state.selected;
  speak();
  restyle(state);
  renewTip();
  place(state);
  bring(state.own || []);
}

/** Draw what a state shows; the view stays where it is. */
function restyle(state) {
  takeCrowds(state);
  showRows(state.shown);
  colourCountries(state.shown);
  fan();
  drawCircles();
  showCut(state.cut);
  select(selected);
  nameAll();
  showDots();
  showNames();
  drawLegend(state);
  summarise(state);
}

function showRows(shown) {
  for (const [id, list] of [...rows].filter(([each]) => !crowds.has(each))) {
    const wanted = new Set(shown[id] || []);
    list.forEach((row, position) => {
      if (row.shown === wanted.has(position)) return;
      row.shown = !row.shown;
      row.paths.forEach((path) => path.getElement().classList.toggle("off", !row.shown));
    });
  }
}

/** Colour the countries of the area rows; where two layers colour one, the later lies on top. */
function colourCountries(shown) {
  const rowOf = new Map();
  for (const layer of layers.filter((one) => one.kind === "area")) {
    for (const position of shown[layer.id] || []) {
      const row = rows.get(layer.id)[position];
      row.data.areas.forEach((code) => rowOf.set(code, row));
    }
  }
  for (const [code, list] of shapes) for (const country of list) colourCountry(country, rowOf.get(code) || null);
}

function colourCountry(country, row) {
  if (country.row === row && country.look === (row && row.look)) return;
  Object.assign(country, { row, look: row && row.look });
  const land = landStyle(country.shape);
  country.path.setStyle(row ? { ...land, fillColor: fillOf(row), fillOpacity: strength(row) } : land);
  country.path.getElement().classList.toggle("told", Boolean(row));
}

function speak() {
  sayOffer();
  const box = map.getContainer();
  document.documentElement.lang = lang;
  box.setAttribute("role", "application");
  box.setAttribute("aria-label", words[lang].map);
  for (const [selector, key] of Object.entries(NAMED_BUTTONS)) {
    const button = box.querySelector(selector);
    button.title = words[lang][key];
    button.setAttribute("aria-label", words[lang][key]);
  }
}

const NAMED_BUTTONS = { ".leaflet-control-zoom-in": "zoom_in", ".leaflet-control-zoom-out": "zoom_out", ".atlas-fit": "fit" };

window.atlas = { mount, apply, offer };
