#!/usr/bin/env python3
"""Holds the boards that come with KiCad against KiCad's own design rules: the same limits, finding by finding, and how long each takes.

usage: kicad.py [DEMOS] [--boards A,B] [--steps 0.1,0.2] [--turnkey COMMAND] [--python COMMAND] [--list] [--write docs/benchmarks.md]

DEMOS is a folder with .kicad_pcb files, at any depth; Debian's is the default. Each is plotted by KiCad as a package (Gerber X2, Excellon, positions) and reviewed
by both: at the board's own limits, and tightened step by step. A finding of one that the other does not have must have a reason that follows from the board as
KiCad has it (bench/kicad_board.py writes it down, bench/kicad_copper.py measures on it) and from what the rules look at; the reasons are the functions below.
What asks for other limits is taken away before, for both: clearances of footprints, pads and zones, net classes, custom rules (.kicad_dru), severities and
exclusions of the project. Zone fills stay as they are stored, unless they are outlined with a pen, as KiCad 5 did: then they are filled anew.

Needs KiCad 6 with its Python (pcbnew), and five to ten minutes. Standard library only. Exit code 1 when a difference has no reason, when a board cannot be
compared, or when the checks of all boards take longer than KiCad's rules.
"""
from __future__ import annotations
import argparse, collections, json, math, os, re, shlex, shutil, sys, tempfile, time
from dataclasses import dataclass, field
from typing import Callable, Iterable

from console import built_console
from kicad_copper import Copper, Item, Shape, between
from report import ROOT, TURNKEY, Outcome, machine, run, table, write_section

DEMOS = '/usr/share/kicad/demos'
SCRIPT = os.path.join(ROOT, 'bench', 'kicad_board.py')
STEPS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.4)
"""Limits of spacing and ring in mm; the others go with them."""

OWN = 'own'
"""The step at which the limits are those of the board's own project."""

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


# ---- both programs

def kicad_python(asked: str | None) -> list[str]:
    for command in ([shlex.split(asked)] if asked else [[sys.executable], ['/usr/bin/python3'], ['python3']]):
        try:
            found = run([*command, '-c', 'import pcbnew; print(pcbnew.GetBuildVersion())'])
        except OSError:
            continue
        if found.code == 0 and found.output.startswith(b'6.'):
            return command
        if found.code == 0:
            print(f"{' '.join(command)} has KiCad {found.output.decode().strip()}, not 6: passed over", file=sys.stderr)
    sys.exit("No Python with KiCad's module pcbnew, version 6, was found. On Debian 12: apt-get install --no-install-recommends kicad kicad-footprints kicad-demos; "
             'elsewhere name the Python that comes with KiCad with --python')


@dataclass(frozen=True, order=True)
class Spent:
    """Seconds that went by, and that processors were at it."""
    seconds: float
    processor: float

    @staticmethod
    def of(data: dict) -> Spent:
        return Spent(data['seconds'], data['processorSeconds'])

    @staticmethod
    def total(some: Iterable[Spent]) -> Spent:
        return Spent(*(sum(values) for values in zip(*((one.seconds, one.processor) for one in some))))

    def __str__(self) -> str:
        return f'{self.seconds:.3f} ({self.processor:.3f})'


@dataclass
class Board:
    name: str
    source: str
    folder: str
    copper: Copper
    parts: int

    @property
    def package(self) -> str:
        return os.path.join(self.folder, 'package')

    def own_limits(self) -> dict[str, float] | None:
        """Limits of its project in mm; None where there is no project, or one without rules."""
        try:
            with open(os.path.splitext(self.source)[0] + '.kicad_pro', encoding='utf8') as file:
                project = json.load(file)
        except FileNotFoundError:
            return None
        rules = project.get('board', {}).get('design_settings', {}).get('rules')
        if rules is None:
            return None
        limits = {rule.name: float(rules.get(rule.setting, 0)) for rule in RULES}
        classes = [float(one['clearance']) for one in project.get('net_settings', {}).get('classes', [])]
        limits['spacing'] = max(limits['spacing'], min(classes, default=0))
        return limits


