// Printing: the map takes the size of the sheet before it is printed, and its own again afterwards.

const PAPER = "printing"; // the class under which the page stands as on paper, see print.css
const SHEET = 700; // CSS pixels that a sheet of A4 lying on its side is high, without its margins
const LOWEST = 280; // that the map is high at least, even where its notes then go over to the next sheet

function addPrinting() {
  byId("print").addEventListener("click", () => window.print());
  window.addEventListener("beforeprint", () => lay(true));
  window.addEventListener("afterprint", () => lay(false));
}

function lay(onPaper) {
  if (onPaper) listSources(stateOf(choice));
  else byId("row-sources").replaceChildren();
  document.documentElement.classList.toggle(PAPER, onPaper);
  byId("place").style.height = onPaper ? `${heightLeft()}px` : "";
  map.invalidateSize({ animate: false }); // it keeps its centre, so that the map does not take it for a move by hand
  if (onPaper) document.querySelector(".atlas-legend").open = true; // a low map folds it
}

/** Give the height that title, legend and notes leave the map on the first sheet. */
function heightLeft() {
  document.querySelector(".atlas-legend").open = true;
  const others = document.body.scrollHeight - byId("row-sources").offsetHeight - byId("place").offsetHeight;
  return Math.max(LOWEST, SHEET - others);
}
