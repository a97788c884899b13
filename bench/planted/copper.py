"""Defects of copper: tracks too narrow or too near, pads beside their hole, ends and corners that nobody wants."""
from __future__ import annotations
import cmath, collections, math
from typing import Callable

from primitives import Disc, Edge

from .copies import BELOW, CORNER, NECK, RING, SPACE, Copy, Plant
from .files import Feature, GerberFile, Hit, to_segment


def middle(stroke: Feature) -> complex:
    return (stroke.path.start + stroke.path.end) / 2


def usual_width(layers: list[GerberFile], least: float) -> float | None:
    counted = collections.Counter(round(one.shape.radius * 2, 6) for layer in layers for one in layer.strokes(least))
    return max(counted, key=lambda width: (counted[width], width)) if counted else None


def tracks(copy: Copy, least: float) -> list[tuple[int, GerberFile, Feature]]:
    return copy.shuffled([(number, layer, one) for number, layer in copy.copper.items() for one in layer.strokes(least)])


def narrowed(copy: Copy, count: int, kind: str, layers: list[tuple[str, GerberFile]], is_meant: Callable[[GerberFile, Feature], bool]) -> None:
    width = copy.widths.get(kind)
    if width is None:
        return
    for name, layer, one in copy.shuffled([(name, layer, one) for name, layer in layers for one in layer.strokes(1.0)]):
        if count == 0:
            return
        at = middle(one)
        if abs(one.shape.radius * 2 - width) > 1e-6 or not copy.is_free(at) or not is_meant(layer, one) or layer.nearest(at, width + 0.05, (one,)) < width + 0.05:
            continue
        planted = round((width - BELOW) / layer.unit, 6) * layer.unit
        layer.narrow(one, planted)
        copy.plants.append(Plant(kind, (kind,), name, along=one.path, value=planted))
        count -= 1


def trace_width(copy: Copy, count: int) -> None:
    narrowed(copy, count, 'trace-width', [(f'L{number}', layer) for number, layer in copy.copper.items()], GerberFile.is_track)


def beside(copy: Copy, layer: GerberFile, one: Feature, gap: float, radius: float, snap: Callable[[complex], complex], margin: float) -> tuple[complex, float] | None:
    """The middle of a disc beside a track, on the side where nothing else is near, and the gap that rounding leaves."""
    along = (one.path.end - one.path.start) / abs(one.path.end - one.path.start)
    for side in (1j, -1j):
        at = snap(middle(one) + side * along * (one.shape.radius + gap + radius))
        if copy.is_free(at) and copy.no_hole(at, radius + 0.4) and layer.nearest(at, radius + margin, (one,)) >= radius + margin:
            return at, one.distance(at) - radius
    return None


def spacing(copy: Copy, count: int) -> None:
    for number, layer, one in tracks(copy, 0.6):
        if count == 0:
            return
        found = layer.is_track(one) and beside(copy, layer, one, SPACE - BELOW, 0.1, layer.snap, 0.25)
        if found:
            layer.add_flash(found[0], 0.2)
            copy.plants.append(Plant('spacing', ('spacing',), f'L{number}', at=found[0], value=found[1]))
            count -= 1


def same_net_spacing(copy: Copy, count: int) -> None:
    """A second track beside one, joined to it at its end."""
    width, gap = 0.1, SPACE - BELOW
    for number, layer, one in tracks(copy, 1.6):
        if count == 0:
            return
        if not layer.is_track(one):
            continue
        along = (one.path.end - one.path.start) / abs(one.path.end - one.path.start)
        for side in (1j, -1j):
            away = side * along * (one.shape.radius + gap + width / 2)
            start, end = layer.snap(middle(one) - 0.4 * along + away), layer.snap(middle(one) + 0.4 * along + away)
            if not all(copy.is_free(point) and copy.no_hole(point, 0.4) and layer.nearest(point, 0.35, (one,)) >= 0.35 for point in (start, (start + end) / 2, end)):
                continue
            layer.add_stroke(start, end, width)
            layer.add_stroke(end, layer.snap(middle(one) + 0.4 * along), width)
            measured = min(to_segment(point, one.path.start, one.path.end) for point in (start, end)) - one.shape.radius - width / 2
            copy.plants.append(Plant('same-net-spacing', ('same-net-spacing',), f'L{number}', along=Edge(start, end), value=measured))
            count -= 1
            break


def annular_ring(copy: Copy, count: int) -> None:
    holes = copy.shuffled([hit for file in copy.plated for hit in file.hits])
    for hit in holes:
        if count == 0:
            return
        if not copy.is_free(hit.at):
            continue
        for number, layer in copy.shuffled(list(copy.copper.items())):
            pads = [one for one in layer.around(hit.at, 0.0) if one.kind == 'flash' and abs(one.at - hit.at) < 0.003]
            if len(pads) != 1 or not isinstance(pads[0].shape, Disc) or pads[0] not in flashes_of(layer):
                continue
            pad, radius = pads[0], pads[0].shape.radius
            if radius - hit.diameter / 2 < RING + 0.03:
                continue
            to = ring_place(layer, pad, hit)
            if to is None or not copy.no_hole(hit.at, radius + 0.3, hit):
                continue
            layer.move(pad, to)
            copy.plants.append(Plant('annular-ring', ('annular-ring',), f'L{number}', at=hit.at, value=radius - abs(to - hit.at) - hit.diameter / 2))
            count -= 1
            break


def flashes_of(layer: GerberFile) -> list[Feature]:
    if not hasattr(layer, 'known_flashes'):
        layer.known_flashes = layer.flashes()
    return layer.known_flashes


