"""Findings of KiCad's design rules and of Turnkey's checks, one by one: which are the same, and why the others are not (see bench/kicad.py).

A reason follows from what the board measures (bench/kicad_copper.py) and from what the two rules look at; none names a board.
"""
from __future__ import annotations
import collections, math
from dataclasses import dataclass, field
from typing import Callable, Iterable

from kicad_copper import Copper, Item, Shape, between

MM = 1e6

NEAR = 0.3 * MM
"""A place of one is that of the other within this."""

COPPER_OFF, CHORD_OFF, DRILL_OFF = 1_000, 5_000, 3_000
"""How far two figures of one thing may be apart: exact ones; those in which KiCad took chords for an arc (max_error of its project); those with drilled holes in
them, as drill files round both coordinates and the diameter to the micrometre."""

ONE_PLACE = 0.5 * MM
"""Within this gaps of the same two nets are one place for Turnkey."""

ONE_EDGE_PLACE = 1 * MM
"""The same at the board's edge, for copper of one net."""

RAYS = 72
"""Directions in which Turnkey looks for the end of a ring that several pieces of copper make."""

SLACK = 1_000
"""Turnkey takes what is short by no more for rounding."""


AT_LIMIT = 'short of the limit by no more than 1 µm, which Turnkey takes for rounding'
AT_LIMIT_OF_HOLES = 'short of the limit by no more than 3 µm: drill files round to the micrometre, and Turnkey takes 1 µm for rounding'
ARCS = 'an arc: KiCad does not find where it comes nearest and gives more than the items measure, or nothing; Turnkey has what they measure'
TO_WALL = 'on an inner layer one of the two has a hole and no pad: KiCad measures to its wall, which is the matter of hole to copper'


@dataclass(frozen=True)
class Rule:
    """A rule that both have."""
    name: str
    codes: tuple[str, ...]             # of KiCad's report
    setting: str                       # of KiCad's project
    checks: tuple[str, ...]            # Turnkey's rules
    factor: float                      # its limit, by the step


RULES = (
    Rule('spacing', ('clearance', 'shorting_items', 'tracks_crossing', 'zones_intersect'), 'min_clearance', ('spacing',), 1),
    Rule('ring', ('annular_width',), 'min_via_annular_width', ('annular-ring',), 1),
    Rule('drill size', ('drill_out_of_range',), 'min_through_hole_diameter', ('drill-size', 'npth-drill-size', 'slot-width', 'npth-slot-width'), 2.5),
    Rule('hole to hole', ('hole_near_hole', 'holes_co_located'), 'min_hole_to_hole', ('hole-to-hole', 'same-net-hole-to-hole', 'hole-overlap'), 2),
    Rule('hole to copper', ('hole_clearance',), 'min_hole_clearance', ('pth-to-copper', 'npth-to-copper'), 1.5),
    Rule('copper to edge', ('copper_edge_clearance',), 'min_copper_edge_clearance', ('copper-to-edge', 'copper-to-cutout'), 1.5),
)


@dataclass
class Theirs:
    """A finding of KiCad. It names the items, not the place."""
    rule: str
    code: str
    actual: float | None               # nanometres
    items: list[list[Item]]            # what each name may mean
    text: str


@dataclass
class Ours:
    """A place of a finding of Turnkey."""
    rule: str
    check: str
    layer: int
    x: float
    y: float
    value: float                       # nanometres
    what: str
    matched: bool = False

    def __str__(self) -> str:
        return f"{self.check} {f'L{self.layer} ' if self.layer else ''}at {self.x / MM:.4f}, {self.y / MM:.4f}: {self.value / MM:.4f} mm, {self.what}"


