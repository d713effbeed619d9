/*
 * The little script that the folium map carries, in pieces that are served as one file (see web_files.py).
 *
 * Two static files stand before it: countries.js (outlines) and rows.js (every row of every layer, looks, words).
 * `atlas.mount(map)` draws all of it once. `atlas.apply(map, state)` then only shows, hides and restyles, so the
 * reader's zoom and centre are never touched, except where the state asks for another part of the world.
 *
 * Data reaches the page as text only (textContent, attributes of SVG), never as HTML.
 * Longitudes run from -30 to 330: the Pacific is in the middle. "Steps" are whole numbers, see web_shapes.py.
 */

const HOME = document.currentScript.src; // beside it stand the files that are fetched later
const countries = window.atlasCountries;
const { style, words, layers, time } = window.atlasRows;
const { colours, dashes } = style;
layers.forEach((layer) => (layer.rows = unpacked(layer.rows)));

/** Make rows of columns; a row has no key where its column holds null. */
function unpacked(columns) {
  const found = (columns.id || []).map(() => ({}));
  for (const [name, cells] of Object.entries(columns)) cells.forEach((cell, i) => cell !== null && (found[i][name] = cell));
  return found;
}

let map;
let panes; // where areas, lines, marks, rings and names are drawn
let lang = "ja";
const outlines = []; // countries and areas in the order of the static file
const shapes = new Map(); // country code -> shapes
const rows = new Map(); // layer id -> rows, in the order of the static file
const rings = []; // what is drawn around the selection
const names = []; // labels, each knows when it shows
