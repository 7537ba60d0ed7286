"""The work of translators: what is to be done, out as a file, back with checks.

The way out: `staat` (what is missing or stale) → `werk` (a block in pieces) → `xliff` or `werkblad` (a file).
The way back: `xliff_lezen` or `werkblad_lezen` → `inzending` (what a translator hands in) → `keuring` → `inlezen`.
"""
