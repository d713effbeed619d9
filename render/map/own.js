// Own: layers that a person brought, fetched once, drawn beside ours, and gone when the state names them no longer.

const brought = new Map(); // layer id -> what was fetched, or is being fetched
let wanted = new Set(); // ids of the last state
const AGAIN = 1000, TRIES = 20; // milliseconds between two tries to fetch what a cut line or a busy server keeps back

/** Drop what is no longer in a list of {id, url}: the state that comes with it knows nothing of it. */
function forget(list) {
  wanted = new Set(list.map(({ id }) => id));
  [...brought.keys()].filter((id) => !wanted.has(id)).forEach(drop);
}

/** Fetch what is new in a list of {id, url}; the state is drawn again when all of it is there. */
async function bring(list, tries = TRIES) {
  const fresh = list.filter(({ id }) => !brought.has(id));
  if (!fresh.length) return;
  fresh.forEach(({ id }) => brought.set(id, null));
  await Promise.all(fresh.map((one) => fetchOwn(one, tries)));
  if (!asked) return;
  recolour(asked.looks);
  restyle(asked);
}

async function fetchOwn({ id, url }, tries) {
  const layer = await fetched(url).catch(() => null);
  if (!brought.has(id)) return undefined; // taken away meanwhile
  if (!layer) {
    brought.delete(id);
    return tries && setTimeout(() => wanted.has(id) && bring([{ id, url }], tries - 1), AGAIN);
  }
  layer.rows = unpacked(layer.rows);
  brought.set(id, layer);
  layers.push(layer);
  addHatchesOf(layer);
  return addLayer(layer, panes);
}

async function fetched(url) {
  const answer = await fetch(new URL(`../..${url}`, window.location.href));
  if (!answer.ok) throw new RangeError(answer.status);
  return new Response(answer.body.pipeThrough(new DecompressionStream("gzip"))).json();
}

function drop(id) {
  const layer = brought.get(id);
  brought.delete(id);
  if (!layer) return;
  layers.splice(layers.indexOf(layer), 1);
  rows.get(id).forEach((row) => row.paths.forEach((path) => path.remove()));
  rows.delete(id);
  crowds.delete(id);
}
