"""How fast the whole country is built, measured against plain MkDocs and against writing the same bytes."""
