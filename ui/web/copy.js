/*
 * The link of the view in a field, and a button that copies it, on plain http too.
 * The browser's clipboard exists only on https and localhost; elsewhere the field is selected and copied as text.
 */

export default function ({ data, parentElement }) {
  const [field, button, told] = ["input", "button", "[role=status]"].map((part) => parentElement.querySelector(part));
  field.value = new URL(data.query ? `?${data.query}` : location.pathname, location.origin + location.pathname).href;
  field.setAttribute("aria-label", data.words.link);
  field.onfocus = () => field.select();
  button.textContent = data.words.copy;
  told.textContent = "";
  button.onclick = async () => {
    told.textContent = (await copied(field)) ? data.words.copied : data.words.by_hand;
  };
}

async function copied(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    return document.execCommand("copy");
  }
}
