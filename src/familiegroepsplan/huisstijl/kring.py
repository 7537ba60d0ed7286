"""Our motif: people in a circle, seen from above, around the one it is about."""

import math

_COUNT = 5
_HEAD_RING, _HEAD = 19.0, 4.6
_ARMS_RING, _ARMS = 11.2, 4.4
_MIDDLE = 4.2
_REACH = math.radians(23)


def kring(x: float, y: float, maat: float, kleur: str, accent: str) -> str:
    """The motif as an SVG group: its middle at (x, y), `maat` wide; the one in the middle in `accent`."""
    people = "".join(_person(2 * math.pi * index / _COUNT - math.pi / 2) for index in range(_COUNT))
    return (
        f'<g transform="translate({x:g} {y:g}) scale({maat / 48:.4g})" fill="{kleur}" stroke="none">'
        f'{people}<circle r="{_MIDDLE}" fill="{accent}"/>'
        f'<g fill="none" stroke="{kleur}" stroke-width="{_ARMS}" stroke-linecap="round">{_arms()}</g></g>'
    )


def _person(angle: float) -> str:
    x, y = _point(_HEAD_RING, angle)
    return f'<circle cx="{x}" cy="{y}" r="{_HEAD}"/>'


def _arms() -> str:
    """For every person an arc before the head: shoulders, and arms about the middle."""
    middles = (2 * math.pi * index / _COUNT - math.pi / 2 for index in range(_COUNT))
    arcs = ((_point(_ARMS_RING, middle - _REACH), _point(_ARMS_RING, middle + _REACH)) for middle in middles)
    return "".join(f'<path d="M{x1} {y1}A{_ARMS_RING} {_ARMS_RING} 0 0 1 {x2} {y2}"/>' for (x1, y1), (x2, y2) in arcs)


def _point(ring: float, angle: float) -> tuple[str, str]:
    return f"{ring * math.cos(angle):.2f}", f"{ring * math.sin(angle):.2f}"
