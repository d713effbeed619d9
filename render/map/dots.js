// Dots: a country too small to be seen is a dot of its colour, where its name stands (see names.py, which does so on paper).

const TINY = 9; // pixels across: a country whose largest part is smaller gets a dot
const DOT = { className: "country_dot", share: 0.75, weight: 0.8, opacity: 1 };

/** Make a dot for every country; it is on the map only while it is due. */
function addDots(areas) {
  for (const country of outlines.filter(({ shape }) => shape.id)) {
    country.dot = new Mark(places(country.shape.at)[0], { ...areas, ...DOT, color: colours.quiet_ink });
    country.label = names.find(({ named }) => named === country.shape);
    listen(country.dot, { layer: "country", id: country.shape.id, tip: () => countryTip(country) });
  }
}

/** Show the dots of the coloured countries that are tiny at this zoom, each name beside its dot. */
function showDots() {
  for (const country of outlines.filter(({ dot }) => dot)) {
    const { dot, label, row } = country;
    const isDue = Boolean(row) && across(country) < TINY;
    if (isDue !== map.hasLayer(dot)) isDue ? dot.addTo(map) : dot.remove();
    if (isDue) dot.setStyle({ fill: true, fillColor: fillOf(row), fillOpacity: strength(row) });
    label.box.classList.toggle("beside", isDue);
  }
}

/** Measure the largest part of a country in pixels, from side to side. */
function across({ boxes }) {
  const sides = boxes.map((box) => map.project(box.getSouthEast()).subtract(map.project(box.getNorthWest())));
  return Math.max(...sides.flatMap(({ x, y }) => [x, y]));
}
