// Base maps of other hosts: the page offers them only where the deployment allows it; none is on at first.

let offered = null; // what the page offers, and the control that offers it
let tiles = null; // the base map that shows

function offer(leaflet, { maps, said }) {
  const box = document.createElement("details");
  box.className = "atlas-online";
  offered = { maps, said, box, chosen: null };
  control("topright", box);
  sayOffer();
}

/** Write the control in the page's language; each choice says beside it whom it calls. */
function sayOffer() {
  if (!offered) return;
  const choices = [null, ...offered.maps].map((each) => choice(each));
  offered.box.replaceChildren(textElement("summary", offered.said[lang].title), ...choices);
}

function choice(each) {
  const label = document.createElement("label");
  const radio = Object.assign(document.createElement("input"), { type: "radio", name: "base", checked: each === offered.chosen });
  radio.addEventListener("change", () => lay(each));
  label.append(radio, textElement("span", each ? each[lang].name : offered.said[lang].none));
  if (each) label.append(textElement("small", each[lang].notice));
  return label;
}

/** Lay a base map under everything, or take it away; land without facts lets it through. */
function lay(each) {
  if (tiles) tiles.remove();
  tiles = null;
  offered.chosen = each;
  map.getContainer().classList.toggle("on-tiles", Boolean(each));
  if (!each) return;
  const [minZoom, maxNativeZoom] = each.zoom;
  tiles = L.tileLayer(each.url, { minZoom, maxNativeZoom, attribution: each[lang].attribution }).addTo(map);
}
