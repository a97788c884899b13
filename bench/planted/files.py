"""Copies of design files with defects planted into their text: Gerber layers, decimal Excellon files, centroid tables. Part of bench/defects.py.

What is there is read with bench/plotter.py and small readers of its own; nothing comes from Turnkey. Lengths are millimetres, points complex numbers.
A file that these readers do not cover raises NotCovered and gets no defects.
"""
from __future__ import annotations
import math, re
from dataclasses import dataclass

import plotter
from plotter import INCH, NotCovered
from primitives import Capsule, Composite, Contour, Disc, Edge, Polygon, Shape, Sweep, along

CELL = 1.0
SOME_CELLS = 400


# ---- distances

def to_segment(point: complex, start: complex, end: complex) -> float:
    way = end - start
    size = way.real ** 2 + way.imag ** 2
    part = 0.0 if size == 0 else min(1.0, max(0.0, ((point - start) * way.conjugate()).real / size))
    return abs(point - start - way * part)


def to_edge(point: complex, edge: Edge) -> float:
    if edge.centre is None:
        return to_segment(point, edge.start, edge.end)
    ends = min(abs(point - edge.start), abs(point - edge.end))
    if point == edge.centre:
        return edge.radius
    turn = Edge(edge.start, edge.centre + (point - edge.centre) / abs(point - edge.centre) * edge.radius, edge.centre, edge.left).sweep
    return min(ends, abs(abs(point - edge.centre) - edge.radius)) if abs(turn) <= abs(edge.sweep) else ends


def support(shape: Shape, turn: complex) -> float:
    """How far a shape reaches in a direction. Clear parts of a composite are left out."""
    along_turn = lambda point: (point * turn.conjugate()).real
    match shape:
        case Disc():
            return along_turn(shape.centre) + shape.radius
        case Capsule():
            return max(along_turn(shape.start), along_turn(shape.end)) + shape.radius
        case Polygon():
            return max(map(along_turn, shape.corners))
        case Composite():
            return max(support(part, turn) for dark, part in shape.parts if dark)
    raise NotCovered(f'the shape {type(shape).__name__}')


def covers(shape: Shape, point: complex) -> bool:
    return any(span.start <= 0 <= span.end for span in along(shape, point, 1 + 0j))


def distance(shape: Shape, point: complex) -> float:
    """From a point to a shape; 0 within it. Clear parts of a composite are taken as dark, so that it may be too little there."""
    match shape:
        case Disc():
            return max(0.0, abs(point - shape.centre) - shape.radius)
        case Capsule():
            return max(0.0, to_segment(point, shape.start, shape.end) - shape.radius)
        case Sweep():
            return max(0.0, to_edge(point, shape.arc) - shape.radius)
        case Polygon():
            corners = shape.corners
            return 0.0 if covers(shape, point) else min(to_segment(point, a, b) for a, b in zip(corners, corners[1:] + corners[:1]))
        case Contour():
            return 0.0 if covers(shape, point) else min(to_edge(point, edge) for edge in shape.edges)
        case Composite():
            return min((distance(part, point) for dark, part in shape.parts if dark), default=math.inf)
    raise NotCovered(f'the shape {type(shape).__name__}')


class Pour:
    """A contour of many edges, its edges by where they are: how far a point is away, up to a millimetre and a half. Arcs are chords within 0.1 µm."""
    MOST = 1.5

    def __init__(self, contour: Contour) -> None:
        points = [point for edge in contour.edges for point in edge.points(0.0001)]
        self.cells: dict[tuple[int, int], list[tuple[complex, complex]]] = {}
        self.bands: dict[int, list[tuple[complex, complex]]] = {}
        for a, b in zip(points, points[1:] + points[:1]):
            for y in range(math.floor(min(a.imag, b.imag) / CELL), math.floor(max(a.imag, b.imag) / CELL) + 1):
                self.bands.setdefault(y, []).append((a, b))
                for x in range(math.floor(min(a.real, b.real) / CELL), math.floor(max(a.real, b.real) / CELL) + 1):
                    self.cells.setdefault((x, y), []).append((a, b))

    def distance(self, point: complex) -> float:
        winding = 0
        for a, b in self.bands.get(math.floor(point.imag / CELL), ()):
            if (a.imag <= point.imag) != (b.imag <= point.imag) and a.real + (point.imag - a.imag) / (b.imag - a.imag) * (b.real - a.real) > point.real:
                winding += 1 if b.imag > a.imag else -1
        if winding:
            return 0.0
        x, y, reach = math.floor(point.real / CELL), math.floor(point.imag / CELL), math.ceil(self.MOST / CELL)
        near = (edge for dx in range(-reach, reach + 1) for dy in range(-reach, reach + 1) for edge in self.cells.get((x + dx, y + dy), ()))
        return min((to_segment(point, a, b) for a, b in near), default=self.MOST)


