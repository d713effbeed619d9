// Messages to the page: one is under way at a time, because the page hears only the latest.

const PATIENCE = 20000; // ms after which a message counts as lost; a busy server may take some seconds

const unsent = [];
let awaited = 0; // the number of the message that the page has not answered, 0 when there is none
let lastNumber = 0;
let early = null; // a state that answers an earlier message
let patience;

function tell(message) {
  if (!window.Streamlit) return;
  unsent.push(message);
  if (!awaited) sendNext();
}

function sendNext() {
  clearTimeout(patience);
  awaited = 0;
  if (!unsent.length) return;
  lastNumber = awaited = Math.max(lastNumber + 1, Date.now()); // never the same twice, not even after a reload
  patience = setTimeout(giveUp, PATIENCE);
  window.Streamlit.setComponentValue({ ...unsent.shift(), at: awaited });
}

/** Tell whether a state knows all that was told; an earlier one would undo on the map what was just done there. */
function isUpToDate(state) {
  if (awaited && (state.heard === null || state.heard >= awaited)) sendNext();
  early = awaited ? state : null;
  return !awaited;
}

function giveUp() {
  sendNext();
  if (!awaited && early) apply(map, early);
}
