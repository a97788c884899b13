#!/usr/bin/env python3
"""Measures the design review on defects that were planted: how many it finds, at the right place, with the right figure.

usage: defects.py [PACKAGES] [--sample] [--only A,B] [--per-kind N] [--seed S] [--kinds A,B] [--turnkey COMMAND] [--list] [--write docs/benchmarks.md]
       defects.py --self-test [--turnkey COMMAND]     the project's sample alone: main kinds found to 99 %, figures within 1 µm

Plants defects of known place and size into copies of the packages, by editing the text of Gerber, drill and centroid files, and runs `check --json` before and
after with limits that the planted values break. Found means: a finding of the rule that was not there before, on the layer and within 0.2 mm of the place or
along the object. What the files hold is read by bench/plotter.py and bench/planting.py; of Turnkey only which file is which layer. Standard library only.
Exit code 1 when a kind is found to less than 99 %, or a figure is off by more than 1 µm.
"""
from __future__ import annotations
import argparse, cmath, collections, json, math, os, random, re, shlex, shutil, sys, tempfile, time
from dataclasses import dataclass, field
from typing import Callable

from planting import CentroidTable, DrillFile, Feature, GerberFile, Hit, Placed, to_segment
from plotter import NotCovered
from primitives import Disc, Edge
from report import ROOT, TURNKEY, machine, package_names, run, table, write_section

SAMPLE = os.path.join(ROOT, 'samples', 'sensor-node')
NEAR_MM, EXACT = 0.2, 0.001
BELOW = 0.010                  # how far a planted value is below its limit, in mm
APART_MM = 1.5                 # between two defects of one copy
ELSEWHERE_MM = 1.0             # findings farther than this from every defect are extra ones
LEAST_FOUND = 0.99
# What the self-test plants, five of each; the sample has room for all of them.
MAIN = ('copper-to-edge', 'npth-to-copper', 'hole-to-hole', 'annular-ring', 'same-net-spacing', 'mask-web', 'mask-missing', 'paste-missing', 'trace-width', 'spacing', 'drill-size', 'legend-width',
        'outline-missing', 'missing-layer (mask)', 'mirrored-layer (mask)')

SPACE, RING, DRILL, HOLES, BARE, EDGE, WEB, INK = 0.1, 0.05, 0.15, 0.15, 0.15, 0.2, 0.06, 0.1
LIMITS = {
    'spacing': ('minimum', SPACE), 'same-net-spacing': ('minimum', SPACE), 'annular-ring': ('minimum', RING), 'drill-size': ('minimum', DRILL),
    'hole-to-hole': ('minimum', HOLES), 'same-net-hole-to-hole': ('minimum', HOLES), 'npth-to-copper': ('minimum', BARE), 'copper-to-edge': ('minimum', EDGE),
    'mask-missing': ('minimum', 0), 'mask-web': ('minimum', WEB), 'legend-on-pad': ('minimum', INK), 'copper-island': ('preferred', 0),
    'paste-missing': ('preferred', 0), 'via-in-pad': ('preferred', 0), 'placement-rotation': ('maximum', 1), 'placement-undeterminable': ('preferred', 0),
    'placement-offset': ('maximum', 0.15), 'outline-missing': ('minimum', 0), 'outline-gap': ('maximum', 0.001), 'missing-layer': ('minimum', 0),
    'mirrored-layer': ('minimum', 0), 'fiducials': ('minimum', 9),
}


@dataclass
class Plant:
    """One defect. Either a place, an object or a designator says where; without any it concerns the board."""
    kind: str
    rules: tuple[str, ...]
    layer: str | None = None
    at: complex | None = None
    along: Edge | None = None
    value: float | None = None
    names: str | None = None
    tolerance: float = EXACT
    half: float = 0.0              # half the side of a square around the place

    def away(self, place: complex) -> float:
        if self.half:
            return max(0.0, max(abs((place - self.at).real), abs((place - self.at).imag)) - self.half)
        if self.along is not None:
            return to_segment(place, self.along.start, self.along.end)
        return abs(place - self.at) if self.at is not None else math.inf