# ---- Gerber

@dataclass(eq=False)
class Feature:
    """One object of a layer with the part of the text that draws it."""
    number: int
    kind: str                    # flash, stroke, region
    shape: Shape
    dark: bool
    start: int
    end: int
    aperture: int | None
    at: complex                  # of a flash
    path: Edge | None            # of a stroke
    attributes: str              # .P of the object
    net: str                     # .N of the object

    def __post_init__(self) -> None:
        self.box = self.shape.box()
        self.pour: Pour | None = None

    def distance(self, point: complex) -> float:
        """From a point to the object; 0 within it. Of areas no more than is known."""
        if not isinstance(self.shape, Contour) or len(self.shape.edges) < 40:
            return distance(self.shape, point)
        self.pour = self.pour or Pour(self.shape)
        return self.pour.distance(point)


class Recorder(plotter.Plotter):
    """Keeps with each object which statement drew it."""

    def __init__(self) -> None:
        super().__init__()
        self.features: list[Feature] = []
        self.span = (0, 0)
        self.drawing = ('region', 0j, None)
        self.pin = self.net = ''

    def on_sr(self, text: str) -> None:
        raise NotCovered('repeated objects')

    def on_ab(self, text: str) -> None:
        raise NotCovered('block apertures')

    def on_to(self, text: str) -> None:
        if text.startswith('.P,'):
            self.pin = text[3:]
        elif text.startswith('.N,'):
            self.net = text[3:]

    def on_td(self, text: str) -> None:
        if text in ('', '.P'):
            self.pin = ''
        if text in ('', '.N'):
            self.net = ''

    def flash(self, at: complex) -> None:
        self.drawing = 'flash', at, None
        super().flash(at)

    def stroke(self, edge: Edge) -> None:
        self.drawing = 'stroke', edge.start, edge
        super().stroke(edge)

    def close_contour(self) -> None:
        self.drawing = 'region', 0j, None
        super().close_contour()

    def paint(self, shape: Shape) -> None:
        kind, at, path = self.drawing
        self.features.append(Feature(len(self.features), kind, shape, self.state.dark, *self.span, self.state.aperture, at, path, self.pin, self.net))


WHOLE = re.compile(r'(?:G0?1)?X-?\d+Y-?\d+D0?([123])')


