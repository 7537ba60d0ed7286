"""The register of all gemeenten."""

from familiegroepsplan.register.register import Register, RegisterGemeente, find, load_register, nearest
from familiegroepsplan.register.slug import slugify

__all__ = ["Register", "RegisterGemeente", "find", "load_register", "nearest", "slugify"]