@dataclass(frozen=True)
class Seen:
    """One place of a finding."""
    rule: str
    layer: str
    at: complex
    value: float
    text: str


@dataclass
class Checked:
    places: list[Seen]
    skipped: dict[str, str]
    files: list[dict]


# ---- running

def check(turnkey: list[str], folder: str, capability: str) -> Checked:
    outcome = run([*turnkey, 'check', folder, '--capability', capability, '--json'])
    try:
        result = json.loads(outcome.output)
    except ValueError:
        raise SystemExit(f"{folder}: no result: {outcome.error.decode('utf8', 'replace').strip()[-300:]}") from None
    places = [Seen(one['rule'], place['layer'], complex(place['xMm'], place['yMm']), float(place['measured']), f"{one['cause']} {place['what']}")
              for one in result['findings'] for place in one['places']]
    return Checked(places, {one['rule']: one['why'] for one in result['checks'] if one['state'] == 'skipped'}, result['package']['files'])


def capability(path: str, limits: dict[str, tuple[str, float]]) -> str:
    rules = '\n'.join(f'  {rule}: {{ {sense}: {value:.6g} }}' for rule, (sense, value) in limits.items())
    with open(path, 'w', encoding='utf8') as file:
        file.write(f'turnkey-capability: 1\nkey: planted\nname: Limits of planted defects\nkind: class\nsource: "bench/defects.py"\ntaken: 2026-11-27\nrules:\n{rules}\n')
    return path


# ---- a copy of a package

class Copy:
    """A package to plant into, with its layers by what they are."""

    def __init__(self, folder: str, files: list[dict], rng: random.Random) -> None:
        self.folder, self.rng, self.plants, self.notes = folder, rng, [], []
        self.copper: dict[int, GerberFile] = {}
        self.sheets: dict[tuple[str, str], GerberFile] = {}
        self.plated: list[DrillFile] = []
        self.bare: list[DrillFile] = []
        self.tables: list[CentroidTable] = []
        self.outline: GerberFile | None = None
        self.cracked: list[complex] = []
        self.widths: dict[str, float] = {}
        paths = {os.path.relpath(os.path.join(place, name), folder).replace(os.sep, '/'): os.path.join(place, name) for place, _, names in os.walk(folder) for name in names}
        roles = collections.Counter((one['role'], one['side'], one['copperLayer']) for one in files if one['used'])
        for one in files:
            path = next((path for name, path in sorted(paths.items()) if name == one['path'] or name.endswith('/' + one['path'])), None)
            if path is None or not one['used']:
                continue
            role, side, number = one['role'], one['side'], one['copperLayer']
            try:
                if role == 'drill' and one['format'] == 'excellon':
                    drill = DrillFile(path)
                    (self.bare if drill.is_nonplated else self.plated).append(drill)
                elif role == 'centroid':
                    self.tables.append(CentroidTable(path))
                elif one['format'] == 'gerber' and roles[role, side, number] == 1:
                    if role == 'copper' and number:
                        self.copper[number] = GerberFile(path)
                    elif role in ('soldermask', 'paste', 'legend'):
                        self.sheets[role, side] = GerberFile(path)
                    elif role == 'outline':
                        self.outline = GerberFile(path)
            except NotCovered as why:
                self.notes.append(f"{one['path']}: {why}")
        self.hits = [(hit, file) for file in self.plated + self.bare for hit in file.hits]
        self.bounds = self.extent()
        self.lines = [(a, b) for one in (self.outline.features if self.outline else []) if one.path
                      for points in [[*one.path.points(0.001), one.path.end]] for a, b in zip(points, points[1:])]
        # An outline that is drawn twice, or open, does not tell inside from outside: most holes lie on the board.
        if 2 * sum(self.is_on_board(hit.at) for hit, _ in self.hits) <= len(self.hits):
            self.lines = []

    def extent(self) -> tuple[float, float, float, float] | None:
        """Of the middle lines of the outline."""
        ends = [point for one in (self.outline.features if self.outline else []) if one.path for point in (one.path.start, one.path.end)]
        return (min(p.real for p in ends), min(p.imag for p in ends), max(p.real for p in ends), max(p.imag for p in ends)) if ends else None

    def is_on_board(self, at: complex) -> bool:
        """Inside the outline and in no cut-out: a ray crosses an odd number of its lines."""
        if self.bounds and not (self.bounds[0] < at.real < self.bounds[2] and self.bounds[1] < at.imag < self.bounds[3]):
            return False
        crossed = [a.real + (at.imag - a.imag) / (b.imag - a.imag) * (b.real - a.real) > at.real for a, b in self.lines if (a.imag <= at.imag) != (b.imag <= at.imag)]
        return not self.lines or sum(crossed) % 2 == 1

    def is_free(self, at: complex) -> bool:
        """Far from what was planted before, and on the board."""
        if not self.is_on_board(at):
            return False
        return all(plant.away(at) >= APART_MM for plant in self.plants)

    def no_hole(self, at: complex, radius: float, but: Hit | None = None) -> bool:
        return all(abs(hit.at - at) - hit.diameter / 2 >= radius for hit, _ in self.hits if hit is not but) and \
            all(abs(point - at) >= radius + 1 for file in self.plated + self.bare for point in file.routed)

    def shuffled(self, items: list) -> list:
        items = list(items)
        self.rng.shuffle(items)
        return items

    def outer(self) -> list[tuple[str, GerberFile]]:
        return [(side, self.copper[number]) for side, number in (('top', 1), ('bottom', max(self.copper, default=0))) if number in self.copper and (side == 'top' or number > 1)]

    def write(self) -> None:
        for file in [*self.copper.values(), *self.sheets.values(), *([self.outline] if self.outline else [])]:
            if file.edits or file.tail:
                file.write()
        for drill in self.plated + self.bare:
            if drill.added or drill.removed:
                drill.write()