def prepared(python: list[str], environment: dict[str, str], source: str, folder: str) -> Board:
    name = os.path.splitext(os.path.basename(source))[0]
    os.makedirs(folder)
    done = run([*python, SCRIPT, 'prepare', source, folder], env=environment)
    if done.code != 0:
        sys.exit(f"{name}: KiCad could not plot it: {done.error.decode('utf8', 'replace')[-500:]}")
    with open(os.path.join(folder, 'copper.json'), encoding='utf8') as file:
        data = json.load(file)
    return Board(name, source, folder, Copper(data), data['parts'])


def kicad_review(python: list[str], environment: dict[str, str], board: Board, limits: dict[str, float]) -> tuple[list[Theirs], Spent]:
    """Findings, and what the rules alone took in a process of their own."""
    rules = {rule.setting: limits[rule.name] for rule in RULES}
    project = {'board': {'design_settings': {'rules': {**rules, 'max_error': CHORD_OFF / MM}}}, 'meta': {'filename': 'board.kicad_pro', 'version': 1},
               'net_settings': {'classes': [{'name': 'Default', 'clearance': limits['spacing']}], 'meta': {'version': 2}}}
    with open(os.path.join(board.folder, 'board.kicad_pro'), 'w', encoding='utf8') as file:
        json.dump(project, file)
    report = os.path.join(board.folder, 'report.txt')
    done = run([*python, SCRIPT, 'review', board.folder, report], env=environment)
    if done.code != 0:
        sys.exit(f"{board.name}: KiCad's rules failed: {done.error.decode('utf8', 'replace')[-500:]}")
    with open(report, encoding='utf8') as file:
        return parsed(board.copper, file.read()), Spent.of(json.loads(done.output.splitlines()[-1]))


HEAD = re.compile(r'^\[(\w+)\]: (.*)$', re.M)
ITEM = re.compile(r'^    @\((-?[\d.]+) mm, (-?[\d.]+) mm\): (.*)$', re.M)
ACTUAL = re.compile(r'actual (-?[\d.]+) mm')


def parsed(copper: Copper, report: str) -> list[Theirs]:
    by_code = {code: rule.name for rule in RULES for code in rule.codes}
    heads, findings = list(HEAD.finditer(report)), []
    for head, after in zip(heads, [*heads[1:], None]):
        if head[1] not in by_code:
            continue
        block = report[head.end():after.start() if after else len(report)]
        names = [(copper.named(item[3], float(item[1]) * MM, -float(item[2]) * MM), item[0].strip()) for item in ITEM.finditer(block)]
        actual = ACTUAL.search(head[2])
        rule = by_code[head[1]]
        # Of a bare hole and a zone it says clearance, and takes the limit of holes.
        if head[1] == 'clearance' and any(items and not items[0].layers and 'hole' in items[0].data for items, _ in names):
            rule = 'hole to copper'
        findings.append(Theirs(rule, head[1], float(actual[1]) * MM if actual else None, [items for items, _ in names],
                               f"{head[1]}{f' {actual[1]} mm' if actual else ''}: {'; '.join(text for _, text in names)}"))
    return findings


def capability(path: str, limits: dict[str, float]) -> str:
    lines = [f'  {check}: {{ minimum: {0 if check == "hole-overlap" else round(limits[rule.name], 6):.6g} }}' for rule in RULES for check in rule.checks]
    with open(path, 'w', encoding='utf8') as file:
        # As a standard no class of IPC-6012 with limits of its own is added to it.
        file.write('turnkey-capability: 1\nkey: compared\nname: Limits that are compared\nkind: standard\nsource: "bench/kicad.py"\ntaken: 2026-11-27\nrules:\n' + '\n'.join(lines) + '\n')
    return path


@dataclass
class Review:
    places: list[Ours]
    skipped: dict[str, str]
    seconds: float