def ring_place(layer: GerberFile, pad: Feature, hit: Hit) -> complex | None:
    """Where the pad goes so that the ring is too small on a side where no other copper helps."""
    radius = pad.shape.radius
    for step in range(8):
        turn = cmath.rect(1, math.tau * step / 8)
        to = layer.snap(hit.at + turn * (radius - hit.diameter / 2 - (RING - BELOW)))
        thin = to - turn * radius
        others = [one for one in layer.around(to, radius + 0.2) if one is not pad]
        if layer.nearest(thin, 0.15, (pad,)) >= 0.15 and all(one.distance(hit.at) <= radius or one.distance(to) >= radius + 0.12 for one in others):
            return to
    return None


def copper_island(copy: Copy, count: int) -> None:
    side, reach = 0.6, 0.65
    for _ in range(count if copy.copper else 0):
        number, layer = copy.rng.choice(list(copy.copper.items()))
        found = copy.free_place(reach, [one for one in (layer, copy.mask_of(number)) if one])
        if found is not None:
            at, half = layer.snap(found), layer.snap(complex(side, side) / 2).real
            layer.add_square(at, 2 * half)
            copy.plants.append(Plant('copper-island', ('copper-island',), f'L{number}', at=at, value=4 * half ** 2, tolerance=1e-5, half=half))


def spur(copy: Copy, number: int, layer: GerberFile, one: Feature, turn: float, length: float, width: float) -> tuple[complex, complex] | None:
    """Start and end of a track that leaves the middle of another at an angle, on the side where nothing is near and the mask is closed."""
    along, mask = (one.path.end - one.path.start) / abs(one.path.end - one.path.start), copy.mask_of(number)
    for side in (turn, -turn):
        start = layer.snap(middle(one))
        end = layer.snap(start + along * cmath.rect(length, side))
        clear = SPACE + width / 2 + 0.05
        way = [start + (end - start) * i / 8 for i in range(9)]
        if all(copy.is_free(at) and copy.no_hole(at, clear) and layer.nearest(at, clear, (one,)) >= clear for at in way) and (mask is None or mask.nearest(end, 0.2) >= 0.2):
            return start, end
    return None


def open_end(copy: Copy, count: int) -> None:
    for number, layer, one in tracks(copy, 1.0):
        if count == 0:
            return
        found = layer.is_track(one) and 'ANT' not in one.net.upper() and spur(copy, number, layer, one, math.pi / 2, one.shape.radius + 0.6, 0.15)
        if found:
            layer.add_stroke(*found, 0.15)
            copy.plants.append(Plant('open-end', ('open-end',), f'L{number}', at=found[1]))
            count -= 1


def acid_trap(copy: Copy, count: int) -> None:
    """A track that leaves another at less than the limit."""
    width, turn = 0.15, math.radians(CORNER - 10)
    for number, layer, one in tracks(copy, 2.4):
        if count == 0:
            return
        if not layer.is_track(one):
            continue
        # Where the edges of both meet, from the crossing of the middle lines: of wide tracks that lies far out, and past the end of either there is no corner.
        out = (one.shape.radius + width / 2 * math.cos(turn)) / math.sin(turn)
        if (width / 2 + one.shape.radius * math.cos(turn)) / math.sin(turn) + 0.1 > abs(one.path.end - one.path.start) / 2:
            continue
        found = spur(copy, number, layer, one, turn, max(1.2, out + 0.3), width)
        if not found:
            continue
        start, end = found
        ahead, along = (end - start) / abs(end - start), (one.path.end - one.path.start) / abs(one.path.end - one.path.start)
        angle = abs(cmath.phase(ahead / along))
        # A corner that the middle line of the track misses by more than the program takes for one is none: both lie on the file's grid.
        if abs(((start - one.path.start) / along).imag) > 0.0009:
            continue
        corner = start + (one.shape.radius * ahead + width / 2 * along) / math.sin(angle)
        layer.add_stroke(start, end, width)
        copy.plants.append(Plant('acid-trap', ('acid-trap',), f'L{number}', at=corner, value=math.degrees(angle), tolerance=0.001))
        count -= 1


def copper_sliver(copy: Copy, count: int) -> None:
    """An area beside a track, joined to it, that has a neck."""
    width = NECK - BELOW
    for number, layer, one in tracks(copy, 1.6):
        if count == 0:
            return
        found = layer.is_track(one) and spur(copy, number, layer, one, math.pi / 2, one.shape.radius + 0.9, 0.5)
        if not found:
            continue
        start, end = found
        if min(abs((end - start).real), abs((end - start).imag)) > 1e-9:
            continue
        out, across, first = (end - start) / abs(end - start), (end - start) / abs(end - start) * 1j, one.shape.radius
        half = layer.snap(across * width / 2)
        wide = layer.snap(across * 0.2)
        steps = [layer.snap(out * step) for step in (0.0, first + 0.3, first + 0.6, first + 0.9)]
        side = [start + steps[0] + wide, start + steps[1] + wide, start + steps[1] + half, start + steps[2] + half, start + steps[2] + wide, start + steps[3] + wide]
        mirror = [start + steps[0] - wide, start + steps[1] - wide, start + steps[1] - half, start + steps[2] - half, start + steps[2] - wide, start + steps[3] - wide]
        layer.add_area([*side, *reversed(mirror)])
        copy.plants.append(Plant('copper-sliver', ('copper-sliver',), f'L{number}', along=Edge(start + steps[1], start + steps[2]), value=2 * abs(half)))
        count -= 1
