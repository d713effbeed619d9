// The walk: with the arrow keys from country to country, without a pointer.

const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const MARGIN = 60; // pixels around a country that is walked to

let visited = null; // the country that the walk has come to

function addWalk() {
  map.getContainer().addEventListener("keydown", (event) => {
    if (event.target !== map.getContainer() || event.ctrlKey || event.altKey || event.metaKey) return;
    const way = !event.shiftKey && WAYS[event.key];
    const act = way ? () => visit(nearest(way)) : { Enter: () => visited && pick(visited.shape.id, event), Escape: leave }[event.key];
    if (!act) return;
    act();
    event.preventDefault();
    event.stopPropagation(); // Leaflet would pan
  }, true);
  map.getContainer().addEventListener("blur", endWalk);
}

/** Find the next country in a direction, the sooner the straighter it lies; at first the one nearest to the middle. */
function nearest([x, y]) {
  const start = visited ? standing(visited) : map.project(map.getCenter(), 0);
  const far = (country) => {
    const way = standing(country).subtract(start);
    const [ahead, aside] = [way.x * x + way.y * y, Math.abs(way.x * y) + Math.abs(way.y * x)];
    if (!visited) return Math.hypot(way.x, way.y);
    return ahead > 0 && aside <= 2 * ahead ? ahead + 2 * aside : Infinity;
  };
  const others = outlines.filter((country) => country.shape.id && country !== visited);
  const best = others.reduce((one, other) => (far(other) < far(one) ? other : one));
  return far(best) < Infinity ? best : visited;
}

function standing({ shape }) {
  return map.project(places(shape.at)[0], 0);
}

function visit(country) {
  visited = country;
  const at = L.latLng(places(country.shape.at)[0]);
  map.panInside(at, { paddingTopLeft: [MARGIN, MARGIN], paddingBottomRight: [MARGIN, MARGIN + covered()], animate: false });
  outlines.forEach((each) => each.path.getElement().classList.toggle("visited", each === country));
  country.path.bringToFront();
  const about = { layer: "country", id: country.shape.id, tip: () => countryTip(country) };
  openTip(about, at);
  said.textContent = [...about.tip(), ...(country.row ? [] : [words[lang].nothing])].join(words[lang].comma);
}

/** Leave the walk, and when there is none, the selection. */
function leave() {
  if (visited) endWalk();
  else pick("");
}

function endWalk() {
  if (!visited) return;
  visited.path.getElement().classList.remove("visited");
  visited = null;
  said.textContent = "";
  closeTip();
}
