#!/usr/bin/python3
"""Compares Turnkey's copper areas, widths and gaps with an exact evaluation that shares nothing with it.

usage: exact.py PACKAGES [--turnkey PATH] [--samples N] [--jobs N] [--write docs/benchmarks.md]
       exact.py --self-test

The evaluation reads the Gerber files of copper with plotter.py (written from the specification) and keeps discs, capsules, arcs and contours as they are.
Areas: unions with shapely, arcs within 0.05 µm, circles with their true area; against `drawnMm2` of `turnkey inspect --nets --json`.
Widths and gaps: at N places a layer (50; fixed seed), a row or column through the place is covered, or free, for a length that follows from the shapes
in double arithmetic; against the run of pixels that `turnkey render --binary` shows there, 0.1 µm a pixel. Runs are between 0.01 and 0.4 mm. A place where
the edge nearly runs along the row is left out: there a length is not defined to a micrometre.
Smallest gaps: at each place that Turnkey names, the shortest free chord through it, over all directions.
Needs Debian's python3-shapely and python3-numpy. Exit code 1 when a bar of the page is missed.
"""
from __future__ import annotations
import argparse, cmath, json, math, multiprocessing, os, random, struct, sys, tempfile, zlib
from typing import Iterable, NamedTuple

import numpy
from shapely.geometry import LineString, MultiPolygon, Polygon as Ring
from shapely.ops import polygonize, unary_union

import plotter
from plotter import NotCovered, Painted
from primitives import Capsule, Composite, Contour, Polygon, Shape, Span, Sweep, along, less, painted
from report import TURNKEY, machine, package_names, run, table, write_section

CHORD_MM = 0.00005
AREA_BAR = 0.0005
LENGTH_BAR_UM = 1.0
LEAST_MM, MOST_MM = 0.01, 0.4
REACH_MM = 0.5
PIXEL_NM = 100
SEED = 20240501


# ---- areas

def region(shape: Shape):
    """The shape as a shapely area."""
    if isinstance(shape, Composite):
        area = MultiPolygon()
        for dark, part in shape.parts:
            area = area.union(region(part)) if dark else area.difference(region(part))
        return area
    if isinstance(shape, Sweep):
        return unary_union([region(part) for part in shape.parts])
    return unary_union([filled(ring) for ring in shape.rings(CHORD_MM)])


def filled(ring: list[complex]):
    """What a closed line winds around. Lines that meet themselves are cut into faces, of which those with a winding number other than 0 remain."""
    distinct = [point for point, before in zip(ring, ring[-1:] + ring[:-1]) if point != before]
    if len(distinct) < 3:
        return MultiPolygon()
    corners = [(point.real, point.imag) for point in distinct]
    simple = Ring(corners)
    if simple.is_valid:
        return simple
    faces = list(polygonize(unary_union(LineString(corners + corners[:1]))))
    points = numpy.array(distinct)
    return unary_union([face for face in faces if winding(points, complex(*face.representative_point().coords[0])) != 0])


def winding(ring: numpy.ndarray, point: complex) -> int:
    start, end = ring - point, numpy.roll(ring, -1) - point
    crossing = (start.imag >= 0) != (end.imag >= 0)
    start, end = start[crossing], end[crossing]
    right = start.real - start.imag * (end.real - start.real) / (end.imag - start.imag) > 0
    return int(numpy.where(end.imag[right] >= 0, 1, -1).sum())


def copper(objects: Iterable[Painted]):
    """The layer's area: runs of one polarity at a time, in painter's order."""
    area, pending, dark = MultiPolygon(), [], True
    for one in [*objects, None]:
        if one is None or one.dark != dark:
            whole = unary_union(pending)
            area = area.union(whole) if dark else area.difference(whole)
            pending, dark = [], not dark
        if one is not None:
            pending.append(region(one.shape))
    return area


# ---- lengths

class Layer:
    """A painter's list that is asked what is covered near a place."""

    def __init__(self, objects: list[Painted]):
        self.objects = objects
        self.boxes = numpy.array([one.shape.box() for one in objects]).reshape(-1, 4)

    def near(self, place: complex, reach: float) -> list[Painted]:
        left, bottom, right, top = self.boxes.T
        hit = (left <= place.real + reach) & (right >= place.real - reach) & (bottom <= place.imag + reach) & (top >= place.imag - reach)
        return [self.objects[i] for i in numpy.flatnonzero(hit)]


