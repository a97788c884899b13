"""A copy of a package to plant defects into: its layers by what they are, and what was planted so far. Lengths are millimetres, points complex numbers."""
from __future__ import annotations
import collections, math, os, random
from dataclasses import dataclass

from plotter import NotCovered
from primitives import Edge

from .files import CentroidTable, DrillFile, Feature, GerberFile, Hit, to_segment

EXACT = 0.001
BELOW = 0.010                  # how far a planted value is below its limit
APART_MM = 1.5                 # between two defects of one copy

SPACE, RING, DRILL, HOLES, BARE, EDGE, WEB, INK = 0.1, 0.05, 0.15, 0.15, 0.15, 0.2, 0.06, 0.1
WALL, HOLE_EDGE, BARE_DRILL, SLOT, MASK, FOREIGN, CUTOUT, MILL = 0.3, 0.5, 0.4, 0.5, 0.02, 0.05, 0.2, 0.8
NECK, CORNER, STENCIL, GAP, REGISTERED = 0.1, 50.0, 0.42, 0.001, 0.02
WIDEST, SHORTEST, HALF_HOLE, ROUNDED, DEFINED, TENTED, NAIL, NEEDLE = 6.0, 2.0, 0.6, 0.3, 0.05, 0.1, 0.5, 0.35

LIMITS = {
    'spacing': ('minimum', SPACE), 'same-net-spacing': ('minimum', SPACE), 'annular-ring': ('minimum', RING), 'drill-size': ('minimum', DRILL),
    'hole-to-hole': ('minimum', HOLES), 'same-net-hole-to-hole': ('minimum', HOLES), 'npth-to-copper': ('minimum', BARE), 'copper-to-edge': ('minimum', EDGE),
    'pth-to-copper': ('minimum', WALL), 'hole-to-edge': ('minimum', HOLE_EDGE), 'hole-overlap': ('minimum', 0), 'npth-drill-size': ('minimum', BARE_DRILL),
    'slot-width': ('minimum', SLOT), 'npth-slot-width': ('minimum', SLOT), 'copper-to-cutout': ('minimum', CUTOUT), 'cutout-width': ('minimum', MILL), 'copper-sliver': ('minimum', NECK),
    'acid-trap': ('minimum', CORNER), 'open-end': ('preferred', 0), 'mask-clearance': ('minimum', MASK), 'mask-exposes': ('minimum', FOREIGN), 'mask-ganged': ('preferred', 0),
    'mask-missing': ('minimum', 0), 'mask-web': ('minimum', WEB), 'legend-on-pad': ('minimum', INK), 'copper-island': ('preferred', 0),
    'paste-missing': ('preferred', 0), 'paste-extra': ('preferred', 0), 'paste-area-ratio': ('minimum', STENCIL), 'via-in-pad': ('preferred', 0),
    'placement-rotation': ('maximum', 1), 'placement-undeterminable': ('preferred', 0), 'placement-offset': ('maximum', 0.15), 'placement-missing-pads': ('preferred', 0),
    'outline-missing': ('minimum', 0), 'outline-gap': ('maximum', GAP), 'outline-crossing': ('minimum', 0), 'missing-layer': ('minimum', 0), 'missing-legend': ('preferred', 0),
    'drill-largest': ('maximum', WIDEST), 'slot-length': ('minimum', SHORTEST), 'castellation': ('minimum', HALF_HOLE), 'edge-plating': ('preferred', 0),
    'inner-corner': ('minimum', ROUNDED), 'mask-overlap': ('minimum', DEFINED), 'mask-on-via': ('minimum', TENTED), 'thermal-spokes': ('minimum', 2),
    'probe-size': ('minimum', NAIL), 'flying-probe-size': ('minimum', NEEDLE),
    'mirrored-layer': ('minimum', 0), 'registration': ('maximum', REGISTERED), 'fiducials': ('minimum', 9), 'net-access': ('minimum', 100),
}
"""What the planted values break, by rule."""


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
        self.has_unread_holes = False
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
                elif role == 'drill':
                    self.has_unread_holes = True
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
                self.has_unread_holes |= role == 'drill'
                self.notes.append(f"{one['path']}: {why}")
        self.hits = [(hit, file) for file in self.plated + self.bare for hit in file.hits]
        self.bounds = self.extent()
        self.lines = [(a, b) for one in (self.outline.features if self.outline else []) if one.path
                      for points in [[*one.path.points(0.001), one.path.end]] for a, b in zip(points, points[1:])]
        # An outline that is drawn twice, or open, does not tell inside from outside: most holes and pads lie on the board.
        known = [hit.at for hit, _ in self.hits] + [one.at for layer in self.copper.values() for one in layer.features if one.kind == 'flash']
        if 2 * sum(map(self.is_on_board, known)) <= len(known):
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
            if drill.added or drill.removed or drill.shifted:
                drill.write()

    def free_place(self, reach: float, sheets: list[GerberFile], or_areas: bool = False) -> complex | None:
        """Some place of the board around which the sheets have nothing, or areas at most, and no hole is; none where there may be holes that were not read."""
        for _ in range(400 if self.bounds and not self.has_unread_holes else 0):
            at = complex(self.rng.uniform(self.bounds[0] + 1.5, self.bounds[2] - 1.5), self.rng.uniform(self.bounds[1] + 1.5, self.bounds[3] - 1.5))
            if self.is_free(at) and self.no_hole(at, reach) and self.outline.nearest(at, reach) >= reach and all(sheet.nearest(at, reach, tuple(one for one in sheet.around(at, reach) if or_areas and one.kind == 'region')) >= reach for sheet in sheets):
                return at
        return None

    def mask_of(self, number: int) -> GerberFile | None:
        """Over a copper layer."""
        return self.sheets.get(('soldermask', 'top' if number == 1 else 'bottom' if number == max(self.copper) else 'inner'))
