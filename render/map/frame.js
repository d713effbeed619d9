// The frame: what part of the world shows, and who decides it: the filters, or the person who moved the map.

const WORLD = [-30, -46, 330, 73]; // what must show at first: Cape Horn peeps out below
const REST = 400; // ms without a move until it is told
const WIDEST = 359.8; // degrees that an extent can tell; a wider one is known by its height
const NEAR = 1e-3; // degrees between an extent as it was told and as it comes back
const EXACTLY = { animate: false, reset: true }; // without a reset Leaflet pans by whole pixels

let frame; // what the filters ask for, null for the world; undefined before the first state
let extent = null; // what the person asks for, in the address; null while the filters decide
let still; // where the map came to rest
let ours = false; // while it is not the person who moves the map
let byHand = false; // whether the person moved it since it was placed
let untold; // the timer of a move that was not told yet, 0 when there is none

function watch() {
  map.on("resize", () => { if (frame !== undefined) byHand ? moveAsOurs(stayInside) : show(); });
  window.addEventListener("resize", () => requestAnimationFrame(recallCentre));
  map.on("zoomend", fan);
  map.on("zoomend", showDots);
  map.on("zoomend", swellZones);
  map.on("zoomend moveend", showNames);
  map.on("moveend", () => { rest(); refine(); });
  map.on("click", () => pick(""));
}

/** Go where a state asks, unless the person moved the map there or just moves it elsewhere. */
function place(state) {
  const isFirst = frame === undefined;
  const [asked, before] = [state.bbox || state.frame, extent || frame];
  const turned = !state.bbox !== !extent;
  [frame, extent] = [state.frame, state.bbox];
  if (!isFirst && (untold || (JSON.stringify(asked) === JSON.stringify(before) && !turned))) return;
  if (!isFirst && extent && byHand && isNear(extent, bounds())) return;
  whenStyled(show);
}

/** Fit the person's extent exactly, or a frame or the world into the part of the map that legend and slider leave free. */
function show() {
  const [west, south, east, north] = extent || frame || WORLD;
  stopTelling();
  byHand = false;
  moveAsOurs(() => {
    limitZoom();
    const [above, below] = extent ? [0, 0] : [coveredAbove(), covered()];
    const room = { paddingTopLeft: [0, above], paddingBottomRight: [0, below] };
    map.fitBounds([[south, west], [north, east]], { ...EXACTLY, ...room });
    if (!extent && !frame) comeCloser(above, below);
  });
}

/** Show the world a step larger where its south would lie behind the legend: as a whole it cannot be moved up. */
function comeCloser(above, below) {
  const [west, south, east, north] = WORLD;
  const [zoom, { x, y }] = [map.getZoom() + map.options.zoomSnap, map.getSize()];
  const [from, to] = [[north, west], [south, east]].map((corner) => map.project(corner, zoom));
  if (map.latLngToContainerPoint([south, west]).y <= y - below || to.x - from.x > x) return;
  const middle = from.add(to).add([0, below - above]).divideBy(2);
  map.setView(map.unproject(middle, zoom), zoom, EXACTLY);
}

/** Move without telling. Leaflet may not glide back inside its bounds meanwhile: on a slow machine that ends over this move. */
function moveAsOurs(move) {
  ours = map._enforcingBounds = true;
  move();
  ours = map._enforcingBounds = false;
}

/** Let nobody zoom out further than the whole world, so that an extent always tells the zoom. */
function limitZoom() {
  const { x, y } = map.getSize();
  const [whole, step] = [Math.log2(Math.min(x, y) / 256), map.options.zoomSnap];
  if (Number.isFinite(whole)) map.options.minZoom = Math.floor(whole / step) * step; // setMinZoom would animate
  map.fire("zoomlevelschange");
}

function stayInside() {
  limitZoom();
  map.setView(still.centre, Math.max(still.zoom, map.getMinZoom()), EXACTLY);
}

/** Give Leaflet the exact centre again: at every resize it keeps no more than the nearest pixel. */
function recallCentre() {
  if (still) map._lastCenter = still.centre;
}

function rest() {
  const here = { centre: map.getCenter(), zoom: map.getZoom() };
  const moved = still && (here.zoom !== still.zoom || map.project(here.centre).distanceTo(map.project(still.centre)) > 1.5);
  if (ours || moved) still = here;
  if (ours || !moved) return;
  byHand = true;
  stopTelling();
  untold = setTimeout(() => { untold = 0; extent = bounds(); tell({ moved: extent }); }, REST);
}

function stopTelling() {
  clearTimeout(untold);
  untold = 0;
}

/** Give the edges of what shows, as the address can hold them; Leaflet's own bounds are rounded to pixels. */
function bounds() {
  const [middle, half] = [map.project(map.getCenter()), map.getSize().divideBy(2)];
  const { lat: south, lng: west } = map.unproject(middle.add([-half.x, half.y]));
  const { lat: north, lng: east } = map.unproject(middle.add([half.x, -half.y]));
  const surplus = Math.max(0, east - west - WIDEST) / 2;
  return [west + surplus, south, east - surplus, north];
}

function isNear(one, other) {
  return one.every((edge, i) => Math.abs(((edge - other[i] + 540) % 360) - 180) < NEAR);
}

/** Let the filters decide again. */
function fitFilters() {
  extent = null;
  show();
  tell({ moved: null });
}

/** The height in pixels, from the top, that the slider of the years takes. */
function coveredAbove() {
  return isSmall() ? 0 : slider.box.getBoundingClientRect().bottom - map.getContainer().getBoundingClientRect().top;
}

/** The height in pixels, from the bottom, that the legend takes; a tall one may hide part of the frame. */
function covered() {
  if (isSmall() || !legend.open) return 0;
  const below = map.getContainer().getBoundingClientRect().bottom - legend.getBoundingClientRect().top;
  return Math.min(below, map.getSize().y / 2);
}

/** Wait until map and legend have a size to go by: map.css is loaded without waiting, the frame grows only later. */
function whenStyled(then) {
  if (!window.innerHeight || !getComputedStyle(legend).getPropertyValue("--styled")) {
    requestAnimationFrame(() => whenStyled(then));
    return;
  }
  moveAsOurs(() => map.invalidateSize({ animate: false, pan: false }));
  then();
}