class GerberFile:
    """A layer to plant into: absolute coordinates with leading zeros left out, as nearly all are."""

    def __init__(self, path: str) -> None:
        self.path = path
        with open(path, 'rb') as file:
            self.text = file.read().decode('latin1')
        self.recorder = recorder = Recorder()
        self.statements: list[tuple[int, int, str]] = []
        self.definitions: dict[int, int] = {}
        self.closing = len(self.text)
        at, text = 0, self.text
        while at < len(text):
            if text[at] == '%':
                end = text.find('%', at + 1)
                end = len(text) if end < 0 else end
                words = [''.join(part.splitlines()).strip() for part in text[at + 1:end].split('*')]
                recorder.extended([word for word in words if word] or [''])
                for word in words:
                    if found := re.match(r'ADD(\d+)', word):
                        self.definitions[int(found[1])] = end + 1
                at = end + 1
            elif text[at].isspace() or text[at] == '*':
                at += 1
            else:
                end = text.find('*', at)
                end = len(text) if end < 0 else end
                word = ''.join(text[at:end].split())
                if comment := re.match(r'G04 ?#@!(T[OD])(.*)', word):
                    recorder.extended([comment[1] + comment[2]])
                recorder.span = at, end + 1
                if not recorder.word(word):
                    self.closing = at
                    break
                if re.search(r'[XY]', word) and not word.startswith('G04'):
                    self.statements.append((at, end + 1, word))
                at = end + 1
        recorder.close_contour()
        state = recorder.state
        if state.digits is None or state.unit is None or state.incremental or state.trailing:
            raise NotCovered('incremental coordinates, or trailing zeros left out')
        if recorder.features and (state.mirror, state.rotation, state.scaling) != ('N', 0.0, 1.0):
            raise NotCovered('objects that are turned')
        self.grain = state.unit / 10 ** state.digits[1]
        self.unit = state.unit
        self.features = recorder.features
        self.follow = {start: (self.statements[i + 1][2] if i + 1 < len(self.statements) else 'X0Y0D02') for i, (start, _, _) in enumerate(self.statements)}
        self.words = {start: word for start, _, word in self.statements}
        self.edits: list[tuple[int, int, str]] = []
        self.tail: list[str] = []
        self.taken: set[Feature] = set()          # what a defect has to do with
        self.next_aperture = max([*recorder.apertures, 10]) + 1
        self.has_attributes = '%T' in text
        self.index()

    # -- looking

    def index(self) -> None:
        self.cells: dict[tuple[int, int], list[Feature]] = {}
        self.large: list[Feature] = []
        for feature in self.features:
            cells = list(self.cells_of(feature.box))
            if len(cells) > SOME_CELLS:
                self.large.append(feature)
            else:
                for cell in cells:
                    self.cells.setdefault(cell, []).append(feature)

    @staticmethod
    def cells_of(box, by: float = 0.0):
        left, low, right, high = (math.floor(value / CELL) for value in (box[0] - by, box[1] - by, box[2] + by, box[3] + by))
        if (right - left + 1) * (high - low + 1) > SOME_CELLS:
            return [None] * (SOME_CELLS + 1)
        return [(x, y) for x in range(left, right + 1) for y in range(low, high + 1)]

    def around(self, point: complex, radius: float) -> list[Feature]:
        """Objects whose box comes within a distance of a point."""
        seen, found = set(), []
        for feature in [one for cell in self.cells_of((point.real, point.imag, point.real, point.imag), radius) for one in self.cells.get(cell, ())] + self.large:
            left, low, right, high = feature.box
            if feature.number not in seen and left - radius <= point.real <= right + radius and low - radius <= point.imag <= high + radius:
                seen.add(feature.number)
                found.append(feature)
        return found

    def nearest(self, point: complex, radius: float, but: tuple[Feature, ...] = ()) -> float:
        """Distance to other objects, or the radius; what is clear counts as well."""
        return min((one.distance(point) for one in self.around(point, radius) if all(one is not other for other in but)), default=radius)

    def is_track(self, feature: Feature) -> bool:
        """A stroke that leads to a pad: lettering does not. Follows the ends of at most 60 strokes."""
        seen, ends = {feature.number}, [feature]
        while ends and len(seen) < 60:
            one = ends.pop()
            for point in (one.path.start, one.path.end):
                for other in self.around(point, 0.0):
                    if other.number in seen or not other.dark or other.distance(point) > 0:
                        continue
                    if other.kind == 'flash':
                        return True
                    if other.kind == 'stroke':
                        seen.add(other.number)
                        ends.append(other)
        return False

    def strokes(self, least: float) -> list[Feature]:
        """Straight strokes of round apertures that stand whole in the text."""
        return [one for one in self.features if one.kind == 'stroke' and one.dark and isinstance(one.shape, Capsule) and abs(one.path.end - one.path.start) >= least
                and WHOLE.fullmatch(self.words.get(one.start, ''))]

    def flashes(self) -> list[Feature]:
        """Flashes that can be moved or taken out: the statement after them says where it starts."""
        free = lambda word: bool(found := WHOLE.fullmatch(word)) and found[1] in '23'
        return [one for one in self.features if one.kind == 'flash' and one.dark and WHOLE.fullmatch(self.words.get(one.start, '')) and free(self.follow[one.start])]

    # -- planting

    def snap(self, point: complex) -> complex:
        return complex(round(point.real / self.grain) * self.grain, round(point.imag / self.grain) * self.grain)

    def place(self, point: complex, operation: int) -> str:
        return f'X{round(point.real / self.grain)}Y{round(point.imag / self.grain)}D0{operation}*'

    def disc(self, diameter: float) -> tuple[int, str]:
        self.next_aperture += 1
        return self.next_aperture, f'%ADD{self.next_aperture}C,{diameter / self.unit:.6f}*%\n'

    def add_flash(self, at: complex, diameter: float) -> None:
        code, definition = self.disc(diameter)
        self.tail.append(f'{definition}D{code}*\n{self.place(at, 3)}\n')

    def add_test_point(self, at: complex, diameter: float) -> None:
        code, definition = self.disc(diameter)
        self.tail.append(f'%TA.AperFunction,TestPad*%\n{definition}%TD*%\nD{code}*\n{self.place(at, 3)}\n')

    def add_stroke(self, start: complex, end: complex, diameter: float) -> None:
        code, definition = self.disc(diameter)
        self.tail.append(f'{definition}D{code}*\nG01*\n{self.place(start, 2)}\n{self.place(end, 1)}\n')

    def add_square(self, at: complex, side: float) -> None:
        self.add_area([at + side / 2 * complex(x, y) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))])

    def add_area(self, corners: list[complex]) -> None:
        self.tail.append('G36*\nG01*\n' + '\n'.join(self.place(corner, 2 if i == 0 else 1) for i, corner in enumerate([*corners, corners[0]])) + '\nG37*\n')

    def narrow(self, feature: Feature, diameter: float) -> None:
        """Another aperture for one stroke; defined beside its own, so that it has the same attributes."""
        code, definition = self.disc(diameter)
        self.edits.append((self.definitions[feature.aperture], 0, '\n' + definition))
        self.edits.append((feature.start, 0, f'D{code}*\n'))
        self.edits.append((feature.end, 0, f'\nD{feature.aperture}*'))

    def move(self, feature: Feature, to: complex) -> None:
        self.taken.add(feature)
        self.edits.append((feature.start, feature.end - feature.start, self.place(to, 3)))

    def remove(self, feature: Feature) -> None:
        self.taken.add(feature)
        self.edits.append((feature.start, feature.end - feature.start, ''))

    def shorten(self, feature: Feature, end: complex) -> None:
        """Ends a stroke earlier; what is drawn after it starts where it did."""
        self.edits.append((feature.start, feature.end - feature.start, f'{self.place(end, 1)}\n{self.place(feature.path.end, 2)}'))

    def lift(self, feature: Feature) -> None:
        """Moves to where a stroke ends instead of drawing it."""
        self.edits.append((feature.start, feature.end - feature.start, self.place(feature.path.end, 2)))

    def mirrored(self) -> str:
        """The text with x turned round within the layer's own extent."""
        axis = round((min(one.box[0] for one in self.features) + max(one.box[2] for one in self.features)) / self.grain)

        def turned(match: re.Match) -> str:
            block = re.sub(r'X(-?\d+)', lambda x: f'X{axis - int(x[1])}', match[0])
            block = re.sub(r'I(-?\d+)', lambda i: f'I{-int(i[1])}', block)
            return re.sub(r'G0?([23])(?!\d)', lambda g: 'G03' if g[1] == '2' else 'G02', block)
        return ''.join(part if i % 2 else re.sub(r'(?<!\S)(?!G0?4)[GXYD][^*%]*\*', turned, part) for i, part in enumerate(re.split(r'(%[^%]*%)', self.text)))

    def write(self) -> None:
        text = self.text
        if self.tail:
            reset = '%TD*%\n' if self.has_attributes else 'G04 #@! TD*\n' if '#@!' in text else ''
            self.edits.append((self.closing, 0, f'%LPD*%\n{reset}G01*\n' + ''.join(self.tail)))
        for offset, length, instead in sorted(self.edits, key=lambda edit: edit[0], reverse=True):
            text = text[:offset] + instead + text[offset + length:]
        with open(self.path, 'wb') as file:
            file.write(text.encode('latin1'))
        self.edits, self.tail = [], []


