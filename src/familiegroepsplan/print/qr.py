"""The QR code of an address, as an SVG without colour of its own beyond the one given."""

import io
from functools import lru_cache

import segno


@lru_cache(maxsize=4096)
def qr_svg(address: str, kleur: str) -> str:
    """The code as SVG with the quiet zone of four modules that the standard asks (ISO/IEC 18004).

    Level M: 15 % of it may be dirty or folded.
    """
    out = io.BytesIO()
    code = segno.make(address, error="m", micro=False, boost_error=True)
    code.save(out, kind="svg", border=4, dark=kleur, light="#ffffff", xmldecl=False, omitsize=True)
    return out.getvalue().decode()
