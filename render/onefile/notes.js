// Sources and notes: what must be read with the map, on the screen and on paper.

function renewNotes(state) {
  const points = layers.some(({ id, kind }) => kind !== "area" && state.shown[id].length);
  const said = [
    say("alone"),
    say("outlines"),
    say("undetermined"),
    ...(points ? [say("geonames"), say("geometry")] : []),
    ...(publishers[lang].length ? [say("published", { names: listed(publishers[lang].slice(0, 20)) })] : []),
    say("licences", { names: licences.join("; ") }),
    `${say("as_of", { date: asOf[lang] })} / ${say("version", { version })} / ${say("open_again")}`,
  ];
  const inLegend = state.notes.map((text) => element("p", { text, class: "in-legend" }));
  byId("notes").replaceChildren(...inLegend, ...said.map((text) => element("p", { text })));
}

/** List for paper every row that shows with its sources. */
function listSources(state) {
  const rows = layers.flatMap((layer) => state.shown[layer.id].map((at) => ({ layer, at })));
  const line = ({ layer, at }) => element("li", {}, element("b", { text: nameOf(layer, at) }),
    ` ${[...layer.sources[at]].map(([, ...words]) => inLang(words)).join(" / ")}`);
  const group = (layer) => [element("h3", { text: layer.title[lang] }), element("ul", {}, ...rows.filter((row) => row.layer === layer).map(line))];
  const filled = layers.filter(({ id }) => state.shown[id].length);
  byId("row-sources").replaceChildren(element("h2", { text: say("row_sources", { count: rows.length }) }), ...filled.flatMap(group));
}