def middle(stroke: Feature) -> complex:
    return (stroke.path.start + stroke.path.end) / 2


def usual_width(layers: list[GerberFile], least: float) -> float | None:
    counted = collections.Counter(round(one.shape.radius * 2, 6) for layer in layers for one in layer.strokes(least))
    return max(counted, key=lambda width: (counted[width], width)) if counted else None


def tracks(copy: Copy, least: float) -> list[tuple[int, GerberFile, Feature]]:
    return copy.shuffled([(number, layer, one) for number, layer in copy.copper.items() for one in layer.strokes(least)])


# ---- kinds: each plants up to so many into a copy

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


def legend_width(copy: Copy, count: int) -> None:
    narrowed(copy, count, 'legend-width', [(f'{side} legend', layer) for (role, side), layer in copy.sheets.items() if role == 'legend'], lambda layer, one: True)


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


def copper_to_edge(copy: Copy, count: int) -> None:
    if copy.outline is None or copy.bounds is None:
        return
    left, low, right, high = copy.bounds
    sides = [one.path for one in copy.outline.features if one.kind == 'stroke' and one.path.centre is None and abs(one.path.end - one.path.start) >= 5
             and (abs(one.path.start.real - one.path.end.real) < 1e-6 and min(abs(one.path.start.real - left), abs(one.path.start.real - right)) < 1e-6
                  or abs(one.path.start.imag - one.path.end.imag) < 1e-6 and min(abs(one.path.start.imag - low), abs(one.path.start.imag - high)) < 1e-6)]
    inside = complex(left + right, low + high) / 2
    for _ in range(60 * count if sides and copy.copper else 0):
        if count == 0:
            return
        side, (number, layer) = copy.rng.choice(sides), copy.rng.choice(list(copy.copper.items()))
        inward = (side.end - side.start) / abs(side.end - side.start) * 1j
        if ((inside - side.start) * inward.conjugate()).real < 0:
            inward = -inward
        at = layer.snap(side.start + (side.end - side.start) * copy.rng.uniform(0.1, 0.9) + inward * (EDGE - BELOW + 0.1))
        measured = to_segment(at, side.start, side.end) - 0.1
        foot = at - inward * (measured + 0.1)
        cuts = [one for one in copy.outline.around(at, 1.0) if one.path is not side and one.distance(at) < 0.8]
        if copy.is_free(at) and not cuts and layer.nearest(at, 0.12) >= 0.12 and copy.no_hole(at, 0.5):
            layer.add_flash(at, 0.2)
            copy.plants.append(Plant('copper-to-edge', ('copper-to-edge',), f'L{number}', at=(at + foot) / 2, value=measured))
            count -= 1


