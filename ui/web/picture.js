/*
 * The button that copies the picture as an image. The browser's clipboard takes a promise: the page is asked for the
 * picture in full size when the button is pressed, and keeps the promise with what it sends then.
 * On plain http there is no such clipboard: the button is left out, and a sentence says what to do instead.
 */

export default function ({ data, parentElement, setTriggerValue }) {
  const [button, told] = ["button", "[role=status]"].map((part) => parentElement.querySelector(part));
  const allowed = Boolean(window.isSecureContext && navigator.clipboard?.write && window.ClipboardItem);
  button.hidden = !allowed;
  button.textContent = data.words.copy;
  if (!allowed) told.textContent = data.words.no_copy;
  else if (button.view !== data.view) told.textContent = "";
  button.view = data.view;
  button.onclick = () => copy(button, told, data.words, () => setTriggerValue("asked", true));
  if (data.picture) button.keep?.(new Blob([bytes(data.picture)], { type: "image/png" }));
}

async function copy(button, told, words, ask) {
  told.textContent = words.copying;
  const picture = new Promise((keep) => { button.keep = keep; });
  const written = navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
  ask();
  try {
    await written;
    told.textContent = words.copied;
  } catch {
    told.textContent = words.not_copied;
  }
}

function bytes(text) {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
