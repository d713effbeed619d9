// Sources and notes: what must be read with the map, on the screen and on paper.

const MOST_NAMED = 16; // publishers

function renewNotes(state) {
  const points = layers.some(({ id, kind }) => kind !== "area" && state.shown[id].length);
  const said = [
    say("alone"),
    say("outlines"),
    say("undetermined"),
    ...(points ? [say("geonames"), say("geometry")] : []),
    ...publishedBy(state),
    say("licences", { names: licences.join("; ") }),
    `${say("as_of", { date: asOf[lang] })} / ${say("version", { version })} / ${say("open_again")}`,
  ];
  const inLegend = state.notes.map((text) => element("p", { text, class: "in-legend" }));
  byId("notes").replaceChildren(...inLegend, ...said.map((text) => element("p", { text })));
}

/** Name the publishers of the rows that show, the weightiest first (see analysis/publishers.py). */
function publishedBy(state) {
  const { names, weights, rows } = publishers[lang];
  const cited = new Map();
  for (const { id } of layers) for (const at of state.shown[id]) for (const one of rows[id]?.[at] || []) cited.set(one, (cited.get(one) || 0) + weights[one]);
  const ranked = [...cited].sort(([a, x], [b, y]) => y - x || a - b).map(([one]) => names[one]);
  const rest = ranked.length - MOST_NAMED;
  if (!ranked.length) return [];
  return [say("published", { names: listed(ranked.slice(0, MOST_NAMED)) }) + (rest > 0 ? say("more_published", { count: rest }) : "")];
}

/** List for paper every row that shows with its sources. */
function listSources(state) {
  const rows = layers.filter(({ packed }) => !packed).flatMap((layer) => state.shown[layer.id].map((at) => ({ layer, at })));
  const line = ({ layer, at }) => element("li", {}, element("b", { text: nameOf(layer, at) }),
    ` ${[...layer.sources[at]].map(([, ...words]) => inLang(words)).join(" | ")}`);
  const group = (layer) => [element("h3", { text: layer.title[lang] }), element("ul", {}, ...rows.filter((row) => row.layer === layer).map(line))];
  const filled = layers.filter(({ id, packed }) => state.shown[id].length && !packed);
  byId("row-sources").replaceChildren(element("h2", { text: say("row_sources", { count: rows.length }) }), ...filled.flatMap(group));
}
