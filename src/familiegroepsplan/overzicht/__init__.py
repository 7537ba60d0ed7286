"""The state of all municipalities on one page: what is published, in which languages, and what a person must do.

`stand` gathers it, `pagina` shows it as one offline HTML file.
"""
