// Messages to the page: one is under way at a time, because the page hears only the latest, and none while it is drawn.

const PATIENCE = 20000; // ms after which a message counts as lost; a busy server may take some seconds
const PAUSE = 40; // ms until the page is looked at again
const DRAWING = ["running", "rerunRequested", "stopRequested"]; // Streamlit's words, on its root element

const unsent = [];
let awaited = 0; // the number of the message that the page has not answered, 0 when there is none
let lastNumber = 0;
let early = null; // a state that answers an earlier message
let timer; // of the answer that is awaited, or of the page that is being drawn

function tell(message) {
  if (!window.Streamlit) return;
  unsent.push(message);
  if (!awaited) sendNext();
}

/** Send the next message once the page stands still: a run broken off leaves widgets with values of before, as if touched. */
function sendNext() {
  clearTimeout(timer);
  awaited = 0;
  if (!unsent.length) return;
  if (isBeingDrawn()) {
    timer = setTimeout(sendNext, PAUSE);
    return;
  }
  lastNumber = awaited = Math.max(lastNumber + 1, Date.now()); // never the same twice, not even after a reload
  timer = setTimeout(giveUp, PATIENCE);
  window.Streamlit.setComponentValue({ ...unsent.shift(), at: awaited });
}

function isBeingDrawn() {
  const page = window.parent.document.querySelector('[data-testid="stApp"]');
  return Boolean(page) && DRAWING.includes(page.dataset.testScriptState);
}

/** Tell whether a state knows all that was told; an earlier one would undo on the map what was just done there. */
function isUpToDate(state) {
  if (awaited && (state.heard === null || state.heard >= awaited)) sendNext();
  early = isOwed() ? state : null;
  return !isOwed();
}

/** Tell whether the page has yet to hear or to answer something. */
function isOwed() {
  return Boolean(awaited || unsent.length);
}

function giveUp() {
  sendNext();
  if (!isOwed() && early) apply(map, early);
}
