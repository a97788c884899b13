"""Defects of drills: holes too small, too near to each other, to copper and to the edge."""
from __future__ import annotations
import cmath, math

from primitives import Disc, Edge

from .copies import BARE, BARE_DRILL, BELOW, DRILL, HALF_HOLE, HOLE_EDGE, HOLES, SHORTEST, SLOT, SPACE, WALL, WIDEST, Copy, Plant
from .copper import beside, middle, tracks
from .edges import straight_sides
from .files import DrillFile


def drill_size(copy: Copy, count: int) -> None:
    for hit, file in copy.shuffled([(hit, file) for file in copy.plated for hit in file.hits if hit.diameter > DRILL]):
        if count == 0:
            return
        if copy.is_free(hit.at):
            file.removed.add(hit.line)
            tool = file.tool(DRILL - BELOW)
            file.add(hit.at, tool)
            copy.plants.append(Plant('drill-size', ('drill-size',), '', at=hit.at, value=tool))
            count -= 1


def hole_to_hole(copy: Copy, count: int) -> None:
    """A hole without plating beside a plated one, where it cuts no track."""
    for bare in copy.bare[:1]:
        tool = bare.tool(0.5)
        for hit, _ in copy.shuffled([one for one in copy.hits if one[1] in copy.plated]):
            if count == 0:
                return
            for step in range(8):
                at = bare.snap(hit.at + cmath.rect(hit.diameter / 2 + HOLES - BELOW + tool / 2, math.tau * step / 8))
                clear = all(one.kind == 'region' or one.kind == 'flash' and abs(one.at - hit.at) < 0.01 for layer in copy.copper.values() for one in layer.around(at, tool / 2 + 0.1) if one.distance(at) < tool / 2 + 0.1)
                if clear and copy.is_free(at) and copy.no_hole(at, tool / 2 + 0.3, hit):
                    bare.add(at, tool)
                    copy.plants.append(Plant('hole-to-hole', ('hole-to-hole',), '', at=hit.at + (at - hit.at) / abs(at - hit.at) * (hit.diameter / 2 + (HOLES - BELOW) / 2), value=abs(at - hit.at) - (tool + hit.diameter) / 2))
                    count -= 1
                    break


def npth_to_copper(copy: Copy, count: int) -> None:
    for bare in copy.bare[:1]:
        tool = bare.tool(0.5)
        for number, layer, one in tracks(copy, 0.8):
            if count == 0:
                return
            found = layer.is_track(one) and beside(copy, layer, one, BARE - BELOW, tool / 2, bare.snap, 0.3)
            if found and all(thing.kind == 'region' or thing.distance(found[0]) > tool / 2 + 0.1 for other in copy.copper.values() if other is not layer for thing in other.around(found[0], tool / 2 + 0.1)):
                bare.add(found[0], tool)
                copy.plants.append(Plant('npth-to-copper', ('npth-to-copper',), f'L{number}', at=found[0] + (middle(one) - found[0]) * (tool / 2 / abs(middle(one) - found[0])), value=found[1]))
                count -= 1


def pth_to_copper(copy: Copy, count: int) -> None:
    """Copper beside a plated hole, on a layer where its ring, if it has one, is far enough from it."""
    for hit, file in copy.shuffled([(hit, file) for file in copy.plated for hit in file.hits]):
        if count == 0:
            return
        passed = [(number, layer) for number, layer in copy.copper.items() if file.span(max(copy.copper))[0] <= number <= file.span(max(copy.copper))[1]]
        if not copy.is_free(hit.at) or not passed:
            continue
        number, layer = copy.rng.choice(passed)
        reach = hit.diameter / 2 + WALL - BELOW + 0.1
        for step in range(8):
            at = layer.snap(hit.at + cmath.rect(reach, math.tau * step / 8))
            rings = [one for one in layer.around(hit.at, 0.0) if one.kind == 'flash' and abs(one.at - hit.at) < 0.01]
            if any(not isinstance(one.shape, Disc) or one.distance(at) < 0.1 + SPACE for one in rings) or not copy.is_free(at) or not copy.no_hole(at, 0.1 + WALL + 0.05, hit):
                continue
            if layer.nearest(at, 0.1 + SPACE, tuple(rings)) >= 0.1 + SPACE:
                layer.add_flash(at, 0.2)
                value = abs(at - hit.at) - hit.diameter / 2 - 0.1
                copy.plants.append(Plant('pth-to-copper', ('pth-to-copper',), f'L{number}', at=hit.at + (at - hit.at) / abs(at - hit.at) * (hit.diameter + value) / 2, value=value))
                count -= 1
                break


def hole_to_edge(copy: Copy, count: int) -> None:
    sides, radius = straight_sides(copy), 0.4
    for _ in range(60 * count if sides and copy.bare else 0):
        if count == 0:
            return
        bare, (side, inward) = copy.bare[0], copy.rng.choice(sides)
        tool = bare.tool(2 * radius)
        at = bare.snap(side.start + (side.end - side.start) * copy.rng.uniform(0.1, 0.9) + inward * (HOLE_EDGE - BELOW + tool / 2))
        value = abs(((at - side.start) * inward.conjugate()).real) - tool / 2
        copper = any(one.kind != 'region' and one.distance(at) < tool / 2 + 0.2 for layer in copy.copper.values() for one in layer.around(at, tool / 2 + 0.2))
        others = [one for one in copy.outline.around(at, 1.5) if one.path is not side and one.distance(at) < 1.2]
        if not copper and not others and copy.is_free(at) and copy.no_hole(at, tool / 2 + 0.5):
            bare.add(at, tool)
            copy.plants.append(Plant('hole-to-edge', ('hole-to-edge',), '', at=at - inward * (tool + value) / 2, value=value))
            count -= 1


