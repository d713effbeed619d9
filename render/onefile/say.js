// Words and elements: every word reaches the page as text, never as HTML.

let lang = first.lang;

/** Say a phrase in the page's language, its braces filled. */
function say(name, values = {}) {
  return phrases[name][lang].replace(/{(\w+)}/g, (_, key) => (typeof values[key] === "number" ? grouped(values[key]) : values[key]));
}

/** Write a count as the legend of the map does. */
function grouped(count) {
  return count.toLocaleString("en");
}

/** Read a pair of words, or the one that is the same in both languages. */
function inLang(pair) {
  return lang === "en" && pair.length > 1 ? pair[1] : pair[0];
}

function listed(words) {
  return words.join(say("comma"));
}

/** Make an element: `text` is what it says, `on...` what it does, all else are attributes. */
function element(tag, { text, ...more } = {}, ...children) {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  for (const [name, value] of Object.entries(more)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

function button(text, press, more = {}) {
  return element("button", { type: "button", text, onclick: press, ...more });
}

function byId(id) {
  return document.getElementById(id);
}

/** Put elements into a box; what had the focus gives it to what stands there under the same key. */
function fill(box, children) {
  const key = box.contains(document.activeElement) && document.activeElement.dataset.key;
  box.replaceChildren(...children);
  const heir = key && [...box.querySelectorAll("[data-key]")].find((each) => each.dataset.key === key);
  if (heir) heir.focus();
}
