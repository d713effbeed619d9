// Stands before every part: elements are made of text, never of HTML.

function make(tag, attributes, inner) {
  const element = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => { if (value !== "" || name === "disabled") element.setAttribute(name, value); });
  element.append(...(Array.isArray(inner) ? inner : [inner]));
  return element;
}
