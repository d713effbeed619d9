// Places: turning the static files' steps into degrees.

/** Turn steps into Leaflet's [lat, lng] pairs. */
function places(steps, perDegree = countries.perDegree) {
  const found = [];
  let lon = 0;
  let lat = 0;
  for (let i = 0; i < steps.length; i += 2) {
    lon += steps[i];
    lat += steps[i + 1];
    found.push([lat / perDegree, lon / perDegree]);
  }
  return found;
}

/** Turn the rings of every part of an outline. */
function ringsOf(parts, perDegree) {
  return parts.map((part) => part.map((ring) => places(ring, perDegree)));
}
