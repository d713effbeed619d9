// A cut in thought: cut systems are struck out, landings that lose every path ringed, lost countries hatched.

const cutSigns = []; // what is drawn over the map for the present cut

function addCutHatch() {
  document.querySelector(".leaflet-areas-pane svg defs").append(hatch("hatch-cut", colours.halo));
}

/** Draw a cut in place of the one before; `null` takes everything back. */
function showCut(cut) {
  cutSigns.splice(0).forEach((sign) => sign.remove());
  const { systems, lost, countries: codes } = cut || { systems: [], lost: [], countries: [] };
  for (const row of [...rows.values()].flat()) {
    const isCut = systems.includes(row.data.id);
    row.strokes.forEach((path) => path.getElement().classList.toggle("cut", isCut));
    if (isCut && row.shown) cross(row);
    if (lost.includes(row.data.id)) row.marks.forEach(ringTwice);
  }
  codes.flatMap((code) => shapes.get(code) || []).forEach(hatchCountry);
}

function sign(layer) {
  cutSigns.push(layer.addTo(map));
}

/** Put a cross on the middle of the longest line of a system. */
function cross(row) {
  const lines = row.strokes.flatMap((path) => path.getLatLngs());
  const box = document.createElement("div");
  box.textContent = "×";
  const icon = L.divIcon({ html: box, className: "cut-mark", iconSize: null });
  sign(L.marker(middle(lines.reduce(longer)), { icon, pane: "names", interactive: false, keyboard: false }));
}

function longer(one, other) {
  return reach(other) > reach(one) ? other : one;
}

function reach(line) {
  return line.reduce((sum, at, i) => sum + (i ? at.distanceTo(line[i - 1]) : 0), 0);
}

/** The vertex nearest to half of a line's length. */
function middle(line) {
  const half = reach(line) / 2;
  let gone = 0;
  return line.find((at, i) => (gone += i ? at.distanceTo(line[i - 1]) : 0) >= half) || line[0];
}

function ringTwice(mark) {
  for (const share of [1.7, 2.6]) {
    const ring = { pane: "rings", className: "lost", share, fill: false, interactive: false, color: colours.ink, weight: 1.8 };
    sign(new Mark(mark.getLatLng(), ring));
  }
}

function hatchCountry({ path }) {
  const looks = { pane: "areas", className: "lost-country", fillColor: "url(#hatch-cut)", fillOpacity: 0.85 };
  sign(L.polygon(path.getLatLngs(), { ...looks, smoothFactor: 0.7, color: colours.ink, weight: 1.4, interactive: false }));
}

/** Explain the signs of a cut in the legend, those that show. */
function cutKeys(cut) {
  if (!cut) return [];
  const told = [["cut", cut.systems], ["lost", cut.lost], ["lost_country", cut.countries]];
  return told.filter(([, ids]) => ids.length).map(([key]) => textElement("p", words[lang][key]));
}
