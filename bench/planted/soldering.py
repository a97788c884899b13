"""Defects of the stencil and of what solder runs away through."""
from __future__ import annotations

from .copies import STENCIL, Copy, Plant
from .masking import removed_opening, soldered, sole_opening

FOIL = 0.12
"""Thickness of the stencil that the program takes where nobody says one."""


def paste_missing(copy: Copy, count: int) -> None:
    removed_opening(copy, count, 'paste', 'paste-missing', '{side}')


def via_in_pad(copy: Copy, count: int) -> None:
    """A hole in a pad that gets paste, where other layers have no copper that it would join."""
    for side, copper, pad in soldered(copy):
        if count == 0 or not copy.plated:
            return
        clear = all(layer is copper or layer.nearest(pad.at, 0.35) >= 0.35 for layer in copy.copper.values())
        if clear and copy.is_free(pad.at) and min(pad.box[2] - pad.box[0], pad.box[3] - pad.box[1]) > 0.3 and copy.no_hole(pad.at, 0.5):
            at = copy.plated[0].snap(pad.at)
            copy.plated[0].add(at, copy.plated[0].tool(0.2))
            copy.plants.append(Plant('via-in-pad', ('via-in-pad', 'via-in-thermal-pad'), side, at=at))
            count -= 1


def paste_area_ratio(copy: Copy, count: int) -> None:
    """A round opening, too small for paste to leave it: its area by its wall is a quarter of its diameter by the foil."""
    diameter = round((STENCIL - 0.01) * 4 * FOIL, 4)
    for side, _, pad in soldered(copy):
        if count == 0:
            return
        paste = copy.sheets['paste', side]
        opening = sole_opening(paste, pad) if copy.is_free(pad.at) else None
        if opening is not None:
            paste.remove(opening)
            paste.add_flash(pad.at, diameter)
            copy.plants.append(Plant('paste-area-ratio', ('paste-area-ratio',), side, at=pad.at, value=diameter / 4 / FOIL))
            count -= 1


def paste_extra(copy: Copy, count: int) -> None:
    sheets = [(side, file) for (role, side), file in copy.sheets.items() if role == 'paste' and file.features]
    for _ in range(count if sheets else 0):
        side, paste = copy.rng.choice(sheets)
        # Where no mask is, all copper is bare.
        bare = copy.sheets.get(('soldermask', side)) or copy.copper[1 if side == 'top' else max(copy.copper)]
        at = copy.free_place(0.6, [paste, bare])
        if at is not None:
            at = paste.snap(at)
            paste.add_flash(at, 0.5)
            copy.plants.append(Plant('paste-extra', ('paste-extra',), side, at=at))
