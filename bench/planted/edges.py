"""Defects of the outline, and of copper beside it."""
from __future__ import annotations
import collections

from primitives import Edge

from .copies import BELOW, CUTOUT, EDGE, MILL, Copy, Plant
from .copper import middle, tracks
from .files import Feature, to_segment


BESIDE_MM = 5.0                # of the copper: lines farther away are a frame or a table


def lines_of_board(copy: Copy, least: float) -> list[Feature]:
    """Straight lines of the outline that stand whole in the text, near the copper and joined to others at both ends: not those of a drawing beside it."""
    if copy.outline is None or copy.bounds is None:
        return []
    boxes = [one.box for layer in copy.copper.values() for one in layer.features if one.kind == 'flash']
    if not boxes:
        return []
    left, low, right, high = (choose(box[i] for box in boxes) for i, choose in enumerate((min, min, max, max)))
    ends = collections.Counter((round(point.real, 3), round(point.imag, 3)) for one in copy.outline.features if one.path for point in (one.path.start, one.path.end))
    inside = lambda point: left - BESIDE_MM < point.real < right + BESIDE_MM and low - BESIDE_MM < point.imag < high + BESIDE_MM
    joined = lambda point: ends[round(point.real, 3), round(point.imag, 3)] == 2
    return [one for one in copy.outline.strokes(least) if all(inside(point) and joined(point) for point in (one.path.start, one.path.end))]


def straight_sides(copy: Copy) -> list[tuple[Edge, complex]]:
    """Straight lines of the outline along its extent, 5 mm and longer, with the way inward."""
    if copy.outline is None or copy.bounds is None:
        return []
    left, low, right, high = copy.bounds
    sides = [one.path for one in copy.outline.features if one.kind == 'stroke' and one.path.centre is None and abs(one.path.end - one.path.start) >= 5
             and (abs(one.path.start.real - one.path.end.real) < 1e-6 and min(abs(one.path.start.real - left), abs(one.path.start.real - right)) < 1e-6
                  or abs(one.path.start.imag - one.path.end.imag) < 1e-6 and min(abs(one.path.start.imag - low), abs(one.path.start.imag - high)) < 1e-6)]
    inside, found = complex(left + right, low + high) / 2, []
    for side in sides:
        inward = (side.end - side.start) / abs(side.end - side.start) * 1j
        found.append((side, inward if ((inside - side.start) * inward.conjugate()).real >= 0 else -inward))
    return found


def copper_to_edge(copy: Copy, count: int) -> None:
    sides = straight_sides(copy)
    for _ in range(60 * count if sides and copy.copper else 0):
        if count == 0:
            return
        (side, inward), (number, layer) = copy.rng.choice(sides), copy.rng.choice(list(copy.copper.items()))
        at = layer.snap(side.start + (side.end - side.start) * copy.rng.uniform(0.1, 0.9) + inward * (EDGE - BELOW + 0.1))
        measured = to_segment(at, side.start, side.end) - 0.1
        foot = at - inward * (measured + 0.1)
        cuts = [one for one in copy.outline.around(at, 1.0) if one.path is not side and one.distance(at) < 0.8]
        if copy.is_free(at) and not cuts and layer.nearest(at, 0.12) >= 0.12 and copy.no_hole(at, 0.5):
            layer.add_flash(at, 0.2)
            copy.plants.append(Plant('copper-to-edge', ('copper-to-edge',), f'L{number}', at=(at + foot) / 2, value=measured))
            count -= 1


