/*
 * Draws the page anew once its connection is back: another server may stand behind it now, which knows nothing of it
 * until it is asked. Streamlit asks only where a run was cut off. Whoever is not signed in any more gets no connection:
 * the page is loaded again, and the server leads to the sign-in.
 */

const STATE = "data-test-connection-state", HERE = "CONNECTED";

function lookAgain() {
  const leadsAway = (answer) => { if (answer.type === "opaqueredirect") location.reload(); };
  fetch(location.href, { redirect: "manual", cache: "no-store" }).then(leadsAway, () => {});
}

export default function ({ data, setTriggerValue }) {
  const app = document.querySelector("[data-testid=stApp]");
  const isWatched = Boolean(app.atlasBack);
  app.atlasBack = () => setTriggerValue("back", true);
  if (isWatched) return;
  let was = app.getAttribute(STATE);
  new MutationObserver(() => {
    const now = app.getAttribute(STATE);
    if (now !== was && now === HERE) app.atlasBack();
    if (now !== was && now !== HERE && data.isSignedIn) lookAgain();
    was = now;
  }).observe(app, { attributeFilter: [STATE] });
}
