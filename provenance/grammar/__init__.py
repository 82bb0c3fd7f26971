"""The grammar engine: constructions as rows of a table, clauses read once, candidates chosen by weight."""
