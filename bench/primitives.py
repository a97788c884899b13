"""Exact shapes of a Gerber layer: discs, capsules, arcs swept by a disc, contours with arcs. Part of the independent evaluation of bench/exact.py.

Points are complex numbers in millimetres. Every shape says which parts of a straight line it covers, computed from the shape itself in double arithmetic
(nothing is flattened), and gives an outline with a chosen chord error for booleans.
"""
from __future__ import annotations
import cmath, math
from dataclasses import dataclass
from typing import Iterable, NamedTuple, Union

TAU = 2 * math.pi


class Similarity(NamedTuple):
    """z → scale × z + shift, z conjugated first where mirrored."""
    scale: complex
    shift: complex
    mirrored: bool = False

    def __call__(self, point: complex) -> complex:
        return self.scale * (point.conjugate() if self.mirrored else point) + self.shift


class Span(NamedTuple):
    """Part of a line, by the distance from its point."""
    start: float
    end: float


def union(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def less(spans: Iterable[Span], taken: Iterable[Span]) -> list[Span]:
    """What is left of disjoint spans when others are taken away."""
    left = list(spans)
    for cut in taken:
        left = [piece for span in left for piece in (Span(span.start, min(span.end, cut.start)), Span(max(span.start, cut.end), span.end)) if piece.end > piece.start]
    return left


def wound(crossings: list[tuple[float, int]]) -> list[Span]:
    """Spans between crossings of the real axis where the winding number is not zero."""
    spans, winding, start = [], 0, 0.0
    for at, turn in sorted(crossings):
        if winding == 0:
            start = at
        winding += turn
        if winding == 0:
            spans.append(Span(start, at))
    return union(span for span in spans if span.end > span.start)


def circle_steps(radius: float, chord_error: float) -> int:
    """Chords of a whole circle that stay within an error; a multiple of four."""
    if radius <= chord_error:
        return 8
    return max(8, 4 * math.ceil(TAU / (2 * math.acos(1 - chord_error / radius)) / 4))


def even_area(steps: int) -> float:
    """By how much a polygon's radius has to grow to have its circle's area."""
    return math.sqrt(TAU / steps / math.sin(TAU / steps))


@dataclass(frozen=True)
class Disc:
    centre: complex
    radius: float

    def moved(self, by: Similarity) -> Disc:
        return Disc(by(self.centre), self.radius * abs(by.scale))

    def on_axis(self) -> list[Span]:
        if self.radius <= abs(self.centre.imag):
            return []
        half = math.sqrt(self.radius ** 2 - self.centre.imag ** 2)
        return [Span(self.centre.real - half, self.centre.real + half)]

    def box(self) -> tuple[float, float, float, float]:
        return self.centre.real - self.radius, self.centre.imag - self.radius, self.centre.real + self.radius, self.centre.imag + self.radius

    def rings(self, chord_error: float) -> list[list[complex]]:
        if self.radius <= 0:
            return []
        steps = circle_steps(self.radius, chord_error)
        radius = self.radius * even_area(steps)
        return [[self.centre + cmath.rect(radius, TAU * i / steps) for i in range(steps)]]


@dataclass(frozen=True)
class Capsule:
    """All within a radius of a straight line."""
    start: complex
    end: complex
    radius: float

    def moved(self, by: Similarity) -> Capsule:
        return Capsule(by(self.start), by(self.end), self.radius * abs(by.scale))

    def on_axis(self) -> list[Span]:
        along = self.end - self.start
        side = 1j * self.radius * along / abs(along)
        spans = [*Disc(self.start, self.radius).on_axis(), *Disc(self.end, self.radius).on_axis(),
                 *Polygon((self.start - side, self.end - side, self.end + side, self.start + side)).on_axis()]
        # It is convex: one span, whatever rounding leaves between the three.
        return [Span(min(span.start for span in spans), max(span.end for span in spans))] if spans else []

    def box(self) -> tuple[float, float, float, float]:
        return joined([Disc(self.start, self.radius).box(), Disc(self.end, self.radius).box()])

    def rings(self, chord_error: float) -> list[list[complex]]:
        if self.radius <= 0:
            return []
        half = circle_steps(self.radius, chord_error) // 2
        # The ends of each half circle lie on it, so that the sides are where they should be; the rest is as large as the half circle.
        grown = self.radius * even_area(2 * half)
        turn = cmath.phase(self.end - self.start) - TAU / 4
        radius = lambda i: self.radius if i in (0, half) else grown
        round_end = [self.end + cmath.rect(radius(i), turn + TAU / 2 * i / half) for i in range(half + 1)]
        round_start = [self.start + cmath.rect(radius(i), turn + TAU / 2 + TAU / 2 * i / half) for i in range(half + 1)]
        return [round_end + round_start]


@dataclass(frozen=True)
class Polygon:
    """Corners of a closed outline, filled where it winds around."""
    corners: tuple[complex, ...]

    def moved(self, by: Similarity) -> Polygon:
        return Polygon(tuple(map(by, self.corners)))

    def on_axis(self) -> list[Span]:
        crossings = []
        for start, end in zip(self.corners, self.corners[1:] + self.corners[:1]):
            crossings += line_crossing(start, end)
        return wound(crossings)

    def box(self) -> tuple[float, float, float, float]:
        return around(self.corners)

    def rings(self, chord_error: float) -> list[list[complex]]:
        return [list(self.corners)]


class Edge(NamedTuple):
    """Part of a contour: straight, or an arc around a centre. An arc that ends where it starts is a whole circle."""
    start: complex
    end: complex
    centre: complex | None = None
    left: bool = True  # counter-clockwise

    def moved(self, by: Similarity) -> Edge:
        return Edge(by(self.start), by(self.end), None if self.centre is None else by(self.centre), self.left != by.mirrored)

    @property
    def radius(self) -> float:
        """Mean of both ends: coordinates are rounded."""
        return (abs(self.start - self.centre) + abs(self.end - self.centre)) / 2

    @property
    def sweep(self) -> float:
        """Angle from start to end in its direction, from just above 0 to a full turn; negative clockwise."""
        if self.start == self.end:
            return TAU if self.left else -TAU
        angle = cmath.phase((self.end - self.centre) / (self.start - self.centre))
        if self.left:
            return angle if angle > 0 else angle + TAU
        return angle if angle < 0 else angle - TAU

    def at(self, part: float) -> complex:
        """The point after a part of the sweep, its radius going evenly from that of the start to that of the end."""
        radius = abs(self.start - self.centre) * (1 - part) + abs(self.end - self.centre) * part
        return self.centre + cmath.rect(radius, cmath.phase(self.start - self.centre) + self.sweep * part)

    def crossings(self) -> list[tuple[float, int]]:
        """Where it crosses the real axis, and whether upwards (+1) or downwards (−1)."""
        return line_crossing(self.start, self.end) if self.centre is None else arc_crossings(self)

    def points(self, chord_error: float) -> list[complex]:
        """From the start, without the end."""
        if self.centre is None:
            return [self.start]
        steps = max(1, math.ceil(circle_steps(self.radius, chord_error) * abs(self.sweep) / TAU))
        # Between its ends it goes as far outside as its chords go inside, so that the area is true.
        grown = even_area(math.ceil(TAU / abs(self.sweep) * steps))
        return [self.start, *(self.centre + (self.at(i / steps) - self.centre) * grown for i in range(1, steps))]


def line_crossing(start: complex, end: complex) -> list[tuple[float, int]]:
    # A point on the axis counts as above it, so that a corner there is crossed once or not at all.
    above, below = start.imag >= 0, end.imag >= 0
    if above == below:
        return []
    return [(start.real - start.imag * (end.real - start.real) / (end.imag - start.imag), -1 if above else 1)]


def arc_crossings(arc: Edge) -> list[tuple[float, int]]:
    """An arc is cut at its highest and lowest points; each piece crosses the axis once at most, on one side of the centre."""
    first, sweep = cmath.phase(arc.start - arc.centre), arc.sweep
    cuts = [0.0, 1.0]
    for turn in range(-3, 4):
        part = (TAU / 4 + turn * TAU / 2 - first) / sweep
        if 0 < part < 1:
            cuts.append(part)
    cuts.sort()
    points = [arc.start, *(arc.at(part) for part in cuts[1:-1]), arc.end]
    reach = math.sqrt(max(0.0, arc.radius ** 2 - arc.centre.imag ** 2))
    found = []
    for start, end, low, high in zip(points, points[1:], cuts, cuts[1:]):
        if (start.imag >= 0) != (end.imag >= 0):
            right = math.cos(first + sweep * (low + high) / 2) > 0
            found.append((arc.centre.real + (reach if right else -reach), -1 if start.imag >= 0 else 1))
    return found


@dataclass(frozen=True)
class Contour:
    """A closed outline of straight lines and arcs, filled where it winds around."""
    edges: tuple[Edge, ...]

    def moved(self, by: Similarity) -> Contour:
        return Contour(tuple(edge.moved(by) for edge in self.edges))

    def on_axis(self) -> list[Span]:
        return wound([crossing for edge in self.edges for crossing in edge.crossings()])

    def box(self) -> tuple[float, float, float, float]:
        points = [edge.start for edge in self.edges]
        for edge in self.edges:
            if edge.centre is not None:
                points += [edge.at(i / 64) for i in range(1, 64)]
        left, bottom, right, top = around(points)
        # A sixty-fourth of a turn leaves at most this between two points of an arc.
        slack = max((edge.radius * 0.00125 for edge in self.edges if edge.centre is not None), default=0.0)
        return left - slack, bottom - slack, right + slack, top + slack

    def rings(self, chord_error: float) -> list[list[complex]]:
        return [[point for edge in self.edges for point in edge.points(chord_error)]]


@dataclass(frozen=True)
class Sweep:
    """All within a radius of an arc."""
    arc: Edge
    radius: float

    def moved(self, by: Similarity) -> Sweep:
        return Sweep(self.arc.moved(by), self.radius * abs(by.scale))

    @property
    def parts(self) -> tuple[Shape, ...]:
        """Both round ends, and what lies between two concentric arcs."""
        arc = self.arc
        middle, outer, inner = arc.radius, arc.radius + self.radius, arc.radius - self.radius
        if arc.start == arc.end:
            return (Composite(((True, Disc(arc.centre, outer)), (False, Disc(arc.centre, max(inner, 0.0))))),)
        from_centre = (arc.start - arc.centre) / abs(arc.start - arc.centre), (arc.end - arc.centre) / abs(arc.end - arc.centre)
        start, end = (arc.centre + outer * one for one in from_centre)
        near_start, near_end = (arc.centre + max(inner, 0.0) * one for one in from_centre)
        back = (Edge(near_end, near_start, arc.centre, not arc.left),) if inner > 0 else ()
        sector = Contour((Edge(start, end, arc.centre, arc.left), Edge(end, near_end), *back, Edge(near_start, start)))
        return Disc(arc.centre + middle * from_centre[0], self.radius), Disc(arc.centre + middle * from_centre[1], self.radius), sector

    def on_axis(self) -> list[Span]:
        return union(span for part in self.parts for span in part.on_axis())

    def box(self) -> tuple[float, float, float, float]:
        return joined([part.box() for part in self.parts])


@dataclass(frozen=True)
class Composite:
    """Shapes painted over one another, dark or clear; what is clear takes nothing away but from the parts before it."""
    parts: tuple[tuple[bool, 'Shape'], ...]

    def moved(self, by: Similarity) -> Composite:
        return Composite(tuple((dark, part.moved(by)) for dark, part in self.parts))

    def on_axis(self) -> list[Span]:
        return painted((dark, part.on_axis()) for dark, part in self.parts)

    def box(self) -> tuple[float, float, float, float]:
        return joined([part.box() for dark, part in self.parts if dark])


Shape = Union[Disc, Capsule, Polygon, Contour, Sweep, Composite]


def painted(layers: Iterable[tuple[bool, list[Span]]]) -> list[Span]:
    """What is dark after painting spans in their order."""
    dark: list[Span] = []
    for is_dark, spans in layers:
        dark = union([*dark, *spans]) if is_dark else less(dark, spans)
    return dark


def along(shape: Shape, origin: complex, direction: complex) -> list[Span]:
    """What the shape covers of the line through a point in a direction of length one."""
    turn = direction.conjugate()
    return shape.moved(Similarity(turn, -origin * turn)).on_axis()


def around(points: Iterable[complex]) -> tuple[float, float, float, float]:
    points = list(points)
    across, up = [point.real for point in points], [point.imag for point in points]
    return min(across), min(up), max(across), max(up)


def joined(boxes: list[tuple[float, float, float, float]]) -> tuple[float, float, float, float]:
    if not boxes:
        return math.inf, math.inf, -math.inf, -math.inf
    return min(box[0] for box in boxes), min(box[1] for box in boxes), max(box[2] for box in boxes), max(box[3] for box in boxes)