def soldered(copy: Copy) -> list[tuple[str, GerberFile, Feature]]:
    """Flashed pads without a hole that get paste from one opening: something is soldered to them."""
    found = []
    for side, copper in copy.outer():
        paste = copy.sheets.get(('paste', side))
        for pad in copper.features if paste else []:
            if pad.kind == 'flash' and any(abs(one.at - pad.at) < 0.01 for one in paste.around(pad.at, 0.02) if one.kind == 'flash') and copy.no_hole(pad.at, 0.3):
                found.append((side, copper, pad))
    return copy.shuffled(found)


def sole_opening(sheet: GerberFile | None, pad: Feature) -> Feature | None:
    """The one opening over a pad that can be taken out."""
    if sheet is None:
        return None
    left, low, right, high = pad.box
    over = [one for one in sheet.around(pad.at, max(right - left, high - low) / 2 + 0.1) if one.box[0] < right and one.box[2] > left and one.box[1] < high and one.box[3] > low]
    return over[0] if len(over) == 1 and over[0].kind == 'flash' and abs(over[0].at - pad.at) < 0.01 and over[0] in flashes_of(sheet) else None


def removed_opening(copy: Copy, count: int, role: str, kind: str, layer_name: str) -> None:
    for side, _, pad in soldered(copy):
        if count == 0:
            return
        opening = sole_opening(copy.sheets.get((role, side)), pad) if copy.is_free(pad.at) else None
        if opening is not None:
            copy.sheets[role, side].remove(opening)
            copy.plants.append(Plant(kind, (kind,), layer_name.format(side=side), at=pad.at))
            count -= 1


def mask_missing(copy: Copy, count: int) -> None:
    removed_opening(copy, count, 'soldermask', 'mask-missing', '{side} mask')


def paste_missing(copy: Copy, count: int) -> None:
    removed_opening(copy, count, 'paste', 'paste-missing', '{side}')


def mask_web(copy: Copy, count: int) -> None:
    for side, _, pad in soldered(copy):
        if count == 0:
            return
        mask = copy.sheets.get(('soldermask', side))
        opening = sole_opening(mask, pad)
        for step in range(4 if opening else 0):
            turn = 1j ** step
            reach = (opening.box[2] - opening.box[0] if step % 2 == 0 else opening.box[3] - opening.box[1]) / 2
            at = mask.snap(pad.at + turn * (reach + WEB - BELOW + 0.1))
            web = opening.distance(at) - 0.1
            if abs(web - WEB + BELOW) < 0.004 and copy.is_free(at) and mask.nearest(at, 0.25, (opening,)) >= 0.25 and copy.no_hole(at, 0.5):
                mask.add_flash(at, 0.2)
                copy.plants.append(Plant('mask-web', ('mask-web',), f'{side} mask', at=at - turn * (0.1 + web / 2), value=web))
                count -= 1
                break


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
        if any(one.path is None or ink_to(pad, one) < INK + 0.02 for one in legend.around(pad.at, half + INK + 0.05)):
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