def turnkey_review(turnkey: list[str], board: Board, limits: str) -> Review:
    done = run([*turnkey, 'check', board.package, '--capability', limits, '--json'])
    try:
        result = json.loads(done.output)
    except ValueError:
        sys.exit(f"{board.name}: no result: {done.error.decode('utf8', 'replace').strip()[-300:]}")
    by_check = {check: rule.name for rule in RULES for check in rule.checks}
    places = [Ours(by_check[one['rule']], one['rule'], int(place['layer'][1:] or 0) if place['layer'].startswith('L') else 0, place['xMm'] * MM, place['yMm'] * MM,
                   place['measured'] * MM, f"{one['cause']}; {place['what']}")
              for one in result['findings'] if one['rule'] in by_check for place in one['places']]
    return Review(places, {one['rule']: one['why'] for one in result['checks'] if one['state'] == 'skipped'}, done.seconds)


# ---- findings of both, one by one

class Comparison:
    """One board at one step."""

    def __init__(self, board: Board, limits: dict[str, float], theirs: list[Theirs], review: Review, memory: dict) -> None:
        self.copper, self.limits, self.theirs, self.ours, self.skipped, self.memory = board.copper, {name: value * MM for name, value in limits.items()}, theirs, review.places, review.skipped, memory
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
        """On some layer one of the two has no pad, and the figure is that of its hole."""
        def shapes(item: Item, layer: int) -> list[Shape]:
            return item.layers.get(layer) or ([item.hole] if 'hole' in item.data else [])

        return any((layer not in a.layers or layer not in b.layers) and abs(least(shapes(a, layer), shapes(b, layer)) - finding.actual) <= COPPER_OFF
                   for a, b in self.pairs(finding) for layer in range(1, self.copper.count + 1)) if finding.actual is not None else False

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
        if abs(distance - (finding.actual or 0)) > CHORD_OFF:
            return self.left(tally, finding, TO_WALL if self.is_to_wall(finding) else None, f'layer {layer}, measured {distance / MM:.4f} mm')
        self.reported['hole', h, c] = distance
        nearer = False
        for place in self.at_wall(hole, layer):
            if abs(place.value - distance) <= DRILL_OFF and self.copper.place_to(copper, layer, place.x, place.y, place.value + NEAR) < math.inf:
                self.settle(tally, [place], finding.actual or 0.0, CHORD_OFF + DRILL_OFF)
                return None
            nearer |= place.value <= distance + DRILL_OFF and place.what.endswith(f' {copper.net}')
        why = 'other copper of the same net is as near or nearer to the hole: Turnkey gives one place of a net' if nearer else AT_LIMIT_OF_HOLES if self.limit('hole to copper') - distance <= DRILL_OFF else None
        return self.left(tally, finding, why, f'layer {layer}, measured {distance / MM:.4f}')

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


# ---- all boards

COMPARED: dict[str, Callable[[Comparison, Tally], None]] = {
    'spacing': Comparison.spacing, 'ring': Comparison.ring, 'drill size': Comparison.drill_size, 'hole to hole': Comparison.hole_to_hole,
    'hole to copper': Comparison.hole_to_copper, 'copper to edge': Comparison.copper_to_edge,
}

RUNS = 3
"""Of KiCad's rules where they are timed; the median counts."""


@dataclass
class Times:
    """Of one board, at the first and the last step."""
    name: str
    kicad: list[Spent] = field(default_factory=list)
    turnkey: list[Spent] = field(default_factory=list)     # the same limits, warm
    whole: list[float] = field(default_factory=list)       # the same limits, seconds of a process each
    everything: Spent | None = None                        # all checks with the usual limits, warm


def warm(console: list[str], package: str, *limits: str) -> Spent:
    done = run([*console, 'checks', package, *limits])
    if done.code != 0:
        sys.exit(f"{package}: {done.error.decode('utf8', 'replace')[-300:]}")
    return Spent.of(json.loads(done.output)['review'])


