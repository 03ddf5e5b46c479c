"""Paste and go: any citation as people type it -> the clause, or the candidates.

The browser does the looking up (assets/pages/lookup_*.js); the same steps stand here in Python. Both read one grammar,
which `grammar.py` makes from knowledge/pinpoints.yml and knowledge/types.yml, and one table of the archive, which
`table.py` makes; tests run the same cases through both.
"""
