// Plans: the rows as they were planned at a moment, or as they are known now.

let seen = ""; // the plan that the rows stand under; "" is now

/** Let every row stand as it was planned; from there nothing is stale. */
function seeFrom(plan) {
  if (plan === seen) return;
  seen = plan;
  [...rows.values()].flat().forEach((row) => {
    row.data = plan ? { ...row.known, pale: false, ...(row.known.plans || {})[plan] } : row.known;
    dress(row);
  });
  outlines.forEach((country) => { country.row = undefined; }); // to be coloured anew
}