def copper_island(copy: Copy, count: int) -> None:
    side, reach = 0.6, 0.65
    for _ in range(200 * count if copy.bounds and copy.copper else 0):
        if count == 0:
            return
        number, layer = copy.rng.choice(list(copy.copper.items()))
        at = layer.snap(complex(copy.rng.uniform(copy.bounds[0] + 1.5, copy.bounds[2] - 1.5), copy.rng.uniform(copy.bounds[1] + 1.5, copy.bounds[3] - 1.5)))
        covered = copy.sheets.get(('soldermask', 'top' if number == 1 else 'bottom' if number == max(copy.copper) else 'inner'))
        if copy.is_free(at) and layer.nearest(at, reach) >= reach and copy.no_hole(at, reach) and (covered is None or covered.nearest(at, reach) >= reach):
            layer.add_square(at, side)
            copy.plants.append(Plant('copper-island', ('copper-island',), f'L{number}', at=at, value=side ** 2, tolerance=1e-5, half=side / 2))
            count -= 1


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


GEOMETRY: dict[str, Callable[[Copy, int], None]] = {
    'copper-to-edge': copper_to_edge, 'npth-to-copper': npth_to_copper, 'hole-to-hole': hole_to_hole, 'annular-ring': annular_ring, 'same-net-spacing': same_net_spacing,
    'via-in-pad': via_in_pad, 'mask-web': mask_web, 'legend-on-pad': legend_on_pad, 'mask-missing': mask_missing, 'paste-missing': paste_missing,
    'copper-island': copper_island, 'trace-width': trace_width, 'spacing': spacing, 'drill-size': drill_size, 'legend-width': legend_width,
}

LOPSIDED = re.compile(r'SOT-?23(?![-_ ]?[68])|SOT-?89|SOT-?223|SOT-?323|SOT-?353|SC-?70-?5|SC-?59|TO-?252|D-?PAK', re.I)
CHIP = re.compile(r'(^|[^0-9])(0201|0402|0603|0805|1206)([^0-9]|$)')
POLAR = re.compile(r'^(LED|D_|CP_)|SOD-?\d|SMA$|SMB$|EIA-?3528', re.I)


def parts_of(copy: Copy) -> list[tuple[CentroidTable, Placed, int]]:
    """Each with how many share its footprint and side."""
    parts = [(file, part) for file in copy.tables for part in file.parts]
    shared = collections.Counter((part.package, part.side) for _, part in parts)
    return copy.shuffled([(file, part, shared[part.package, part.side]) for file, part in parts])


def placement_rotation(copy: Copy, count: int) -> None:
    """One part of each footprint, so that the others still agree."""
    done, left = set(), collections.Counter({'placement-rotation': count, 'placement-rotation, footprint used once or twice': count, 'placement-undeterminable': count})
    for file, part, shared in parts_of(copy):
        key = part.package, part.side
        if key in done:
            continue
        lopsided, chip, polar = LOPSIDED.search(part.package), CHIP.search(part.package), POLAR.search(part.package)
        if polar and not lopsided:
            kind, turn, rules = 'placement-undeterminable', 180, ('placement-undeterminable', 'placement-rotation')
        elif lopsided or chip and not part.designator.startswith(('D', 'LED')):
            kind = 'placement-rotation' if shared >= 3 else 'placement-rotation, footprint used once or twice'
            turn, rules = copy.rng.choice((90, 180)) if lopsided else 90, ('placement-rotation',) if shared != 2 else ('placement-rotation', 'placement-undeterminable')
        else:
            continue
        if left[kind] == 0:
            continue
        done.add(key)
        left[kind] -= 1
        file.put(part, rotation=(part.rotation + turn) % 360)
        copy.plants.append(Plant(kind, rules, names=part.designator, value=None if kind == 'placement-undeterminable' or shared == 2 else float(turn)))
    for file in copy.tables:
        file.write()


