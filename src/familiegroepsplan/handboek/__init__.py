"""The handbook in handboek/, as a set of pages of its own."""

from familiegroepsplan.handboek.bladen import Blad, Groep, read_groepen
from familiegroepsplan.handboek.boek import FOLDER, write_handboek

__all__ = ["FOLDER", "Blad", "Groep", "read_groepen", "write_handboek"]
