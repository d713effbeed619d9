/*
 * What Streamlit's page lacks: the language of the document, its own few words in that language, a name for the
 * map's frame and links past the controls. Loaded anew when the language changes; ui/document.py writes what to say.
 */
(() => {
  "use strict";

  const { lang, phrases, links, map } = JSON.parse(document.currentScript.dataset.say);
  const NAMES = ["aria-label", "title"];
  let idle = null; // the button that lost the focus because it was switched off
  const exact = new Map(phrases.filter(([from]) => !from.includes("*")));
  const patterns = phrases.filter(([from]) => from.includes("*")).map(([from, to]) => [pattern(from), to.replace("*", "$1")]);

  function pattern(from) {
    const [before, after] = from.split("*").map((part) => part.replace(/[.()[\]?+^$|\\]/g, "\\$&"));
    return new RegExp(`^${before}(.+)${after}$`);
  }

  /** Give a phrase of Streamlit's in the page's language; undefined for any other text. */
  function inOurs(phrase) {
    const found = patterns.find(([from]) => from.test(phrase));
    return exact.get(phrase) || (found && phrase.replace(...found));
  }

  function rename(element) {
    for (const name of NAMES) {
      const ours = element.hasAttribute(name) && inOurs(element.getAttribute(name));
      if (ours) element.setAttribute(name, ours);
    }
  }

  function rewrite(text) {
    const ours = exact.get(text.data);
    if (ours) text.data = ours;
  }

  function reword(node) {
    if (node.nodeType === Node.TEXT_NODE) rewrite(node);
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    [node, ...node.querySelectorAll("[aria-label], [title]")].forEach(rename);
    const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) rewrite(texts.currentNode);
  }

  function nameMap() {
    const frame = document.querySelector(`iframe[data-testid="stCustomComponentV1"]`);
    if (!frame) return;
    frame.id = "map";
    if (frame.title !== map) frame.title = map;
  }

  function addLinks() {
    document.getElementById("atlas-links")?.remove();
    const box = document.createElement("nav");
    box.id = "atlas-links";
    box.setAttribute("aria-label", links.label);
    box.append(...links.targets.map(([target, label]) => link(target, label)));
    document.body.prepend(box);
  }

  function link(target, label) {
    const made = document.createElement("a");
    made.href = `#${target}`;
    made.textContent = label;
    made.addEventListener("click", (event) => {
      event.preventDefault(); // the address is the view's
      reach(document.getElementById(target));
    });
    return made;
  }

  /** Bring what a link names into view and let the keyboard go on there; in the map's frame, on the map itself. */
  function reach(target) {
    if (!target) return;
    target.scrollIntoView({ block: "nearest" });
    (target.contentDocument?.querySelector(".leaflet-container") || target).focus();
  }

  /** Give the focus back to a button that Streamlit switched off while its file was made: else Escape reaches nobody. */
  function keepFocus(button) {
    if (button.disabled && button === document.activeElement) idle = button;
    if (button.disabled || button !== idle) return;
    idle = null;
    if (document.activeElement === document.body) button.focus();
  }

  function watch(changes) {
    for (const { type, target, attributeName, addedNodes } of changes) {
      if (attributeName === "disabled") keepFocus(target);
      else if (type === "attributes") rename(target);
      else addedNodes.forEach(reword);
    }
    nameMap();
  }

  let typed = null; // the field whose last words the server has not been told

  /** A file is made of what the server knows: words that are still being typed arrive before it is asked for. */
  function tellFirst(event) {
    const button = event.target.closest?.(`[data-testid="stDownloadButton"] button`);
    if (!button || !typed) return;
    typed = null;
    event.preventDefault();
    event.stopImmediatePropagation();
    const key = [...button.closest("[class*='st-key-save']").classList].find((name) => name.startsWith("st-key-save"));
    whenDone(() => document.querySelector(`.${CSS.escape(key)} button`)?.click());
  }

  /** Call back when the run that has just been asked for is over. */
  function whenDone(go, tries = 0) {
    const isRunning = document.querySelector("[data-test-script-state]")?.dataset.testScriptState !== "notRunning";
    const isOver = !isRunning && tries > 5; // a run begins some milliseconds after it was asked for
    if (isOver || tries > 100) go();
    else setTimeout(whenDone, 50, go, tries + 1);
  }

  window.atlasTyped?.abort();
  window.atlasTyped = new AbortController();
  const { signal } = window.atlasTyped;
  document.addEventListener("input", ({ target }) => { typed = target.matches("input[type=text], textarea") ? target : typed; }, { signal });
  document.addEventListener("keydown", ({ key }) => { if (key === "Enter") typed = null; }, { signal });
  document.addEventListener("pointerdown", ({ target }) => { if (typed !== document.activeElement || target === typed) typed = null; }, { signal });
  document.addEventListener("click", tellFirst, { signal, capture: true });

  window.atlasPage?.disconnect();
  window.atlasPage = new MutationObserver(watch);
  document.documentElement.lang = lang;
  reword(document.body);
  nameMap();
  addLinks();
  window.atlasPage.observe(document.body, { subtree: true, childList: true, attributeFilter: [...NAMES, "disabled"] });
})();
