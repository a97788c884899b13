"""Distances on a board as KiCad has it (copper.json of bench/kicad_board.py): shapes are a line or an area with a radius around it. Lengths are nanometres."""
from __future__ import annotations
import math
from dataclasses import dataclass, field
from typing import Iterable, Iterator

CELL = 500_000
"""Side of the squares by which segments are found."""

Segment = tuple[float, float, float, float]


ROW = 100_000
"""Height of the strips by which the edges are found that a line from a place may cross."""


@dataclass
class Shape:
    """Segments and what lies within the radius of them; an area holds what is inside its rings, too."""
    segments: list[Segment]
    radius: float
    rings: list[list[list[float]]] = field(default_factory=list)
    rows: dict[int, list[Segment]] = field(default_factory=dict)

    @staticmethod
    def of(data: dict) -> Shape:
        if 'path' in data:
            points = data['path']
            pairs = list(zip(points, points[1:])) or [(points[0], points[0])]
            return Shape([(*a, *b) for a, b in pairs], data['radius'])
        rings = data['rings']
        return Shape([(*a, *b) for ring in rings for a, b in zip(ring, [*ring[1:], ring[0]]) if a != b], data['radius'], rings)

    def holds(self, x: float, y: float) -> bool:
        """Inside the rings, each of which turns inside out."""
        if not self.rows:
            for one in self.segments:
                for row in range(math.floor(min(one[1], one[3]) / ROW), math.floor(max(one[1], one[3]) / ROW) + 1):
                    self.rows.setdefault(row, []).append(one)
        inside = False
        for ax, ay, bx, by in self.rows.get(math.floor(y / ROW), ()):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                inside = not inside
        return inside

    def from_place(self, x: float, y: float) -> float:
        """How far a place is from it; 0 inside."""
        distance = max(0.0, min(to_segment(x, y, one) for one in self.segments) - self.radius)
        return 0.0 if distance > 0 and self.rings and self.holds(x, y) else distance


def nearest_on(x: float, y: float, segment: Segment) -> tuple[float, float]:
    ax, ay, bx, by = segment
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    share = 0.0 if length == 0 else min(1.0, max(0.0, ((x - ax) * dx + (y - ay) * dy) / length))
    return ax + share * dx, ay + share * dy


def to_segment(x: float, y: float, segment: Segment) -> float:
    px, py = nearest_on(x, y, segment)
    return math.hypot(x - px, y - py)


def side(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def between(s: Segment, t: Segment) -> tuple[float, tuple[float, float], tuple[float, float]]:
    """Distance of two segments, and where on each."""
    a, b, c, d = s[:2], s[2:], t[:2], t[2:]
    if side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0:
        one, other = side(c, d, a), side(c, d, b)
        share = one / (one - other)
        cross = a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])
        return 0.0, cross, cross
    best = (math.inf, a, c)
    for place, segment, turned in ((a, t, False), (b, t, False), (c, s, True), (d, s, True)):
        foot = nearest_on(*place, segment)
        distance = math.hypot(place[0] - foot[0], place[1] - foot[1])
        if distance < best[0]:
            best = (distance, foot, place) if turned else (distance, place, foot)
    return best


@dataclass
class Item:
    """Something of the board: its shapes by layer, and what KiCad says of it."""
    number: int
    data: dict
    layers: dict[int, list[Shape]]

    @property
    def kind(self) -> str:
        return self.data['kind']

    @property
    def net(self) -> str:
        return self.data['net']

    @property
    def hole(self) -> Shape | None:
        return Shape.of(self.data['hole']) if 'hole' in self.data else None

    @property
    def is_plated(self) -> bool:
        return 'hole' in self.data and self.data['hole']['plated']

    def from_place(self, layer: int, x: float, y: float) -> float:
        return min((shape.from_place(x, y) for shape in self.layers.get(layer, ())), default=math.inf)

    def __str__(self) -> str:
        return f"{self.data['text']} at {self.data['at'][0] / 1e6:.4f}, {self.data['at'][1] / 1e6:.4f}"