@dataclass
class Tally:
    """Of one rule."""
    theirs: int = 0
    theirs_both: int = 0
    ours: int = 0
    ours_both: int = 0
    worst: float = 0.0
    only_theirs: collections.Counter = field(default_factory=collections.Counter)
    only_ours: collections.Counter = field(default_factory=collections.Counter)
    unexplained: list[str] = field(default_factory=list)

    def hold(self) -> None:
        """Nothing is lost: every finding is had by both, explained, or not explained."""
        known = self.theirs_both + sum(self.only_theirs.values()) + self.ours_both + sum(self.only_ours.values()) + len(self.unexplained)
        if self.theirs + self.ours != known:
            raise AssertionError(f'{self.theirs} findings of KiCad and {self.ours} of Turnkey, {known} accounted for')


@dataclass
class Review:
    places: list[Ours]
    skipped: dict[str, str]
    seconds: float


# ---- one board at one step

class Comparison:
    """One board at one step."""

    def __init__(self, copper: Copper, limits: dict[str, float], theirs: list[Theirs], review: Review, memory: dict) -> None:
        self.copper, self.limits, self.theirs, self.ours, self.skipped, self.memory = copper, {name: value * MM for name, value in limits.items()}, theirs, review.places, review.skipped, memory
        self.squares: dict[tuple[str, int, int, int], list[Ours]] = {}
        for place in self.ours:
            self.squares.setdefault((place.rule, place.layer, math.floor(place.x / MM), math.floor(place.y / MM)), []).append(place)
        self.hole_squares: dict[tuple[int, int], list[Item]] = {}
        self.widest_hole = 0.0
        for item in self.copper.items:
            if 'hole' in item.data:
                (x, y), *ends = middle_and_ends(item)
                self.hole_squares.setdefault((math.floor(x / MM), math.floor(y / MM)), []).append(item)
                self.widest_hole = max(self.widest_hole, item.hole.radius + max((math.hypot(x - one, y - other) for one, other in ends), default=0))
        self.areas = [item for item in self.copper.items if any(shape.rings for shapes in item.layers.values() for shape in shapes)]
        self.reported: dict[tuple, float] = {}     # by what KiCad named: the figure it gave

    def limit(self, rule: str) -> float:
        return self.limits[rule]

    def places_near(self, rule: str, layer: int, x: float, y: float, reach: float) -> Iterable[Ours]:
        for i in range(math.floor((x - reach) / MM), math.floor((x + reach) / MM) + 1):
            for j in range(math.floor((y - reach) / MM), math.floor((y + reach) / MM) + 1):
                yield from (one for one in self.squares.get((rule, layer, i, j), ()) if math.hypot(one.x - x, one.y - y) <= reach)

    def gap(self, a: Item, b: Item, layer: int) -> tuple[float, tuple[float, float]]:
        """Between the copper of two items, as far as the widest limit."""
        key = (a.number, b.number, layer)
        if key not in self.memory:
            few, many = fewer_first(a, b, layer)
            self.memory[key] = self.copper.approach(layer, few.layers[layer], many, MM)
        return self.memory[key]

    def hole_gap(self, hole: Item, other: Item, layer: int) -> tuple[float, tuple[float, float]]:
        key = ('hole', hole.number, other.number, layer)
        if key not in self.memory:
            self.memory[key] = self.copper.approach(layer, [hole.hole], other, MM)
        return self.memory[key]

    # ---- spacing

    def spacing(self, tally: Tally) -> None:
        by_nets: dict[tuple[int, str], list[Ours]] = {}
        for place in self.ours:
            if place.rule == 'spacing':
                by_nets.setdefault((place.layer, place.what.split('; ', 1)[1]), []).append(place)
                by_nets.setdefault((place.layer, ''), []).append(place)
        for finding in self.theirs:
            if finding.rule != 'spacing':
                continue
            tally.theirs += 1
            actual = finding.actual or 0.0
            found = [(abs(self.gap(a, b, layer)[0] - actual), a.number, b.number, layer) for a, b in self.pairs(finding) for layer in sorted(a.layers.keys() & b.layers.keys())]
            if not found:
                self.left(tally, finding, TO_WALL if self.is_to_wall(finding) else None, 'items not found')
                continue
            _, one, other, layer = min(found)
            a, b = self.copper[one], self.copper[other]
            key = frozenset((one, other))
            self.reported[key] = min(actual, self.reported.get(key, math.inf))
            distance = self.gap(a, b, layer)[0]
            named = ' and '.join(sorted((a.net, b.net))) if a.net and b.net else ''
            found, why = self.of_gap(a, b, layer, distance, by_nets.get((layer, named), ()))
            if abs(distance - actual) > CHORD_OFF:
                why = ARCS if 'arc' in (a.kind, b.kind) and distance < actual and (found or why) else TO_WALL if self.is_to_wall(finding) else None
            if not self.settle(tally, found, actual, CHORD_OFF):
                self.left(tally, finding, why, f'layer {layer}, measured {distance / MM:.4f} mm')
        for place in self.ours:
            if place.rule == 'spacing':
                tally.ours += 1
                if place.matched:
                    tally.ours_both += 1
                elif (why := self.of_place(place)):
                    tally.only_ours[why] += 1
                else:
                    tally.unexplained.append(f'Turnkey alone: {place}')

    def pairs(self, finding: Theirs) -> list[tuple[Item, Item]]:
        return [(a, b) for a in finding.items[0] for b in finding.items[1] if a.number != b.number] if len(finding.items) == 2 else []

    def is_to_wall(self, finding: Theirs) -> bool:
        """On an inner layer one of the two has no pad, and the figure is that of its hole, or of the holes of both."""
        def shapes(item: Item, layer: int) -> list[list[Shape]]:
            return [item.layers.get(layer, []), [item.hole] if 'hole' in item.data else []]

        if finding.actual is None:
            return False
        inner = range(2, self.copper.count)
        return any(abs(least(one, other) - finding.actual) <= COPPER_OFF for a, b in self.pairs(finding) for layer in inner if layer not in a.layers or layer not in b.layers
                   for one in shapes(a, layer) for other in shapes(b, layer))

    def of_gap(self, a: Item, b: Item, layer: int, distance: float, places: Iterable[Ours]) -> tuple[list[Ours], str | None]:
        """Places of Turnkey between two items that have their distance; else why there is none; None when nothing says."""
        narrower = False
        few, many = fewer_first(a, b, layer)
        for place in places:
            reach = place.value / 2 + ONE_PLACE + distance
            away = [self.copper.place_to(few, layer, place.x, place.y, reach)]
            if away[0] < math.inf:
                away.append(self.copper.place_to(many, layer, place.x, place.y, reach))
            if max(away) == math.inf:
                continue
            if abs(place.value - distance) <= COPPER_OFF and max(away) <= place.value / 2 + NEAR:
                return [place], None
            narrower |= place.value < distance + COPPER_OFF
        if narrower:
            return [], 'a gap of the same two nets that is as narrow or narrower is within 0.5 mm: Turnkey keeps one of a place'
        if distance == 0:
            return [], 'two items that touch: for Turnkey one piece of copper and one net; shorts are what it compares the netlist for'
        return [], AT_LIMIT if self.limit('spacing') - distance <= SLACK else None

    def of_place(self, place: Ours) -> str | None:
        near = [self.copper[number] for number in self.copper.near(place.layer, place.x, place.y, place.value / 2 + COPPER_OFF)]
        found = []
        for i, a in enumerate(near):
            for b in near[i + 1:]:
                if a.net == b.net and a.net:
                    continue
                # A long item may come nearer to the other one elsewhere.
                if sum(self.copper.place_to(one, place.layer, place.x, place.y, MM) for one in (a, b)) <= place.value + COPPER_OFF and self.gap(a, b, place.layer)[0] <= place.value + COPPER_OFF:
                    found.append((a, b))
        if not found:
            return None
        for a, b in found:
            if self.reported.get(frozenset((a.number, b.number)), math.inf) <= place.value + CHORD_OFF:
                return 'KiCad gives one figure for two items, the least or that of the first layer: Turnkey each place'
        reasons = [why for a, b in found if (why := not_compared(a, b))]
        return reasons[0] if reasons else None

    # ---- rings and holes

    def holes_near(self, x: float, y: float, reach: float) -> list[Item]:
        """Items with a hole whose wall comes within reach of a place, or that holds it."""
        wide = reach + self.widest_hole
        return [item for i in range(math.floor((x - wide) / MM), math.floor((x + wide) / MM) + 1) for j in range(math.floor((y - wide) / MM), math.floor((y + wide) / MM) + 1)
                for item in self.hole_squares.get((i, j), ()) if item.hole.from_place(x, y) <= reach]

    def ring(self, tally: Tally) -> None:
        for finding in self.of('ring', tally):
            for item in finding.items[0]:
                self.reported['ring', item.number] = finding.actual
            places = self.at_holes('ring', finding.items[0])
            if self.settle(tally, places, finding.actual, DRILL_OFF):
                continue
            item = finding.items[0][0]
            self.left(tally, finding, 'other copper of the net lies over the pad and widens the ring, which KiCad looks at alone' if self.is_widened(item, finding.actual) else None)
        self.rest(tally, 'ring', self.ring_of_ours)

    def at_holes(self, rule: str, items: list[Item]) -> list[Ours]:
        """Places at a hole: at its middle, or an end of it."""
        return [place for item in items if 'hole' in item.data for x, y in middle_and_ends(item) for layer in range(self.copper.count + 1) for place in self.places_near(rule, layer, x, y, DRILL_OFF)]

    def ring_of_ours(self, place: Ours) -> str | None:
        for item in self.holes_near(place.x, place.y, DRILL_OFF):
            if is_at(item, place) and self.reported.get(('ring', item.number), math.inf) < place.value and self.goes_as_far(item, place):
                return 'other copper of the net lies over the pad and widens the ring, which KiCad looks at alone'
        return None

    def goes_as_far(self, item: Item, place: Ours) -> bool:
        """Copper of the net is around the hole as far as Turnkey says, and somewhere no farther."""
        within, beyond = (all(self.is_copper(place.layer, *spot, item.net) for spot in spots_around(item, item.hole.radius + place.value + off, rays)) for off, rays in ((-DRILL_OFF, RAYS), (DRILL_OFF, 20 * RAYS)))
        return within and not beyond

    def is_widened(self, item: Item, actual: float) -> bool:
        """In each direction in which its own copper is no wider than what KiCad measured, and on each layer, copper of the net goes on."""
        if 'hole' not in item.data or not item.net:
            return False
        spots = spots_around(item, item.hole.radius + max(actual, 0) + DRILL_OFF)
        return all(self.is_copper(layer, *spot, item.net) for layer in item.layers for spot in spots)

    def is_copper(self, layer: int, x: float, y: float, net: str) -> bool:
        return any(self.copper[number].net == net for number in self.copper.near(layer, x, y, 0)) or any(
            item.net == net and any(shape.holds(x, y) for shape in item.layers.get(layer, ())) for item in self.inside(layer, x, y))

    def inside(self, layer: int, x: float, y: float) -> list[Item]:
        """Areas whose box holds a place."""
        return [item for item in self.areas if layer in item.layers and item.data['box'][0] <= x <= item.data['box'][2] and item.data['box'][1] <= y <= item.data['box'][3]]

    def drill_size(self, tally: Tally) -> None:
        for finding in self.of('drill size', tally):
            if not self.settle(tally, self.at_holes('drill size', finding.items[0]), finding.actual, DRILL_OFF):
                self.left(tally, finding, None)
        self.rest(tally, 'drill size', lambda place: None)

    def hole_to_hole(self, tally: Tally) -> None:
        for finding in self.of('hole to hole', tally):
            found = []
            for a, b in self.pairs(finding):
                distance, middle = wall_to_wall(a, b)
                found.append((abs(distance - (finding.actual or 0)), distance, middle))
            _, distance, middle = min(found)
            places = [place for place in self.places_near('hole to hole', 0, *middle, NEAR) if place.check != 'hole-overlap' or distance == 0]
            if not self.settle(tally, places, distance, math.inf if distance == 0 else DRILL_OFF):
                self.left(tally, finding, AT_LIMIT_OF_HOLES if self.limit('hole to hole') - distance <= DRILL_OFF else None)
        self.rest(tally, 'hole to hole', self.holes_of_ours)

    def holes_of_ours(self, place: Ours) -> str | None:
        near = self.holes_near(place.x, place.y, place.value / 2 + DRILL_OFF)
        if any(len(item.data['hole']['path']) > 1 for item in near):
            return 'a slot is one of the two, which KiCad leaves out'
        return None

    def hole_to_copper(self, tally: Tally) -> None:
        for finding in self.of('hole to copper', tally):
            self.one_hole(tally, finding, self.pairs(finding))
        self.rest(tally, 'hole to copper', self.copper_of_ours)

    def one_hole(self, tally: Tally, finding: Theirs, pairs: list[tuple[Item, Item]]) -> None:
        found = [(abs(gap[0] - (finding.actual or 0)), gap[0], gap[1], hole.number, copper.number, layer)
                 for one, other in pairs for hole, copper in ((one, other), (other, one)) if 'hole' in hole.data
                 for layer in sorted(copper.layers) for gap in [self.hole_gap(hole, copper, layer)]]
        if not found:
            return self.left(tally, finding, None)
        _, distance, middle, h, c, layer = min(found)
        hole, copper = self.copper[h], self.copper[c]
        more, apart, nearer = f'layer {layer}, measured {distance / MM:.4f} mm', distance - (finding.actual or 0), False
        if abs(apart) > CHORD_OFF and not (copper.kind == 'arc' and apart < 0):
            return self.left(tally, finding, TO_WALL if self.is_to_wall(finding) else None, more)
        self.reported['hole', h, c] = distance
        for place in self.at_wall(hole, layer):
            if abs(place.value - distance) <= DRILL_OFF and self.copper.place_to(copper, layer, place.x, place.y, place.value + NEAR) < math.inf:
                if not self.settle(tally, [place], finding.actual or 0.0, CHORD_OFF + DRILL_OFF):
                    self.left(tally, finding, ARCS if abs(apart) > CHORD_OFF else None, more)
                return None
            nearer |= place.value <= distance + DRILL_OFF and place.what.endswith(f' {copper.net}')
        why = 'other copper of the same net is as near or nearer to the hole: Turnkey gives one place of a net' if nearer else AT_LIMIT_OF_HOLES if self.limit('hole to copper') - distance <= DRILL_OFF else None
        return self.left(tally, finding, why, more)

    def at_wall(self, hole: Item, layer: int) -> list[Ours]:
        """Places of Turnkey that speak of a hole."""
        box = [min(one[i] for one in hole.data['hole']['path']) for i in (0, 1)], [max(one[i] for one in hole.data['hole']['path']) for i in (0, 1)]
        reach = math.dist(*box) / 2 + hole.hole.radius + self.limit('hole to copper')
        return [place for place in self.places_near('hole to copper', layer, (box[0][0] + box[1][0]) / 2, (box[0][1] + box[1][1]) / 2, reach)
                if abs(hole.hole.from_place(place.x, place.y) - place.value / 2) <= DRILL_OFF]

    def copper_of_ours(self, place: Ours) -> str | None:
        reach = place.value / 2 + DRILL_OFF
        holes = [item for item in self.holes_near(place.x, place.y, reach) if abs(item.hole.from_place(place.x, place.y) - place.value / 2) <= DRILL_OFF]
        coppers = [self.copper[number] for number in self.copper.near(place.layer, place.x, place.y, reach)]
        for hole in holes:
            for copper in coppers:
                if hole.number == copper.number or abs(self.hole_gap(hole, copper, place.layer)[0] - place.value) > DRILL_OFF:
                    continue
                if ('hole', hole.number, copper.number) in self.reported:
                    return 'KiCad gives one figure for two items, the least or that of the first layer: Turnkey each place'
                if (why := hole_not_compared(hole, copper)):
                    return why
        return None

    # ---- edge

    def copper_to_edge(self, tally: Tally) -> None:
        for finding in self.of('copper to edge', tally):
            edges, items = finding.items if len(finding.items) == 2 else ([], [])
            found = [(abs(gap[0] - (finding.actual or 0)), gap[0], gap[1], edge.number, item.number, layer) for edge in edges for item in items
                     for layer in sorted(item.layers) for gap in [self.copper.approach(layer, edge.layers[0], item, 2 * MM)]]
            if not found:
                self.left(tally, finding, None)
                continue
            _, distance, middle, _, number, layer = min(found)
            item = self.copper[number]
            self.reported['edge', number] = max(distance, self.reported.get(('edge', number), 0))
            self.left_at_edge(tally, finding, item, layer, distance, middle)
        self.rest(tally, 'copper to edge', self.edge_of_ours)

    def left_at_edge(self, tally: Tally, finding: Theirs, item: Item, layer: int, distance: float, middle: tuple[float, float]) -> None:
        places = [place for place in self.ours if place.rule == 'copper to edge' and place.layer == layer
                  and self.copper.place_to(item, layer, place.x, place.y, place.value / 2 + ONE_EDGE_PLACE) < math.inf]
        if self.settle(tally, [place for place in places if self.copper.place_to(item, layer, place.x, place.y, place.value / 2 + NEAR) < math.inf], finding.actual or 0.0, CHORD_OFF):
            return
        why = None
        if any(place.value <= distance + CHORD_OFF and place.what.endswith(f' of {item.net}') for place in places):
            why = 'copper of the same net is as near or nearer to the edge within 1 mm: Turnkey keeps one of a place'
        elif self.limit('copper to edge') - distance <= SLACK:
            why = AT_LIMIT
        elif 'copper-to-edge' in self.skipped:
            why = f"Turnkey skips the rule and says why: {self.skipped['copper-to-edge']}"
        elif item.data.get('bare') or any(self.copper[number].data.get('bare') and self.copper[number].net == item.net for number in self.copper.near(layer, *middle, distance / 2 + SLACK)):
            why = 'a contact, open in the mask and without paste, which is meant to reach the edge'
        elif any(shape.from_place(*middle) <= distance / 2 + SLACK for shape in self.copper.openings.get(layer, ())):
            why = 'a contact, laid bare by an opening that is drawn in the mask up to there'
        self.left(tally, finding, why, f'layer {layer}, measured {distance / MM:.4f}')

    def edge_of_ours(self, place: Ours) -> str | None:
        near = [self.copper[number] for number in self.copper.near(place.layer, place.x, place.y, place.value / 2 + CHORD_OFF)]
        if any(item.kind == 'zone' for item in near):
            return 'the fill of a zone, which KiCad does not hold against the edge'
        if any(self.reported.get(('edge', item.number), -1) >= place.value - CHORD_OFF for item in near):
            return 'KiCad gives one figure for an item, of the first line of the edge that it meets and of one layer: Turnkey each place'
        return None

    # ---- what the rules share

    def of(self, rule: str, tally: Tally) -> Iterable[Theirs]:
        for finding in self.theirs:
            if finding.rule == rule:
                tally.theirs += 1
                if all(finding.items):
                    yield finding
                else:
                    tally.unexplained.append(f'KiCad alone, items not found: {finding.text}')

    @staticmethod
    def settle(tally: Tally, places: list[Ours], value: float, off: float) -> bool:
        fits = [place for place in places if abs(place.value - value) <= off]
        for place in fits:
            place.matched = True
        if fits and off < math.inf:
            tally.worst = max(tally.worst, min(abs(place.value - value) for place in fits))
        tally.theirs_both += bool(fits)
        return bool(fits)

    @staticmethod
    def left(tally: Tally, finding: Theirs, why: str | None, more: str = '') -> None:
        if why:
            tally.only_theirs[why] += 1
        else:
            tally.unexplained.append(f"KiCad alone{f' ({more})' if more else ''}: {finding.text}")

    def rest(self, tally: Tally, rule: str, reason: Callable[[Ours], str | None]) -> None:
        for place in self.ours:
            if place.rule != rule:
                continue
            tally.ours += 1
            if place.matched:
                tally.ours_both += 1
            elif (why := reason(place)):
                tally.only_ours[why] += 1
            else:
                tally.unexplained.append(f'Turnkey alone: {place}')


