// Own: layers that a person brought, fetched once, drawn beside ours, and gone when the state names them no longer.

const brought = new Map(); // layer id -> what was fetched, or is being fetched

/** Drop what is no longer in a list of {id, url}: the state that comes with it knows nothing of it. */
function forget(list) {
  const wanted = new Set(list.map(({ id }) => id));
  [...brought.keys()].filter((id) => !wanted.has(id)).forEach(drop);
}

/** Fetch what is new in a list of {id, url}; the state is drawn again when all of it is there. */
async function bring(list) {
  const fresh = list.filter(({ id }) => !brought.has(id));
  if (!fresh.length) return;
  fresh.forEach(({ id }) => brought.set(id, null));
  await Promise.all(fresh.map(fetchOwn));
  if (!asked) return;
  recolour(asked.looks);
  restyle(asked);
}

async function fetchOwn({ id, url }) {
  const answer = await fetch(new URL(`../..${url}`, window.location.href));
  if (!answer.ok) return brought.delete(id);
  const layer = await new Response(answer.body.pipeThrough(new DecompressionStream("gzip"))).json();
  if (!brought.has(id)) return undefined; // taken away meanwhile
  layer.rows = unpacked(layer.rows);
  brought.set(id, layer);
  layers.push(layer);
  addHatchesOf(layer);
  return addLayer(layer, panes);
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
