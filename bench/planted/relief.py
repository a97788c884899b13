"""Defects of pads in pours: thermal reliefs that hang on too few spokes."""
from __future__ import annotations
import cmath, math

from .copies import Copy, Plant

PAD, HOLE, INNER, OUTER, SPOKE = 1.6, 0.9, 1.1, 2.0, 0.3
"""Diameters of pad and hole; radii of the pour's inner and outer edge; width of the spoke."""


def thermal_spokes(copy: Copy, count: int) -> None:
    """A pad of a lead in a pour of its own, joined to it by one spoke, where the layer is empty and others have areas at most."""
    for _ in range(count if copy.plated and copy.copper else 0):
        number, layer = copy.rng.choice(list(copy.copper.items()))
        others = [other for other in copy.copper.values() if other is not layer]
        found = copy.free_place(OUTER + 0.2, [layer])
        if found is None or any(one.kind != 'region' and one.distance(found) < HOLE for other in others for one in other.around(found, HOLE)):
            continue
        at = copy.plated[0].snap(found)
        ring = lambda radius, first, last: [layer.snap(at + cmath.rect(radius, math.tau * step / 32)) for step in range(first, last + 1)]
        # Two halves that share their borders: one area cannot have a hole.
        for first in (0, 16):
            layer.add_area([*ring(OUTER, first, first + 16), *reversed(ring(INNER, first, first + 16))])
        layer.add_stroke(layer.snap(at), layer.snap(at + 1j * (INNER + 0.2)), SPOKE)
        layer.add_flash(layer.snap(at), PAD)
        copy.plated[0].add(at, copy.plated[0].tool(HOLE))
        copy.plants.append(Plant('thermal-spokes', ('thermal-spokes',), f'L{number}', at=at, value=1.0))