def covered(objects: list[Painted], place: complex, direction: complex) -> list[Span]:
    return painted((one.dark, along(one.shape, place, direction)) for one in objects)


def chord(objects: list[Painted], place: complex, direction: complex, dark: bool) -> Span | None:
    """The covered or free stretch around a place; None where the place is not what it is asked for. The reach of `objects` bounds it."""
    spans = covered(objects, place, direction)
    if not dark:
        spans = less([Span(-REACH_MM, REACH_MM)], spans)
    return next((span for span in spans if span.start < 0 < span.end), None)


def shortest_free(layer: Layer, place: complex) -> float | None:
    """The shortest free chord through a place, over all directions: 1° apart first, then finer around the best."""
    objects = layer.near(place, REACH_MM * 1.5)
    length = lambda angle: (lambda span: math.inf if span is None else span.end - span.start)(chord(objects, place, cmath.rect(1, angle), dark=False))
    step = math.radians(1)
    best = min((i * step for i in range(180)), key=length)
    while step > 1e-7:
        best = min((best + i * step / 4 for i in range(-4, 5)), key=length)
        step /= 4
    return length(best) if length(best) < 2 * REACH_MM else None


# ---- places

class Place(NamedTuple):
    """Where a length is measured: in whole nanometres, along x or y; covered or free; the exact length in mm and its middle's distance from the place."""
    x: int
    y: int
    upright: bool
    dark: bool
    length: float
    middle: float

    @property
    def point(self) -> complex:
        return complex(self.x, self.y) / 1e6

    @property
    def direction(self) -> complex:
        return 1j if self.upright else 1 + 0j


def places(layer: Layer, count: int, seed: str) -> list[Place]:
    """Covered and free ones in turn, as far as there are any. A row or column is laid through an object taken at random; one of the stretches on it is taken at random, and a
    point on that."""
    chance, found = random.Random(f'{SEED} {seed}'), []
    drawn = [one.shape for one in layer.objects if one.dark]
    for attempt in range(count * 40):
        if len(found) == count or not drawn:
            break
        dark, direction = attempt % 2 == 0, chance.choice((1 + 0j, 1j))
        anchor = point_of(chance.choice(drawn), chance)
        if anchor is None:
            continue
        fitting = [span for span in stretches(layer.near(anchor, REACH_MM), anchor, direction, dark) if LEAST_MM <= span.end - span.start <= MOST_MM]
        if not fitting:
            continue
        span = chance.choice(fitting)
        point = anchor + direction * (span.start + (span.end - span.start) * chance.uniform(0.1, 0.9))
        place = judged(layer, round(point.real * 1e6), round(point.imag * 1e6), direction == 1j, dark)
        if place:
            found.append(place)
    return found


def point_of(shape: Shape, chance: random.Random) -> complex | None:
    """A point on or near the middle of a shape, or on its outline."""
    part = chance.random()
    if isinstance(shape, Composite):
        parts = [one for dark, one in shape.parts if dark]
        return point_of(chance.choice(parts), chance) if parts else None
    if isinstance(shape, Sweep):
        return shape.arc.at(part)
    if isinstance(shape, Contour):
        edge = chance.choice(shape.edges)
        return edge.start + (edge.end - edge.start) * part if edge.centre is None else edge.at(part)
    if isinstance(shape, Polygon):
        corner = chance.randrange(len(shape.corners))
        return shape.corners[corner - 1] + (shape.corners[corner] - shape.corners[corner - 1]) * part
    if isinstance(shape, Capsule):
        return shape.start + (shape.end - shape.start) * part
    return shape.centre + cmath.rect(shape.radius * part, chance.uniform(0, math.tau))


def stretches(objects: list[Painted], place: complex, direction: complex, dark: bool) -> list[Span]:
    """All covered or free stretches of a line that end within reach of a place."""
    within = [span for span in covered(objects, place, direction) if -REACH_MM < span.end and span.start < REACH_MM]
    if not dark:
        return [Span(before.end, after.start) for before, after in zip(within, within[1:])]
    return [span for span in within if -REACH_MM < span.start and span.end < REACH_MM]


