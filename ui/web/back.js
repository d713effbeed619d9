/*
 * Draws the page anew once its connection is back: another server may stand behind it now, which knows nothing of it
 * until it is asked. Streamlit asks only where a run was cut off.
 */

const STATE = "data-test-connection-state", HERE = "CONNECTED";

export default function ({ setTriggerValue }) {
  const app = document.querySelector("[data-testid=stApp]");
  const isWatched = Boolean(app.atlasBack);
  app.atlasBack = () => setTriggerValue("back", true);
  if (isWatched) return;
  let was = app.getAttribute(STATE);
  new MutationObserver(() => {
    const now = app.getAttribute(STATE);
    if (now !== was && now === HERE) app.atlasBack();
    was = now;
  }).observe(app, { attributeFilter: [STATE] });
}