def hole_overlap(copy: Copy, count: int) -> None:
    """Two holes that cut into each other, where at most areas are."""
    for _ in range(count if copy.bare else 0):
        at, tool = copy.free_place(0.8, list(copy.copper.values()), or_areas=True), copy.bare[0].tool(0.6)
        if at is not None:
            first, second = copy.bare[0].snap(at - 0.2), copy.bare[0].snap(at + 0.2)
            copy.bare[0].add(first, tool)
            copy.bare[0].add(second, tool)
            copy.plants.append(Plant('hole-overlap', ('hole-overlap',), '', at=at))


def npth_drill_size(copy: Copy, count: int) -> None:
    for _ in range(count if copy.bare else 0):
        at, tool = copy.free_place(0.6, list(copy.copper.values()), or_areas=True), copy.bare[0].tool(BARE_DRILL - BELOW)
        if at is not None:
            copy.bare[0].add(copy.bare[0].snap(at), tool)
            copy.plants.append(Plant('npth-drill-size', ('npth-drill-size',), '', at=copy.bare[0].snap(at), value=tool))


def slots(copy: Copy, count: int, drill: DrillFile, kind: str, or_areas: bool) -> None:
    for _ in range(count):
        at, tool = copy.free_place(1.0, list(copy.copper.values()), or_areas), drill.tool(SLOT - BELOW)
        if at is not None:
            start, end = drill.snap(at - 0.4), drill.snap(at + 0.4)
            drill.add_slot(start, end, tool)
            copy.plants.append(Plant(kind, (kind,), '', along=Edge(start, end), value=tool))


def slot_width(copy: Copy, count: int) -> None:
    """Plated slots where no copper is that they would join."""
    if copy.plated:
        slots(copy, count, copy.plated[0], 'slot-width', or_areas=False)


def npth_slot_width(copy: Copy, count: int) -> None:
    if copy.bare:
        slots(copy, count, copy.bare[0], 'npth-slot-width', or_areas=True)


def drill_largest(copy: Copy, count: int) -> None:
    for _ in range(count if copy.bare else 0):
        tool = copy.bare[0].tool(WIDEST + 0.1)
        at = copy.free_place(tool / 2 + 0.3, list(copy.copper.values()), or_areas=True)
        if at is not None:
            copy.bare[0].add(copy.bare[0].snap(at), tool)
            copy.plants.append(Plant('drill-largest', ('drill-largest',), '', at=copy.bare[0].snap(at), value=tool))


def slot_length(copy: Copy, count: int) -> None:
    """Slots without plating, hardly longer than wide."""
    for _ in range(count if copy.bare else 0):
        at, tool = copy.free_place(1.4, list(copy.copper.values()), or_areas=True), copy.bare[0].tool(0.9)
        if at is not None:
            start = copy.bare[0].snap(at)
            end = copy.bare[0].snap(at + (SHORTEST - 1) * tool - 0.1)
            copy.bare[0].add_slot(start, end, tool)
            copy.plants.append(Plant('slot-length', ('slot-length',), '', along=Edge(start, end), value=(abs(end - start) + tool) / tool))


def same_net_hole_to_hole(copy: Copy, count: int) -> None:
    """Two plated holes in one pad, where other layers have areas at most."""
    for _ in range(count if copy.plated and copy.copper else 0):
        number, layer = copy.rng.choice(list(copy.copper.items()))
        first, last = copy.plated[0].span(max(copy.copper))
        found, tool = copy.free_place(1.0, list(copy.copper.values()), or_areas=True) if first <= number <= last else None, copy.plated[0].tool(0.3)
        if found is None or layer.nearest(found, 1.0) < 1.0:
            continue
        way = complex(HOLES - BELOW + tool, 0)
        one = copy.plated[0].snap(found)
        other = copy.plated[0].snap(one + way)
        layer.add_flash(layer.snap((one + other) / 2), 1.5)
        copy.plated[0].add(one, tool)
        copy.plated[0].add(other, tool)
        copy.plants.append(Plant('same-net-hole-to-hole', ('same-net-hole-to-hole', 'hole-to-hole'), '', at=(one + other) / 2, value=abs(other - one) - tool))


def castellation(copy: Copy, count: int) -> None:
    """Small plated holes that a straight side cuts in half, where no copper is."""
    sides = straight_sides(copy)
    for _ in range(60 * count if sides and copy.plated else 0):
        if count == 0:
            return
        plated, (side, _inward) = copy.plated[0], copy.rng.choice(sides)
        tool = plated.tool(HALF_HOLE - 0.1)
        at = plated.snap(side.start + (side.end - side.start) * copy.rng.uniform(0.1, 0.9))
        free = all(plant.away(at) >= 1.5 for plant in copy.plants) and copy.no_hole(at, tool / 2 + 0.5)
        others = [one for one in copy.outline.around(at, 1.5) if one.path is not side and one.distance(at) < 1.2]
        copper = any(one.distance(at) < tool / 2 + 0.3 for layer in copy.copper.values() for one in layer.around(at, tool / 2 + 0.3))
        if free and not others and not copper:
            plated.add(at, tool)
            copy.plants.append(Plant('castellation', ('castellation',), '', at=at, value=tool))
            count -= 1
