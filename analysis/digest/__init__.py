"""Short documents of a view: what a slide or a one-page sheet tells of the plan, a field, a region, a country."""