def judged(layer: Layer, x: int, y: int, upright: bool, dark: bool) -> Place | None:
    """The place with its length, where that is defined well enough: a quarter of a micrometre to either side it is the same within 0.1 µm."""
    direction, point = (1j if upright else 1 + 0j), complex(x, y) / 1e6
    objects = layer.near(point, REACH_MM)
    spans = [chord(objects, point + side * 0.00025j * direction, direction, dark) for side in (0, -1, 1)]
    if any(span is None for span in spans):
        return None
    lengths = [span.end - span.start for span in spans]
    if not LEAST_MM <= lengths[0] <= MOST_MM or max(lengths) - min(lengths) > 0.0001 or min(abs(spans[0].start), spans[0].end) < 0.001:
        return None
    return Place(x, y, upright, dark, lengths[0], (spans[0].start + spans[0].end) / 2)


def pixel_run(turnkey: str, path: str, place: Place, png: str) -> float | None:
    """Length in mm of the run of equal pixels around the place in Turnkey's picture; None where the picture is not what it is asked for there."""
    pixels = round((place.length + 0.02) * 1e6 / PIXEL_NM)
    before = round((place.length / 2 + 0.01 - place.middle) * 1e6 / PIXEL_NM)
    # Three rows; the place is in the middle of the second one, half a pixel from the corner of its own.
    along_start, across_start = (place.y, place.x) if place.upright else (place.x, place.y)
    along_start, across_start = along_start - before * PIXEL_NM - PIXEL_NM // 2, across_start - 3 * PIXEL_NM // 2
    size = (3, pixels) if place.upright else (pixels, 3)
    corner = (across_start, along_start) if place.upright else (along_start, across_start)
    window = ','.join(f'{nanometres / 1e6:.6f}' for nanometres in (*corner, size[0] * PIXEL_NM, size[1] * PIXEL_NM))
    outcome = run([turnkey, 'render', path, '--png', png, '--dpi', f'{25_400_000 / PIXEL_NM:g}', '--binary', '--window', window])
    if outcome.code != 0:
        return None
    with open(png, 'rb') as file:
        rows = dark_rows(file.read())
    line = [row[1] for row in reversed(rows)] if place.upright else rows[1]
    if len(line) != pixels or line[before] != place.dark:
        return None
    start = end = before
    while start > 0 and line[start - 1] == place.dark:
        start -= 1
    while end + 1 < pixels and line[end + 1] == place.dark:
        end += 1
    return (end - start + 1) * PIXEL_NM / 1e6


def dark_rows(png: bytes) -> list[list[bool]]:
    """A small grey PNG, read here without a library: dark is below half."""
    if png[:8] != b'\x89PNG\r\n\x1a\n':
        raise ValueError('not a PNG')
    at, data = 8, b''
    while at < len(png):
        length, kind = struct.unpack('>I4s', png[at:at + 8])
        body = png[at + 8:at + 8 + length]
        at += 12 + length
        if kind == b'IHDR':
            width, height, depth, colour, _, _, interlaced = struct.unpack('>IIBBBBB', body)
            if colour != 0 or depth not in (1, 8) or interlaced:
                raise ValueError(f'a PNG of colour type {colour} and depth {depth}')
        elif kind == b'IDAT':
            data += body
    raw, stride = zlib.decompress(data), (width * depth + 7) // 8
    rows, above = [], bytes(stride)
    for i in range(height):
        above = unfiltered(raw[i * (stride + 1)], raw[i * (stride + 1) + 1:(i + 1) * (stride + 1)], above)
        rows.append([value < 128 for value in above] if depth == 8 else [not above[x >> 3] >> (7 - (x & 7)) & 1 for x in range(width)])
    return rows