# ---- Excellon

@dataclass(frozen=True)
class Hit:
    line: int
    at: complex
    diameter: float


class DrillFile:
    """Round holes of a drill file with decimal points; slots and routes are kept, not read."""

    def __init__(self, path: str) -> None:
        self.path = path
        with open(path, encoding='latin1', newline='') as file:
            self.lines = file.read().replace('\r\n', '\n').split('\n')
        text = '\n'.join(self.lines)
        header = re.search(r'^(METRIC|INCH)', text, re.M)
        if header is None or not re.search(r'^%\s*$', text, re.M):
            raise NotCovered('a drill file without header')
        self.unit = INCH if header[1] == 'INCH' else 1.0
        self.decimals = max((len(found) for found in re.findall(r'[XY]-?\d+\.(\d+)', text)), default=4 if self.unit == INCH else 3)
        if re.search(r'^X[-+]?\d+(Y|$)', text, re.M):
            raise NotCovered('drill coordinates without a decimal point')
        self.decimals = max(self.decimals, 4 if self.unit == INCH else 3)
        self.tools: dict[int, float] = {}
        self.hits: list[Hit] = []
        self.routed: list[complex] = []
        self.definition = next(i for i, line in enumerate(self.lines) if re.match(r'METRIC|INCH', line))
        tool = None
        for i, line in enumerate(self.lines):
            if found := re.match(r'T(\d+)C([\d.]+)', line):
                self.tools[int(found[1])] = float(found[2]) * self.unit
                if len(self.tools) == 1:
                    self.definition = i
            elif found := re.fullmatch(r'T(\d+)\s*', line):
                tool = int(found[1])
            elif found := re.fullmatch(r'X(-?[\d.]+)Y(-?[\d.]+)\s*', line):
                self.hits.append(Hit(i, complex(float(found[1]), float(found[2])) * self.unit, self.tools[tool]))
            elif found := re.findall(r'X(-?[\d.]+)Y(-?[\d.]+)', line):
                self.routed += [complex(float(x), float(y)) * self.unit for x, y in found]
        self.removed: set[int] = set()
        self.added: list[tuple[float, complex, complex | None]] = []
        self.shifted = 0j

    @property
    def is_nonplated(self) -> bool:
        return 'NPTH' in self.path.upper() or any('NonPlated' in line for line in self.lines[:12])

    def span(self, layers: int) -> tuple[int, int]:
        """First and last copper layer that its holes join, of a board with so many: as the file says, or as KiCad named it; else all."""
        if found := next((found for line in self.lines[:30] if (found := re.search(r'TF\.FileFunction,(?:Non)?Plated,(\d+),(\d+)', line))), None):
            return int(found[1]), int(found[2])
        number = lambda name: 1 if name in ('front', 'F_Cu') else layers if name in ('back', 'B_Cu') else int(re.sub(r'\D', '', name)) + 1
        found = re.search(r'(front|F_Cu|in\d+|In\d+_Cu)-(back|B_Cu|in\d+|In\d+_Cu)\.drl$', self.path)
        return (number(found[1]), number(found[2])) if found else (1, layers)

    def snap(self, point: complex) -> complex:
        grain = self.unit / 10 ** self.decimals
        return complex(round(point.real / grain) * grain, round(point.imag / grain) * grain)

    def tool(self, diameter: float) -> float:
        """The diameter that a tool has once it is written."""
        return round(diameter / self.unit, 4) * self.unit

    def add(self, at: complex, diameter: float) -> None:
        self.added.append((diameter, at, None))

    def add_slot(self, start: complex, end: complex, diameter: float) -> None:
        self.added.append((diameter, start, end))

    def shift(self, way: complex) -> None:
        """Moves all that is drilled and milled."""
        self.shifted = way

    def place(self, at: complex) -> str:
        return f'X{at.real / self.unit:.{self.decimals}f}Y{at.imag / self.unit:.{self.decimals}f}'

    def write(self) -> None:
        lines = [None if i in self.removed else line for i, line in enumerate(self.lines)]
        if self.shifted:
            moved = lambda found: self.place(complex(float(found[1]), float(found[2])) * self.unit + self.shifted)
            lines = [line and re.sub(r'X(-?[\d.]+)Y(-?[\d.]+)', moved, line) for line in lines]
        tools = {diameter: max([*self.tools, 0]) + 1 + i for i, diameter in enumerate(sorted({diameter for diameter, _, _ in self.added}))}
        # The attributes of the tool before are not theirs.
        reset = '\n; #@! TD' if tools and any('#@! TA' in line for line in self.lines) else ''
        lines[self.definition] += reset + ''.join(f'\nT{number}C{diameter / self.unit:.4f}' for diameter, number in tools.items())
        body = ['G05'] if self.added and 'G05' in self.lines else []
        for diameter, number in tools.items():
            body += [f'T{number}'] + [self.place(at) + (f'G85{self.place(end)}' if end is not None else '') for one, at, end in self.added if one == diameter]
        end = next(i for i in range(len(lines) - 1, -1, -1) if lines[i] is not None and lines[i].strip() in ('M30', 'M00'))
        if lines[end - 1] is not None and lines[end - 1].strip() == 'T0':
            end -= 1
        with open(self.path, 'w', encoding='latin1', newline='') as file:
            file.write('\n'.join(line for line in lines[:end] + body + lines[end:] if line is not None))


