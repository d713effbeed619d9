// Printing: the map takes the size of the sheet before it is printed, and its own again afterwards.

const PAPER = "printing"; // the class under which the page stands as on paper, see print.css

function addPrinting() {
  byId("print").addEventListener("click", () => window.print());
  window.addEventListener("beforeprint", () => lay(true));
  window.addEventListener("afterprint", () => lay(false));
}

function lay(onPaper) {
  if (onPaper) listSources(stateOf(choice));
  else byId("row-sources").replaceChildren();
  document.documentElement.classList.toggle(PAPER, onPaper);
  map.invalidateSize({ animate: false }); // it keeps its centre, so that the map does not take it for a move by hand
  if (onPaper) document.querySelector(".atlas-legend").open = true; // a low map folds it
}