def cutouts(copy: Copy, count: int) -> None:
    """Cut-outs beside tracks that run square to the axes: too near to them, and too narrow for the mill."""
    if copy.outline is None or copy.bounds is None:
        return
    for number, layer, one in tracks(copy, 1.4):
        if count == 0:
            return
        way = one.path.end - one.path.start
        if not layer.is_track(one) or min(abs(way.real), abs(way.imag)) > 1e-9:
            continue
        along = way / abs(way)
        for side in (1j * along, -1j * along):
            near = copy.outline.snap(middle(one) + side * (one.shape.radius + CUTOUT - BELOW))
            far = copy.outline.snap(near + side * (MILL - BELOW))
            half = copy.outline.snap(along * 0.6)
            corners, centre = [near - half, near + half, far + half, far - half], (near + far) / 2
            spots = [centre + along * x + side * y for x in (-0.4, 0, 0.4) for y in (-0.2, 0.2)]
            if not all(copy.is_free(at) and copy.no_hole(at, 0.9) for at in [centre, *corners]) or copy.outline.nearest(centre, 2.0) < 2.0:
                continue
            if any(thing is not one and (other is layer or thing.kind != 'region') and thing.distance(at) < 0.5 for other in copy.copper.values() for at in spots for thing in other.around(at, 0.5)):
                continue
            for start, end in zip(corners, corners[1:] + corners[:1]):
                copy.outline.add_stroke(start, end, 0.1)
            gap = abs(((near - one.path.start) / along).imag) - one.shape.radius
            copy.plants.append(Plant('copper-to-cutout', ('copper-to-cutout',), f'L{number}', along=Edge(near - half, near + half), value=gap))
            copy.plants.append(Plant('cutout-width', ('cutout-width',), 'outline', at=centre, value=abs(far - near), half=0.6))
            copy.plants.append(Plant('inner-corner', ('inner-corner',), 'outline', at=far + half, value=0.0))
            count -= 1
            break


def edge_plating(copy: Copy, count: int) -> None:
    """Copper of both faces over 4 mm of a straight side."""
    faces = [layer for _, layer in copy.outer()]
    for _ in range(60 * count if len(faces) == 2 else 0):
        sides = [one for one in straight_sides(copy) if abs(one[0].end - one[0].start) > 8]
        if count == 0 or not sides:
            return
        side, inward = copy.rng.choice(sides)
        along = (side.end - side.start) / abs(side.end - side.start)
        middle = side.start + along * copy.rng.uniform(3, abs(side.end - side.start) - 3)
        spots = [middle + along * x for x in (-2, -1, 0, 1, 2)]
        if not all(layer.nearest(spot + inward * 0.3, 0.8) >= 0.8 for layer in faces for spot in spots) or not all(copy.no_hole(spot, 0.8) and all(plant.away(spot) >= 1.5 for plant in copy.plants) for spot in spots):
            continue
        if any(one.path is not side and one.distance(spot) < 1.0 for spot in spots for one in copy.outline.around(spot, 1.0)):
            continue
        for layer in faces:
            layer.add_area([layer.snap(middle + along * x + inward * y) for x, y in ((-2, -0.2), (2, -0.2), (2, 0.4), (-2, 0.4))])
        copy.plants.append(Plant('edge-plating', ('edge-plating',), '', along=Edge(spots[0], spots[-1])))
        count -= 1


def outline_missing(copy: Copy) -> None:
    """A line of the outline taken out; a router path in a drill file that was not read may be the outline, too."""
    if copy.outline is None or copy.bounds is None or copy.has_unread_holes:
        return
    edges = [one for one in lines_of_board(copy, 2.0) if min(abs(value - bound) for value, bound in zip((one.box[0], one.box[1], one.box[2], one.box[3]), copy.bounds)) < 0.3]
    alone = [one for one in edges if all(other is one or other.distance(at) > 1e-6 for at in (one.path.start + (one.path.end - one.path.start) * part for part in (0.3, 0.5, 0.7)) for other in copy.outline.around(at, 0.0))]
    if alone:
        copy.outline.lift(copy.rng.choice(alone))
        copy.plants.append(Plant('outline-missing', ('outline-missing',)))


def outline_gap(copy: Copy) -> None:
    """A line of the outline that ends 20 µm before the next one begins."""
    for one in copy.shuffled(lines_of_board(copy, 2.0))[:1]:
        way = one.path.end - one.path.start
        end = copy.outline.snap(one.path.end - way / abs(way) * 0.02)
        copy.outline.shorten(one, end)
        copy.plants.append(Plant('outline-gap', ('outline-gap',), 'outline', at=(end + one.path.end) / 2, value=abs(one.path.end - end)))


def outline_crossing(copy: Copy) -> None:
    """A closed square across a straight side."""
    for side, inward in copy.shuffled(straight_sides(copy)):
        at, along = (side.start + side.end) / 2, (side.end - side.start) / abs(side.end - side.start)
        corners = [copy.outline.snap(at + along * x + inward * y) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
        if copy.outline.nearest(at, 1.8, tuple(one for one in copy.outline.features if one.path is side)) < 1.8:
            continue
        for start, end in zip(corners, corners[1:] + corners[:1]):
            copy.outline.add_stroke(start, end, 0.1)
        copy.plants += [Plant('outline-crossing', ('outline-crossing',), 'outline', at=at + along * way) for way in (-1, 1)]
        return
