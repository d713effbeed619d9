// The page: the map mounted once, every change told to all parts, and what the map tells taken in.

let map;

function change(wanted) {
  choice = wanted;
  renew();
}

/** Let all parts show the choice; `heard` is the number of the map's message that it answers. */
function renew(heard = null) {
  const state = stateOf(choice, heard);
  window.atlas.apply(map, stateForMap(state));
  byId("title").textContent = document.title = titleOf(state);
  byId("what-if").hidden = !choice.cut;
  byId("what-if").textContent = choice.what_if.map((each) => each[lang]).join(" / ");
  renewFilters();
  renewChips(state);
  renewFacts(state);
  renewTable(state);
  renewNotes(state);
}

/** The title asked for, else one made of the layers and the places, or of the fields (see scene/scene.py). */
function titleOf(state) {
  if (choice.title) return choice.title;
  const on = layers.filter(({ id }) => state.on.includes(id));
  const filled = on.filter(({ id }) => state.shown[id].length);
  const shown = listed((filled.length ? filled : on).map(({ title }) => title[lang]));
  const countries = [...codes(choice, "country")].sort().map((code) => places[code].name[lang]);
  const of = (key) => headings[key].codes.filter(([code]) => codes(choice, key).includes(code)).map(([, label]) => label[lang]);
  const named = [countries, of("region"), of("field")].find((list) => list.length);
  return named ? listed(named.slice(0, 4)) + say("colon") + shown : shown;
}

const HEARD = {
  picked: ({ picked, add }) => opened(choice, picked, add),
  toggle: ({ toggle: [id, code, on] }) => switched(choice, id, code, on),
  years: ({ years }) => ({ ...choice, years }),
  plan: ({ plan }) => ({ ...choice, plan }),
  moved: ({ moved }) => ({ ...choice, bbox: moved, focus: null }),
};

/** Take in what the map tells; on the page of the atlas Streamlit stands in this place. */
function hear(message) {
  const kind = Object.keys(HEARD).find((each) => each in message);
  if (kind) choice = HEARD[kind](message);
  renew(message.at);
  if (kind === "picked" && message.picked) showFactsBelow();
}

function speak() {
  document.documentElement.lang = lang;
  document.querySelectorAll("[data-say]").forEach((each) => { each.textContent = say(each.dataset.say); });
  for (const [kind, name] of [["title", "title"], ["label", "aria-label"]]) {
    document.querySelectorAll(`[data-${kind}]`).forEach((each) => each.setAttribute(name, say(each.dataset[kind])));
  }
  byId("search").placeholder = say("search");
  byId("stamp").hidden = !first.stamp.length;
  byId("stamp").textContent = first.stamp.map((piece) => piece[lang]).join("　");
  byId("as-of").textContent = say("as_of", { date: asOf[lang] });
  document.querySelectorAll("#languages button").forEach((each) => each.setAttribute("aria-pressed", String(each.value === lang)));
  addFilters();
}

function addLanguages() {
  byId("languages").addEventListener("click", ({ target }) => {
    if (!target.value) return;
    lang = target.value;
    speak();
    renew();
  });
}

function makeMap() {
  const motion = !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const edges = [[-86, -70], [86, 370]]; // see render/interactive.py
  const zoom = { zoomControl: false, zoomSnap: 0.25, minZoom: 0.5, maxZoom: 9, zoomAnimation: motion, fadeAnimation: motion, inertia: motion };
  map = L.map("map", { center: [15, 150], zoom: 1, maxBounds: edges, ...zoom });
  L.control.zoom({ position: "topright" }).addTo(map);
  window.atlas.mount(map, [null, null, "Natural Earth"]);
  byId("legend-place").append(document.querySelector(".atlas-legend")); // below the map it hides nothing
}

if (window.matchMedia("(max-width: 700px)").matches) byId("filter-box").open = false;
window.Streamlit = { setComponentValue: (message) => queueMicrotask(() => hear(message)) };
makeMap();
addLanguages();
addSearch();
addPointing();
addPrinting();
speak();
renew();
