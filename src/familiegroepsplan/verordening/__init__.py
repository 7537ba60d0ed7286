"""The official text of a local regulation: fetched, read in every form, and what matters of it into the YAML.

The way: `ophalen` (or a file) → `xml` (bytes to a safe tree) → `lezen` (a `Regeling`, the same for every form)
→ `plan` (the articles and notes that concern the plan) → `schrijven` (into the municipality's file).
"""