def placement_offset(copy: Copy, count: int) -> None:
    done = set()
    for file, part, shared in parts_of(copy):
        if count == 0:
            break
        if (part.package, part.side) in done or not (CHIP.search(part.package) or LOPSIDED.search(part.package)):
            continue
        done.add((part.package, part.side))
        file.put(part, x=part.x + 0.5)
        copy.plants.append(Plant('placement-offset', ('placement-offset',), names=part.designator, value=0.5 if shared < 3 else None))
        count -= 1
    for file in copy.tables:
        file.write()


# ---- kinds of the whole board: one defect a copy

def outline_missing(copy: Copy) -> None:
    if copy.outline is None or copy.bounds is None:
        return
    edges = [one for one in copy.outline.strokes(2.0) if min(abs(value - bound) for value, bound in zip((one.box[0], one.box[1], one.box[2], one.box[3]), copy.bounds)) < 0.3]
    if edges:
        copy.outline.lift(copy.rng.choice(edges))
        copy.plants.append(Plant('outline-missing', ('outline-missing',)))


def missing_mask(copy: Copy) -> None:
    side, mask = next(((side, file) for (role, side), file in sorted(copy.sheets.items(), key=lambda item: item[0], reverse=True) if role == 'soldermask'), (None, None))
    if mask:
        os.remove(mask.path)
        copy.plants.append(Plant('missing-layer', ('missing-layer',), f'{side} mask'))


def missing_inner(copy: Copy) -> None:
    inner = [number for number in copy.copper if 1 < number < max(copy.copper)]
    if inner:
        number = copy.rng.choice(inner)
        os.remove(copy.copper[number].path)
        copy.plants.append(Plant('missing-layer', ('missing-layer',), f'L{number}'))


def mirrored(copy: Copy, file: GerberFile, layer: str) -> None:
    with open(file.path, 'w', encoding='latin1', newline='') as out:
        out.write(file.mirrored())
    copy.plants.append(Plant('mirrored-layer', ('mirrored-layer',), layer))


def mirrored_copper(copy: Copy) -> None:
    numbers = [number for number, layer in copy.copper.items() if sum(one.kind == 'flash' for one in layer.features) >= 20]
    if numbers and copy.plated:
        number = copy.rng.choice(numbers)
        mirrored(copy, copy.copper[number], f'L{number}')


def mirrored_mask(copy: Copy) -> None:
    for (role, side), file in sorted(copy.sheets.items(), key=lambda item: item[0], reverse=True):
        if role == 'soldermask' and sum(one.kind == 'flash' for one in file.features) >= 20:
            mirrored(copy, file, f'{side} mask')
            return


def fiducials(copy: Copy) -> None:
    """All marks of one face taken out of its copper."""
    marks = [one for one in copy.copper[1].features if one.attributes.upper().startswith('FID')] if 1 in copy.copper else []
    if marks and all(one in flashes_of(copy.copper[1]) for one in marks):
        for one in marks:
            copy.copper[1].remove(one)
        copy.plants.append(Plant('fiducials', ('fiducials',), 'top', value=0.0))


WHOLE: dict[str, Callable[[Copy], None]] = {
    'outline-missing': outline_missing, 'missing-layer (mask)': missing_mask, 'missing-layer (inner)': missing_inner, 'mirrored-layer (copper)': mirrored_copper,
    'mirrored-layer (mask)': mirrored_mask, 'fiducials': fiducials,
}


# ---- judging

@dataclass
class Tally:
    planted: int = 0
    found: int = 0
    measured: int = 0
    exact: int = 0
    worst: float = 0.0
    unasked: int = 0
    extra: int = 0
    missed: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        for name in ('planted', 'found', 'measured', 'exact', 'unasked', 'extra'):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.worst = max(self.worst, other.worst)
        self.missed += other.missed


def key(place: Seen) -> tuple:
    return place.rule, place.layer, round(place.at.real, 4), round(place.at.imag, 4), round(place.value, 6)


