"""Defects of the legend."""
from __future__ import annotations
import math

from primitives import Capsule, Sweep

from .copies import BELOW, INK, Copy, Plant
from .copper import narrowed
from .files import Feature, GerberFile
from .masking import soldered, sole_opening


BESIDE_NARROWER = 1.2          # mm: within a letter the narrowest line is named, once for each millimetre


def is_narrowest(layer: GerberFile, one: Feature) -> bool:
    """No line nearby is as narrow as this one will be: it would be named instead."""
    narrower = lambda other: isinstance(other.shape, (Capsule, Sweep)) and other.shape.radius < one.shape.radius - 1e-6
    places = (one.path.start + (one.path.end - one.path.start) * share for share in (0.25, 0.5, 0.75))
    return not any(narrower(other) and other.distance(place) < BESIDE_NARROWER for place in places for other in layer.around(place, BESIDE_NARROWER))


def legend_width(copy: Copy, count: int) -> None:
    narrowed(copy, count, 'legend-width', [(f'{side} legend', layer) for (role, side), layer in copy.sheets.items() if role == 'legend'], is_narrowest)


def ink_to(pad: Feature, ink: Feature) -> float:
    """Least distance of a stroke of the legend to a pad, to 0.01 mm; the breadth of strokes is taken from their box, as 0.3 mm at most."""
    path, breadth = ink.path, min(ink.box[2] - ink.box[0], ink.box[3] - ink.box[1], 0.3)
    count = max(16, math.ceil((abs(path.end - path.start) if path.centre is None else abs(path.sweep) * path.radius) / 0.02))
    points = (path.start + (path.end - path.start) * i / count if path.centre is None else path.at(i / count) for i in range(count + 1))
    near = (point for point in points if pad.box[0] - 0.5 < point.real < pad.box[2] + 0.5 and pad.box[1] - 0.5 < point.imag < pad.box[3] + 0.5)
    return min((pad.distance(point) for point in near), default=0.5) - 0.01 - breadth / 2


def legend_on_pad(copy: Copy, count: int) -> None:
    for side, _, pad in soldered(copy):
        if count == 0:
            return
        legend, opening = copy.sheets.get(('legend', side)), sole_opening(copy.sheets.get(('soldermask', side)), pad)
        if legend is None or opening is None or not copy.is_free(pad.at):
            continue
        half = math.hypot(pad.box[2] - pad.box[0], pad.box[3] - pad.box[1]) / 2
        if any(one.dark and (one.path is None or ink_to(pad, one) < INK + 0.02) for one in legend.around(pad.at, half + INK + 0.05)):
            continue
        for step in range(4):
            turn = 1j ** step
            reach = (pad.box[2] - pad.box[0] if step % 2 == 0 else pad.box[3] - pad.box[1]) / 2
            at = legend.snap(pad.at + turn * (reach + INK - BELOW + 0.075))
            gap = max(pad.distance(at), opening.distance(at)) - 0.075
            if abs(gap - INK + BELOW) < 0.004 and copy.is_free(at) and copy.sheets['soldermask', side].nearest(at, 0.3, (opening,)) >= 0.3:
                legend.add_flash(at, 0.15)
                copy.plants.append(Plant('legend-on-pad', ('legend-on-pad',), f'{side} legend', at=at - turn * (0.075 + gap / 2), value=gap))
                count -= 1
                break