def unfiltered(kind: int, row: bytes, above: bytes) -> bytes:
    result = bytearray(row)
    for i, value in enumerate(row):
        left, up, corner = (result[i - 1] if i else 0), above[i], (above[i - 1] if i else 0)
        guess = left + up - corner
        nearest = min((left, up, corner), key=lambda one: abs(guess - one))
        result[i] = (value + (0, left, up, (left + up) // 2, nearest)[kind]) & 255
    return bytes(result)


# ---- one layer, all layers

class Task(NamedTuple):
    turnkey: str
    package: str
    layer: int
    path: str
    name: str
    area: float | None
    gaps: list[dict]
    samples: int


class Measured(NamedTuple):
    """One layer: exact and Turnkey's area in mm²; differences of lengths in µm, each with its place; why something is missing."""
    package: str
    name: str
    exact_area: float | None
    area: float | None
    widths: list[tuple[float, str]]
    gaps: list[tuple[float, str]]
    smallest: list[tuple[float, str]]
    missing: list[str]


def measure(task: Task) -> Measured:
    missing: list[str] = []
    try:
        objects = plotter.read_file(task.path)
    except NotCovered as error:
        return Measured(task.package, task.name, None, task.area, [], [], [], [f'not covered by the exact evaluation: {error}'])
    layer, lengths = Layer(objects), {True: [], False: []}
    with tempfile.TemporaryDirectory() as folder:
        for place in places(layer, task.samples, f'{task.package} {task.name}'):
            seen = pixel_run(task.turnkey, task.path, place, os.path.join(folder, 'run.png'))
            where = f"({place.x / 1e6:.4f}, {place.y / 1e6:.4f}) along {'y' if place.upright else 'x'}, exactly {place.length * 1000:.2f} µm"
            if seen is None:
                missing.append(f"Turnkey shows no {'copper' if place.dark else 'gap'} at {where}")
            else:
                lengths[place.dark].append(((seen - place.length) * 1000, where))
    smallest = []
    for gap in task.gaps:
        exact = shortest_free(layer, complex(gap['xMm'], gap['yMm']))
        if gap['gapMm'] > REACH_MM:
            continue  # wider than is looked for here
        if exact is None:
            missing.append(f"no gap at ({gap['xMm']}, {gap['yMm']}), where Turnkey has one of {gap['gapMm'] * 1000:.2f} µm")
        else:
            smallest.append(((gap['gapMm'] - exact) * 1000, f"({gap['xMm']}, {gap['yMm']}), exactly {exact * 1000:.2f} µm"))
    return Measured(task.package, task.name, copper(objects).area, task.area, lengths[True], lengths[False], smallest, missing)


def tasks(turnkey: str, packages: str, samples: int) -> tuple[list[Task], list[str], list[str]]:
    """Every copper layer of every package as Turnkey assembles it; what failed; what is left out, as it belongs to a second board."""
    found, failed, left_out = [], [], []
    for package in package_names(packages):
        folder = os.path.join(packages, package)
        outcome = run([turnkey, 'inspect', folder, '--nets', '--json'])
        if outcome.code not in (0, 3):
            outcome = run([turnkey, 'inspect', folder, '--json'])
        try:
            result = json.loads(outcome.output)
        except ValueError:
            failed.append(f"{package}: no result: {outcome.error.decode('utf8', 'replace').strip()[-200:]}")
            continue
        facts = result.get('copper') or {}
        areas = {one['copperLayer']: one['drawnMm2'] for one in facts.get('layers', [])}
        if not areas:
            failed.append(f'{package}: Turnkey says no copper areas')
        paths = {os.path.relpath(os.path.join(place, name), folder): os.path.join(place, name) for place, _, names in os.walk(folder) for name in names}
        copper_files = [file for file in result['package']['files'] if file['role'] == 'copper' and file['format'] == 'gerber' and file.get('copperLayer') is not None]
        numbers = [file['copperLayer'] for file in copper_files]
        for file in copper_files:
            number = file['copperLayer']
            if numbers.count(number) > 1:
                left_out.append(f"{package}: {file['path']}: the package has several files for copper layer {number} (several boards or versions)")
                continue
            # Turnkey leaves out folders that all files share.
            path = next((path for name, path in sorted(paths.items()) if name == file['path'] or name.endswith('/' + file['path'])), None)
            if path is None:
                failed.append(f"{package}: {file['path']} is not a file of its own")
                continue
            gaps = [gap for gap in facts.get('smallestGaps', []) if gap['copperLayer'] == number]
            found.append(Task(turnkey, package, number, path, os.path.basename(path), areas.get(number), gaps, samples))
    return found, failed, left_out


def summary(what: str, lengths: list[tuple[float, str]], lines: list[str]) -> bool:
    """One line of figures; False where the bar is missed."""
    if not lengths:
        lines.append(f'- {what}: nothing measured')
        return False
    errors = sorted(abs(error) for error, _ in lengths)
    good = sum(error <= LENGTH_BAR_UM for error in errors)
    lines.append(f'- {what}: {good} of {len(errors)} within {LENGTH_BAR_UM:g} µm; median {errors[len(errors) // 2]:.3f} µm, worst {errors[-1]:.3f} µm')
    return good == len(errors)


def report(results: list[Measured], failed: list[str], left_out: list[str]) -> tuple[str, bool]:
    lines: list[str] = []
    worst = lambda lengths: f'{max((abs(error) for error, _ in lengths), default=math.nan):.3f}' if lengths else '–'
    compared = [(abs(one.area - one.exact_area) / one.exact_area if one.exact_area else float(one.area != 0), one)
                for one in results if one.exact_area is not None and one.area is not None]
    good = bool(compared) and all(error <= AREA_BAR for error, _ in compared)
    if compared:
        lines.append(f'- copper areas within {AREA_BAR:.2%}: {sum(error <= AREA_BAR for error, _ in compared)} of {len(compared)} layers; '
                     f'worst {max(error for error, _ in compared):.4%}')
    else:
        lines.append('- copper areas: nothing measured')
    bad = [(what, error, one, where) for one in results for what, lengths in (('width', one.widths), ('gap', one.gaps), ('smallest gap', one.smallest))
           for error, where in lengths if abs(error) > LENGTH_BAR_UM]
    good &= summary('widths at sampled places', [length for one in results for length in one.widths], lines)
    good &= summary('gaps at sampled places', [length for one in results for length in one.gaps], lines)
    good &= summary('smallest gaps that Turnkey names', [length for one in results for length in one.smallest], lines)
    rows = [['package', 'layer', 'exact area (mm²)', 'Turnkey (mm²)', 'difference', 'places', 'worst width (µm)', 'worst gap (µm)', 'smallest gap (µm)']]
    for one in results:
        both = one.exact_area and one.area is not None
        rows.append([one.package, one.name, '–' if one.exact_area is None else f'{one.exact_area:.4f}', '–' if one.area is None else f'{one.area:.4f}',
                     f'{(one.area - one.exact_area) / one.exact_area:+.4%}' if both else '–', str(len(one.widths) + len(one.gaps)), worst(one.widths), worst(one.gaps), worst(one.smallest)])
    text = '\n'.join(lines) + '\n\n' + table(rows)
    if bad:
        text += f'\n\nFurther apart than {LENGTH_BAR_UM:g} µm:\n\n' + '\n'.join(f'- {one.package}, {one.name}: {what} at {where}: Turnkey {error:+.2f} µm' for what, error, one, where in bad[:40])
        text += f'\n- and {len(bad) - 40} more' if len(bad) > 40 else ''
    remarks = failed + left_out + [f'{one.package}, {one.name}: {remark}' for one in results for remark in one.missing]
    if remarks:
        text += '\n\nNot measured:\n\n' + '\n'.join(f'- {remark}' for remark in remarks)
    return text, good and not failed and not any(one.missing for one in results)


def main() -> int:
    if sys.argv[1:] == ['--self-test']:
        import exact_test
        return exact_test.run_all()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('packages')
    parser.add_argument('--turnkey', default=TURNKEY)
    parser.add_argument('--samples', type=int, default=50)
    parser.add_argument('--jobs', type=int, default=os.cpu_count())
    parser.add_argument('--write')
    options = parser.parse_args()

    run([options.turnkey, '--version'])  # builds, where that is due
    work, failed, left_out = tasks(options.turnkey, options.packages, options.samples)
    results = []
    with multiprocessing.Pool(options.jobs) as pool:
        for one in pool.imap(measure, work):
            results.append(one)
            print(f'{one.package} {one.name}: {one.exact_area} / {one.area} mm²', file=sys.stderr, flush=True)
    text, good = report(results, failed, left_out)
    print(text)
    if options.write:
        write_section(options.write, 'exact', f'''## Copper against an exact evaluation

Made by `bench/exact.py` on {len(results)} copper layers, {options.samples} places each; {machine()}:

```sh
bench/exact.py PACKAGES --write docs/benchmarks.md
```

The evaluation is a Gerber reader of its own (`bench/plotter.py`), which shares nothing with Turnkey and keeps discs, arcs and lines as they are. Areas
are unions with shapely, arcs within 0.05 µm. Widths and gaps are the lengths of rows and columns through sampled places, computed from the shapes,
against the run of 0.1 µm pixels that `turnkey render` shows there. A smallest gap is the shortest free line through the place that Turnkey names.

{text}
''')
    return 0 if good else 1


if __name__ == '__main__':
    sys.exit(main())