def judge(package: str, plants: list[Plant], before: Checked, after: Checked, tallies: dict[str, Tally]) -> None:
    old = collections.Counter(key(place) for place in before.places)
    named_before = {(place.rule, place.text) for place in before.places}
    new = [place for place in after.places if key(place) not in old]
    for plant in plants:
        tally = tallies[plant.kind]
        tally.planted += 1
        if plant.names is not None:
            fits = [place for place in after.places if place.rule in plant.rules and re.search(rf'(?<![\w]){re.escape(plant.names)}(?![\w])', place.text)]
        elif plant.at is None and plant.along is None:
            fits = [place for place in new if place.rule in plant.rules and plant.layer in (None, place.layer)]
        else:
            fits = [place for place in new if place.rule in plant.rules and place.layer == plant.layer and plant.away(place.at) <= NEAR_MM]
        where = plant.names or (f'{plant.at:.3f}' if plant.at is not None else f'{plant.along.start:.3f} to {plant.along.end:.3f}' if plant.along else 'the board')
        if not fits:
            if all(rule in after.skipped for rule in plant.rules):
                tally.planted -= 1
                tally.unasked += 1
                tally.missed.append(f'{package}: {plant.kind} not looked for: {after.skipped[plant.rules[0]]}')
            else:
                tally.missed.append(f'{package}: {plant.kind} on {plant.layer} at {where} not found')
            continue
        tally.found += 1
        if plant.value is not None:
            off = min(abs(place.value - plant.value) for place in fits)
            tally.measured += 1
            tally.worst = max(tally.worst, off)
            tally.exact += off <= plant.tolerance
            if off > plant.tolerance:
                tally.missed.append(f'{package}: {plant.kind} on {plant.layer} at {where} is {plant.value:.6f}, found as {min(fits, key=lambda place: abs(place.value - plant.value)).value:.6f}')
    rules = {rule for plant in plants for rule in plant.rules}
    placed = [plant for plant in plants if plant.at is not None or plant.along is not None]
    if placed:
        for place in new:
            if place.rule in rules and all(plant.away(place.at) > ELSEWHERE_MM for plant in placed):
                tally = tallies[next(plant.kind for plant in plants if place.rule in plant.rules)]
                tally.extra += 1
                tally.missed.append(f'{package}: extra finding of {place.rule} on {place.layer} at {place.at:.3f}: {place.value:g}, {place.text[:100]}')


# ---- a package

def measure(turnkey: list[str], folder: str, count: int, seed: str, kinds: set[str] | None) -> tuple[dict[str, Tally], list[str]]:
    name, tallies = os.path.basename(folder.rstrip('/')), collections.defaultdict(Tally)
    wanted = lambda kind: kinds is None or any(kind.startswith(one) for one in kinds)
    with tempfile.TemporaryDirectory() as place:
        files = check(turnkey, folder, capability(os.path.join(place, 'none.yaml'), {'outline-missing': ('minimum', 0)})).files
        original = Copy(folder, files, random.Random(seed))
        limits = dict(LIMITS)
        widths = {'trace-width': usual_width(list(original.copper.values()), 1.0), 'legend-width': usual_width([file for (role, _), file in original.sheets.items() if role == 'legend'], 1.0)}
        widths = {kind: width for kind, width in widths.items() if width}
        limits.update({kind: ('minimum', width) for kind, width in widths.items()})
        limits_file = capability(os.path.join(place, 'planted.yaml'), limits)
        before = check(turnkey, folder, limits_file)

        def once(label: str, plant: Callable[[Copy], None]) -> None:
            target = os.path.join(place, 'copy')
            shutil.copytree(folder, target)
            copy = Copy(target, files, random.Random(f'{seed} {name} {label}'))
            copy.widths = widths
            plant(copy)
            copy.write()
            if copy.plants:
                judge(name, copy.plants, before, check(turnkey, target, limits_file), tallies)
            shutil.rmtree(target)

        def geometry(copy: Copy) -> None:
            for kind, into in GEOMETRY.items():
                if wanted(kind):
                    into(copy, count)

        once('geometry', geometry)
        if original.tables:
            for kind, into in (('placement-rotation', placement_rotation), ('placement-offset', placement_offset)):
                if wanted(kind):
                    once(kind, lambda copy, into=into: into(copy, count))
        for kind, into in WHOLE.items():
            if wanted(kind):
                once(kind, into)
    return tallies, [f'{name}: {note}' for note in original.notes]


