"""Screening: holding existing texts of an organisation against the rules in content/screening.yml.

The way of a text: `bron` (file or address) → `brontekst` (paragraphs) → `zinnen` → `oordeel` (rules applied) →
`afgedaan` (findings dismissed before) → `verslag_*`.
"""
