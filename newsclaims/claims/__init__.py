"""Claims: what a text puts forward as the case, by whom, with the quantities, dates and topic it is about."""