def report(tallies: dict[str, Tally]) -> tuple[str, bool]:
    order = [*GEOMETRY, 'placement-rotation', 'placement-rotation, footprint used once or twice', 'placement-undeterminable', 'placement-offset', 'outline-missing', 'missing-layer', 'mirrored-layer', 'fiducials']
    rows, good = [['kind', 'planted', 'found', '', 'figure within 1 µm', 'farthest off (µm)', 'extra elsewhere', 'not looked for']], True
    for kind in sorted(tallies, key=lambda kind: order.index(kind) if kind in order else len(order)):
        one = tallies[kind]
        share = one.found / one.planted if one.planted else math.nan
        good &= not one.planted or (share >= LEAST_FOUND and one.exact == one.measured)
        rows.append([kind, one.planted, one.found, f'{share:.1%}' if one.planted else '–', f'{one.exact} of {one.measured}' if one.measured else '–',
                     f'{one.worst * 1000:.3f}' if one.measured else '–', one.extra, one.unasked or ''])
    return table(rows), good


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('packages', nargs='?')
    parser.add_argument('--sample', action='store_true')
    parser.add_argument('--self-test', action='store_true')
    parser.add_argument('--only')
    parser.add_argument('--per-kind', type=int, default=10)
    parser.add_argument('--seed', default='1')
    parser.add_argument('--kinds')
    parser.add_argument('--turnkey', default=TURNKEY)
    parser.add_argument('--list', action='store_true')
    parser.add_argument('--write')
    asked = parser.parse_args()
    turnkey = shlex.split(asked.turnkey)
    folders = [SAMPLE] if asked.sample or asked.self_test or not asked.packages else []
    if asked.packages and not asked.self_test:
        folders += [os.path.join(asked.packages, name) for name in package_names(asked.packages) if os.path.isdir(os.path.join(asked.packages, name)) and (not asked.only or name in asked.only.split(','))]
    kinds = set(MAIN) if asked.self_test else set(asked.kinds.split(',')) if asked.kinds else None
    count = 5 if asked.self_test else asked.per_kind
    total, notes = collections.defaultdict(Tally), []
    for folder in folders:
        begin = time.perf_counter()
        tallies, remarks = measure(turnkey, folder, count, asked.seed, kinds)
        notes += remarks
        for kind, tally in tallies.items():
            total[kind].add(tally)
        print(f'{os.path.basename(folder)}: {sum(one.found for one in tallies.values())} of {sum(one.planted for one in tallies.values())} ({time.perf_counter() - begin:.0f} s)', file=sys.stderr, flush=True)
    text, good = report(total)
    print(text)
    if asked.self_test:
        missing = [kind for kind in MAIN if total[kind.split(' (')[0]].planted == 0]
        print(f"nothing planted of {', '.join(missing)}" if missing else 'self-test passed' if good else 'self-test failed')
        good &= not missing
    if asked.list or asked.self_test and not good:
        print('\n'.join(line for one in total.values() for line in one.missed))
        print('\n'.join(notes))
    if asked.write:
        write_section(asked.write, 'defects', f'## Planted defects\n\n`bench/defects.py` on {len(folders)} packages, at most {asked.per_kind} defects of a kind in each, seed {asked.seed}; {machine()}.\n\n{text}')
    return 0 if good else 1


if __name__ == '__main__':
    sys.exit(main())