def spots_around(item: Item, radius: float, rays: int = RAYS) -> list[tuple[float, float]]:
    """Around the ends of a hole."""
    return [(x + radius * math.cos(math.tau * i / rays), y + radius * math.sin(math.tau * i / rays)) for x, y in item.data['hole']['path'] for i in range(rays)]


def least(some: list[Shape], others: list[Shape]) -> float:
    return max(0.0, min((between(s, t)[0] - a.radius - b.radius for a in some for b in others for s in a.segments for t in b.segments), default=math.inf))


def fewer_first(a: Item, b: Item, layer: int) -> list[Item]:
    """The one with fewer segments first: they are gone through, and those of the other are looked up."""
    return sorted((a, b), key=lambda item: sum(len(shape.segments) for shape in item.layers[layer]))


def middle_and_ends(item: Item) -> list[tuple[float, float]]:
    path = item.data['hole']['path']
    return [(sum(one[0] for one in path) / len(path), sum(one[1] for one in path) / len(path)), *(tuple(one) for one in path if len(path) > 1)]


def is_at(item: Item, place: Ours) -> bool:
    """Place of a hole, as rounded by the drill file."""
    return any(math.hypot(place.x - x, place.y - y) <= DRILL_OFF for x, y in middle_and_ends(item))


def wall_to_wall(a: Item, b: Item) -> tuple[float, tuple[float, float]]:
    one, other = a.hole, b.hole
    distance, p, q = min((between(s, t) for s in one.segments for t in other.segments), key=lambda found: found[0])
    gap = distance - one.radius - other.radius
    share = 0.5 if distance == 0 else (one.radius + gap / 2) / distance
    return max(0.0, gap), (p[0] + share * (q[0] - p[0]), p[1] + share * (q[1] - p[1]))