# ---- centroid tables

@dataclass(frozen=True)
class Placed:
    line: int
    designator: str
    package: str
    x: float
    y: float
    rotation: float
    side: str


class CentroidTable:
    """Comma-separated or in columns by spaces, with a heading that names designator, x, y, rotation and side; millimetres."""
    NAMES = {'designator': ('ref', 'designator', 'refdes'), 'package': ('package', 'footprint'), 'x': ('posx', 'mid x', 'x'), 'y': ('posy', 'mid y', 'y'),
             'rotation': ('rot', 'rotation', 'rotate'), 'side': ('side', 'layer')}

    def __init__(self, path: str) -> None:
        self.path = path
        with open(path, 'rb') as file:
            content = file.read()
        if b'\0' in content[:200] or content[:2] == b'PK':
            raise NotCovered('a centroid table that is not plain text')
        self.lines = content.decode('latin1').split('\n')
        self.columns: dict[str, int] = {}
        self.parts: list[Placed] = []
        for number, line in enumerate(self.lines):
            cells = self.cells(line)
            if not self.columns:
                names = [text.strip('"# ').lower() for text, _, _ in cells if text.strip() != '#']
                found = {key: names.index(name) for key, known in self.NAMES.items() for name in known if name in names}
                if len(found) == len(self.NAMES):
                    self.columns = found
                continue
            try:
                value = {key: cells[column][0].strip().strip('"') for key, column in self.columns.items()}
                self.parts.append(Placed(number, value['designator'], value['package'], float(value['x']), float(value['y']), float(value['rotation']), value['side'].lower()[:3]))
            except (IndexError, ValueError):
                continue
        if not self.parts:
            raise NotCovered('a centroid table without a known heading')

    @staticmethod
    def cells(line: str) -> list[tuple[str, int, int]]:
        """Text, start and end of each cell."""
        pattern = r'\s*("[^"]*"|[^,]*)\s*(?:,|$)' if ',' in line else r'(\S+)'
        return [(found[1], found.start(1), found.end(1)) for found in re.finditer(pattern, line.rstrip('\r')) if found.end() > found.start()]

    def put(self, part: Placed, **values: float) -> None:
        line = self.lines[part.line]
        for key, value in sorted(values.items(), key=lambda item: self.columns[item[0]], reverse=True):
            text, start, end = self.cells(line)[self.columns[key]]
            line = line[:start] + f'{value:.4f}' + line[end:]
        self.lines[part.line] = line

    def write(self) -> None:
        with open(self.path, 'wb') as file:
            file.write('\n'.join(self.lines).encode('latin1'))
