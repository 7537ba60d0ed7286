"""The files of a project that the editor may see and change, and nothing beside them."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from familiegroepsplan.wholefile import write_whole

SOORTEN = frozenset({".md", ".yml", ".svg", ".png", ".jpg", ".jpeg", ".icc", ".json"})
TEKSTEN = frozenset({".md", ".yml"})
MAX_BYTES = 2_000_000
GEMAAKT = ("content/wijzigingen/", "content/vertaalgeheugen/", "content/municipalities/schema.json")
"""What commands write; no person edits it here."""


class Geweigerd(Exception):
    """A path that is not of the editor, with the reason in Dutch."""


@dataclass(frozen=True)
class Projectmap:
    """The folder content/ of the project at `root`; every path is given from the root, with `/`."""

    root: Path

    def paden(self) -> list[str]:
        """The path of every file that the editor may read, sorted."""
        content = (self.root / "content").resolve()
        found = (path for path in content.rglob("*") if path.suffix in SOORTEN and path.is_file())
        inside = (path for path in found if path.resolve().is_relative_to(content) and not path.is_symlink())
        paden = (f"content/{path.relative_to(content).as_posix()}" for path in inside)
        return sorted(pad for pad in paden if self._is_open(PurePosixPath(pad)))

    def teksten(self) -> dict[str, str | None]:
        """Every file by its path with its text, None for what is not text: the editor reads all when it starts."""
        return {pad: self._text(pad) for pad in self.paden()}

    def _text(self, pad: str) -> str | None:
        path = self.root / pad
        return path.read_text("utf-8", errors="replace") if path.suffix in TEKSTEN else None

    def lees(self, pad: str) -> bytes:
        """The bytes of a file. Raises Geweigerd, or FileNotFoundError when it is not there."""
        return self._path(pad).read_bytes()

    def schrijf(self, pad: str, data: bytes, was: str | None) -> None:
        """Put `data` in the place of the file at once, with the line ends that the file has.

        `was` is the SHA-256 of the text as the editor read it, with `\\n` line ends; None when it knew of no such text.
        Raises Geweigerd for a path or size that is not of the editor, or a text that somebody else changed meanwhile;
        OSError when the disk does not take it.
        """
        path = self._path(pad)
        if len(data) > MAX_BYTES:
            raise Geweigerd(f"Dit bestand is groter dan {MAX_BYTES // 1_000_000} MB.")
        if path.suffix in TEKSTEN and path.is_file():
            data = self._in_place_of(path.read_bytes(), data, was)
        write_whole(path, data)

    def _in_place_of(self, old: bytes, new: bytes, was: str | None) -> bytes:
        plain = old.replace(b"\r\n", b"\n")
        if was != sha256(plain).hexdigest():
            raise Geweigerd("Dit bestand is intussen buiten de redactie veranderd. Herlaad de pagina en begin opnieuw.")
        return new.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n") if plain != old else new

    def verwijder(self, pad: str) -> None:
        """Take a picture or file away. Raises Geweigerd for texts and data, or FileNotFoundError."""
        path = self._path(pad)
        if path.suffix == ".yml" or (path.suffix == ".md" and not pad.startswith("content/municipalities/")):
            raise Geweigerd("Teksten en gegevens verwijdert u niet in de redactie.")
        path.unlink()

    def _path(self, pad: str) -> Path:
        pure = PurePosixPath(pad)
        plain = "\\" not in pad and "\0" not in pad and pad == pure.as_posix() and not pure.is_absolute()
        if not plain or ".." in pure.parts or ":" in pad or not self._is_open(pure) or pure.suffix not in SOORTEN:
            raise Geweigerd("Dit pad hoort niet bij de redactie.")
        path = self.root.joinpath(*pure.parts)
        if not path.resolve().is_relative_to((self.root / "content").resolve()) or path.is_symlink():
            raise Geweigerd("Dit pad leidt naar een plek buiten content/.")
        return path

    def _is_open(self, pure: PurePosixPath) -> bool:
        inside = len(pure.parts) > 2 or pure.as_posix() == "content/landelijk.yml"
        made = pure.as_posix().casefold().startswith(GEMAAKT)  # macOS and Windows take another case for the same file
        hidden = any(part.startswith(".") for part in pure.parts)
        return inside and pure.parts[0] == "content" and not made and not hidden