def not_compared(a: Item, b: Item) -> str | None:
    """Why KiCad's rule does not hold two items against each other."""
    kinds = {a.kind, b.kind}
    if 'arc' in kinds:
        return ARCS
    if kinds == {'zone'}:
        return 'two zones: KiCad compares the outlines of zones of one priority, not their fills'
    if kinds <= {'graphic', 'zone'}:
        return 'a text or a drawing beside another or a zone: KiCad holds them against tracks and pads only'
    if not a.net and not b.net and 'graphic' not in kinds:
        return 'both without a net, which KiCad takes for one net'
    if a.data.get('netTie') or b.data.get('netTie'):
        return 'a net tie, which KiCad leaves out'
    for zone, item in ((a, b), (b, a)):
        if zone.kind == 'zone' and not overlap(zone.data['box'], item.data['box']):
            return 'an item beside the box around a zone: KiCad looks at those that overlap it'
    return None


def hole_not_compared(hole: Item, copper: Item) -> str | None:
    """Why KiCad's rule does not hold a hole against copper."""
    if copper.kind == 'graphic':
        return 'a text or a drawing beside a hole: KiCad holds holes against tracks, pads and zones only'
    if hole.kind == 'via' and copper.kind == 'via':
        return 'two vias: KiCad looks at the hole of the one that comes second'
    if hole.kind == 'pad' and copper.kind == 'pad':
        if hole.data['part'] == copper.data['part']:
            return 'hole and pad of one part, which KiCad leaves out'
        return 'two pads: after one finding KiCad looks no further'
    return not_compared(hole, copper)


def overlap(a: list[float], b: list[float]) -> bool:
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


COMPARED: dict[str, Callable[[Comparison, Tally], None]] = {
    'spacing': Comparison.spacing, 'ring': Comparison.ring, 'drill size': Comparison.drill_size, 'hole to hole': Comparison.hole_to_hole,
    'hole to copper': Comparison.hole_to_copper, 'copper to edge': Comparison.copper_to_edge,
}