class Copper:
    """The items of a board, with an index of their segments by layer."""

    def __init__(self, data: dict) -> None:
        self.count = data['copperLayers']
        self.items = [Item(number, one, {int(layer): [Shape.of(shape) for shape in shapes] for layer, shapes in one['layers'].items()}) for number, one in enumerate(data['items'])]
        self.edges = [Item(-1 - number, one, {0: [Shape.of({'path': one['path'], 'radius': 0})]}) for number, one in enumerate(data['edges'])]
        self.openings = {int(layer): [Shape.of(shape) for shape in shapes] for layer, shapes in data['openings'].items()}
        self.by_text: dict[str, list[Item]] = {}
        for item in [*self.items, *self.edges]:
            self.by_text.setdefault(item.data['text'], []).append(item)
        self.cells: dict[tuple[int, int, int], set[tuple[int, int, int]]] = {}
        for item in [*self.items, *self.edges]:
            for layer, shapes in item.layers.items():
                for i, shape in enumerate(shapes):
                    for j, segment in enumerate(shape.segments):
                        for cell in cells_of(segment, shape.radius):
                            self.cells.setdefault((layer, *cell), set()).add((item.number, i, j))

    def __getitem__(self, number: int) -> Item:
        return self.items[number] if number >= 0 else self.edges[-1 - number]

    def named(self, text: str, x: float, y: float) -> list[Item]:
        """What a report means by a name and a place, which it gives to a tenth of a micrometre."""
        return [item for item in self.by_text.get(text, ()) if abs(item.data['at'][0] - x) <= 101 and abs(item.data['at'][1] - y) <= 101]

    def near(self, layer: int, x: float, y: float, reach: float) -> set[int]:
        """Numbers of the items within reach of a place; areas whose inside alone is there are left out."""
        found = set()
        for number, i, j in self.entries(layer, (x, y, x, y), reach):
            shape = self[number].layers[layer][i]
            if number not in found and to_segment(x, y, shape.segments[j]) - shape.radius <= reach:
                found.add(number)
        return found

    def place_to(self, item: Item, layer: int, x: float, y: float, reach: float) -> float:
        """How far a place is from the outline of an item; infinite beyond the reach."""
        best, (left, bottom, right, top) = math.inf, item.data['box']
        if x < left - reach or x > right + reach or y < bottom - reach or y > top + reach:
            return best
        for shape, segment in self.segments_near(layer, (x, y, x, y), reach, item, item.layers.get(layer, [])):
            best = min(best, max(0.0, to_segment(x, y, segment) - shape.radius))
        return best if best <= reach else math.inf

    def entries(self, layer: int, segment: Segment, reach: float) -> Iterable[tuple[int, int, int]]:
        found: set[tuple[int, int, int]] = set()
        for cell in cells_of(segment, reach):
            found |= self.cells.get((layer, *cell), set())
        return found

    def around(self, layer: int, shapes: list[Shape], reach: float) -> set[int]:
        """Numbers of the items whose outlines come within reach of shapes."""
        found = set()
        for shape in shapes:
            for segment in shape.segments:
                for number, i, j in self.entries(layer, segment, shape.radius + reach):
                    if number not in found:
                        other = self[number].layers[layer][i]
                        if between(segment, other.segments[j])[0] - shape.radius - other.radius <= reach:
                            found.add(number)
        return found

    def approach(self, layer: int, shapes: list[Shape], other: Item, reach: float) -> tuple[float, tuple[float, float]]:
        """Least distance of shapes to an item on a layer, and the middle of the gap; infinite beyond the reach."""
        best, place = math.inf, (0.0, 0.0)
        theirs = other.layers.get(layer, [])
        for shape in shapes:
            for there in theirs:
                if shape.rings and there.segments and shape.holds(*there.segments[0][:2]) or there.rings and shape.segments and there.holds(*shape.segments[0][:2]):
                    return 0.0, tuple(shape.segments[0][:2])
            for segment in shape.segments:
                for there, other_segment in self.segments_near(layer, segment, shape.radius + reach, other, theirs):
                    distance, p, q = between(segment, other_segment)
                    gap = distance - shape.radius - there.radius
                    if gap < best:
                        share = 0.5 if distance == 0 else min(1.0, max(0.0, (shape.radius + gap / 2) / distance))
                        best, place = gap, (p[0] + share * (q[0] - p[0]), p[1] + share * (q[1] - p[1]))
        return (max(0.0, best), place) if best <= reach else (math.inf, place)

    def segments_near(self, layer: int, segment: Segment, reach: float, other: Item, theirs: list[Shape]) -> Iterator[tuple[Shape, Segment]]:
        few = 40
        if sum(len(shape.segments) for shape in theirs) <= few:
            yield from ((shape, one) for shape in theirs for one in shape.segments)
            return
        for number, i, j in self.entries(layer, segment, reach):
            if number == other.number:
                yield theirs[i], theirs[i].segments[j]


def cells_of(segment: Segment, grow: float) -> Iterator[tuple[int, int]]:
    """The squares that a segment with a radius comes into, some beside it as well."""
    ax, ay, bx, by = segment
    parts = max(1, math.ceil(max(abs(bx - ax), abs(by - ay)) / CELL))
    last: set[tuple[int, int]] = set()
    for k in range(parts):
        x1, x2 = ax + (bx - ax) * k / parts, ax + (bx - ax) * (k + 1) / parts
        y1, y2 = ay + (by - ay) * k / parts, ay + (by - ay) * (k + 1) / parts
        if x1 > x2:
            x1, x2 = x2, x1
        if y1 > y2:
            y1, y2 = y2, y1
        now = {(i, j) for i in range(math.floor((x1 - grow) / CELL), math.floor((x2 + grow) / CELL) + 1) for j in range(math.floor((y1 - grow) / CELL), math.floor((y2 + grow) / CELL) + 1)}
        yield from now - last
        last = now