def measure(board: Board, steps: list[tuple[str, dict[str, float]]], python: list[str], environment: dict[str, str], turnkey: list[str], console: list[str],
            tallies: dict[str, Tally]) -> Times:
    times, memory = Times(board.name), {}
    for at, (step, limits) in enumerate(steps):
        file = capability(os.path.join(board.folder, 'limits.yaml'), limits)
        theirs, spent = kicad_review(python, environment, board, limits)
        review = turnkey_review(turnkey, board, file)
        if at in (0, len(steps) - 1):
            more = sorted([spent, *(kicad_review(python, environment, board, limits)[1] for _ in range(RUNS - 1))])
            times.kicad.append(more[RUNS // 2])
            times.turnkey.append(warm(console, board.package, file))
            times.whole.append(review.seconds)
        comparison = Comparison(board, limits, theirs, review, memory)
        for rule, compare in COMPARED.items():
            known = len(tallies[rule].unexplained)
            compare(comparison, tallies[rule])
            tallies[rule].hold()
            tallies[rule].unexplained[known:] = [f'{board.name}, {step}: {text}' for text in tallies[rule].unexplained[known:]]
    times.everything = warm(console, board.package)
    return times


def agreement(tallies: dict[str, Tally]) -> str:
    rows = [['rule', 'findings of KiCad', 'Turnkey has them', 'KiCad alone, explained', 'places of Turnkey', 'KiCad has them', 'Turnkey alone, explained', 'not explained', 'figures apart by at most (µm)']]
    for rule, one in tallies.items():
        rows.append([rule, f'{one.theirs:,}', f'{one.theirs_both:,}', f'{sum(one.only_theirs.values()):,}', f'{one.ours:,}', f'{one.ours_both:,}', f'{sum(one.only_ours.values()):,}',
                     len(one.unexplained), f'{one.worst / 1000:.2f}' if one.theirs_both else '–'])
    return table(rows)


def reasons(tallies: dict[str, Tally]) -> str:
    rows = [['rule', 'who alone', 'times', 'why']]
    for rule, one in tallies.items():
        rows += [[rule, who, f'{count:,}', why] for who, found in (('KiCad', one.only_theirs), ('Turnkey', one.only_ours)) for why, count in found.most_common()]
    return table(rows)


def speed(times: list[Times], ends: tuple[str, str]) -> tuple[str, bool]:
    rows = [['board', *(f'{what}, {end}' for end in ends for what in ("KiCad's rules (s)", 'Turnkey, same limits (s)', 'whole process (s)')), 'Turnkey, all checks (s)']]
    for one in times:
        rows.append([one.name, *(cell for i in range(2) for cell in (one.kicad[i], one.turnkey[i], f'{one.whole[i]:.2f}')), one.everything])
    kicad, turnkey = ([Spent.total(getattr(one, what)[i] for one in times) for i in range(2)] for what in ('kicad', 'turnkey'))
    everything = Spent.total(one.everything for one in times)
    rows.append(['all', *(cell for i in range(2) for cell in (kicad[i], turnkey[i], f'{sum(one.whole[i] for one in times):.2f}')), everything])
    met = all(turnkey[i].seconds < kicad[i].seconds and turnkey[i].processor < kicad[i].processor for i in range(2)) and everything.processor < kicad[0].processor
    shares = ' and '.join(f'{turnkey[i].seconds / kicad[i].seconds:.2f} ({turnkey[i].processor / kicad[i].processor:.2f}) at {end}' for i, end in enumerate(ends))
    text = f"""Seconds that went by and, in brackets, that processors spent, which a busy machine does not change. Of KiCad's time Turnkey takes with the same limits {shares};
all its checks, with the limits of `typical-multilayer` and IPC class 2, take {everything.seconds / kicad[0].seconds:.2f} ({everything.processor / kicad[0].processor:.2f}) of what KiCad takes at {ends[0]}.
Bar: less than KiCad, by the clock and the processors with the same limits, by the processors with all checks: {'met' if met else 'MISSED'}."""
    return f'{text}\n\n{table(rows)}', met


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('demos', nargs='?', default=DEMOS)
    parser.add_argument('--boards', help='names of boards, separated by commas')
    parser.add_argument('--steps', default=','.join(map(str, STEPS)), help='limits of spacing and ring in mm')
    parser.add_argument('--turnkey', default=TURNKEY)
    parser.add_argument('--python', help='the Python that has pcbnew')
    parser.add_argument('--list', action='store_true', help='all that is not explained, not the first ten of a rule')
    parser.add_argument('--write')
    asked = parser.parse_args()
    python, begin = kicad_python(asked.python), time.perf_counter()
    sources = sorted(os.path.join(folder, name) for folder, _, names in os.walk(asked.demos) for name in names if name.endswith('.kicad_pcb'))
    if asked.boards:
        sources = [source for source in sources if os.path.splitext(os.path.basename(source))[0] in asked.boards.split(',')]
    if not sources:
        sys.exit(f'no board below {asked.demos}: on Debian they come with apt-get install --no-install-recommends kicad-demos')
    turnkey, console, tallies, times, parts = shlex.split(asked.turnkey), built_console(), {rule.name: Tally() for rule in RULES}, [], 0
    run([*turnkey, '--help'])                  # builds it where it is not built yet
    steps = [float(step) for step in asked.steps.split(',')]
    with tempfile.TemporaryDirectory() as place:
        home = os.path.join(place, 'home')
        os.makedirs(home)
        environment = {**os.environ, 'HOME': home, 'XDG_CONFIG_HOME': home, 'KICAD_CONFIG_HOME': home, 'LC_ALL': 'C.UTF-8'}
        for number, source in enumerate(sources):
            since = time.perf_counter()
            board = prepared(python, environment, source, os.path.join(place, str(number)))
            own = board.own_limits()
            limits = [(f'{step:g} mm', {rule.name: round(step * rule.factor, 6) for rule in RULES}) for step in steps]
            limits = [*([(OWN, own)] if own else []), *limits]
            times.append(measure(board, limits, python, environment, turnkey, console, tallies))
            parts += board.parts
            shutil.rmtree(board.folder)
            print(f'{board.name}: {time.perf_counter() - since:.0f} s', file=sys.stderr, flush=True)
    total = sum(len(one.unexplained) for one in tallies.values())
    pace, quick = speed(times, ('own limits', f'{steps[-1]:g} mm'))
    for one in tallies.values():
        one.unexplained = [f'{text}{f" ({count} times)" if count > 1 else ""}' for text, count in collections.Counter(one.unexplained).items()]
    unexplained = [f'- **not explained** {rule}: {text}' for rule, one in tallies.items() for text in (one.unexplained if asked.list else one.unexplained[:10])]
    words = f"""{len(sources)} boards, {parts} parts, each at the limits of its own project and at {len(steps)} steps: {', '.join(f'{step:g}' for step in steps)} mm of spacing and ring, the others with them
({', '.join(f'{rule.name} {rule.factor:g} times' for rule in RULES if rule.factor != 1)}). {'Every difference is explained.' if total == 0 else f'{total} differences are not explained.'} The run took {(time.perf_counter() - begin) / 60:.0f} minutes."""
    text = '\n\n'.join([words, agreement(tallies), *(['\n'.join(unexplained)] if unexplained else []), 'What only one of them has, and why:', reasons(tallies), pace])
    print(text)
    if asked.write:
        write_section(asked.write, 'kicad', SECTION.format(machine=machine(), text=text))
    return 0 if total == 0 and quick else 1


SECTION = """## KiCad as a second opinion

Made by `bench/kicad.py`; {machine}:

```sh
bench/kicad.py --write docs/benchmarks.md
```

The boards that come with KiCad 6, plotted by it and reviewed by both under the same limits. KiCad works on its own board file, Turnkey on the Gerber, drill and
position files. KiCad gives a finding for each two items, Turnkey one for each place: within 0.5 mm the narrowest gap of two nets, within 1 mm the copper of a net
that is nearest to the edge. So many findings of one may be one of the other, and each is looked up both ways: the place within 0.3 mm or on the items named, the
figure within 5 µm of KiCad's (which takes chords for arcs) and within 1 µm of what the items measure, 3 µm where holes are (drill files round to the micrometre).
Clearances of single footprints, pads and zones, net classes, custom rules, severities and exclusions are taken away for both.

{text}

KiCad's time is that of `WriteDRCReport` alone, with all its tests, in a process of its own, the median of three. Turnkey's is the median of five runs or more in one
process that is warm, following the copper included; beside it stands the whole process, start and reading of the files included.
"""


if __name__ == '__main__':
    sys.exit(main())
