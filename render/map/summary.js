// The summary: what shows, in words for those who do not see the map, and the place to say what changes.

let summary;
let said; // a live region

function addSummary() {
  const box = map.getContainer();
  [summary, said] = ["p", "div"].map((tag) => box.parentElement.appendChild(document.createElement(tag)));
  [summary.className, said.className] = ["atlas-unseen", "atlas-unseen"];
  summary.id = "atlas-summary";
  said.setAttribute("aria-live", "polite");
  box.setAttribute("aria-describedby", summary.id);
}

function summarise(state) {
  const counted = layers.filter(({ id }) => shownCount(id, state))
    .map(({ id, title }) => worded("counted", { name: title[lang], count: grouped(shownCount(id, state)) }));
  const shows = counted.length ? worded("shows", { layers: listed(counted) }) : words[lang].shows_nothing;
  const chosen = selected.map(nameOf).filter(Boolean);
  summary.textContent = shows + (chosen.length ? worded("chosen", { names: listed(chosen) }) : "");
}

function nameOf(id) {
  const country = id && (shapes.get(id) || [])[0];
  const [row] = rowsNamed([id]);
  return country ? country.shape.name[lang] : row && row.data.tip[lang][0];
}

function listed(list) {
  return list.join(words[lang].comma);
}

function worded(key, values) {
  return words[lang][key].replace(/{(\w+)}/g, (_, name) => values[name]);
}
