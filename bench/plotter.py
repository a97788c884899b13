"""An independent reading of Gerber layers, written from the specification (Ucamco, revision 2024.05) for bench/exact.py. It shares nothing with Turnkey.

It covers what real copper layers use, deprecated commands included, and refuses the rest by NotCovered: a layer it does not cover is not measured,
never measured wrongly. The result is a painter's list of exact shapes in millimetres.
"""
from __future__ import annotations
import cmath, math, re
from dataclasses import dataclass, field
from typing import Callable, Iterator, NamedTuple

from primitives import Capsule, Composite, Contour, Disc, Edge, Polygon, Shape, Similarity, Sweep

INCH = 25.4


class NotCovered(Exception):
    """The file holds something that this reading does not know."""


class Painted(NamedTuple):
    """One object of a layer: dark or clear."""
    dark: bool
    shape: Shape


@dataclass(frozen=True)
class Aperture:
    """A shape to flash, or a block of objects; with a diameter (a disc) or corners (a rectangle) where it can also draw lines."""
    shape: Shape | None = None
    diameter: float | None = None
    rectangle: tuple[complex, ...] | None = None
    block: tuple[Painted, ...] | None = None


# ---- apertures

def aperture(template: str, text: str, macros: dict[str, list[str]], unit: float) -> Aperture:
    values = [float(word) for word in text.split('X') if word.strip()] if text else []
    if template in macros:
        return Aperture(macro_shape(macros[template], values).moved(Similarity(complex(unit), 0j)))
    try:
        return standard(template, [value * unit for value in values], values)
    except IndexError:
        raise NotCovered(f'an aperture {template} with {len(values)} values') from None


def standard(template: str, lengths: list[float], values: list[float]) -> Aperture:
    match template:
        case 'C':
            solid, rest = Aperture(Disc(0j, lengths[0] / 2), diameter=lengths[0]), lengths[1:]
        case 'R':
            corners = rectangle(lengths[0], lengths[1])
            solid, rest = Aperture(Polygon(corners), rectangle=corners), lengths[2:]
        case 'O':
            solid, rest = Aperture(obround(lengths[0], lengths[1])), lengths[2:]
        case 'P':
            turn = math.radians(values[2]) if len(values) > 2 else 0.0
            solid, rest = Aperture(Polygon(regular(int(values[1]), lengths[0] / 2, 0j, turn))), lengths[3:]
        case _:
            raise NotCovered(f'the aperture {template}')
    if not any(rest):
        return solid
    hole = Disc(0j, rest[0] / 2) if len(rest) == 1 else Polygon(rectangle(rest[0], rest[1]))
    return Aperture(Composite(((True, solid.shape), (False, hole))), solid.diameter, solid.rectangle)


def rectangle(width: float, height: float) -> tuple[complex, ...]:
    return tuple(complex(x * width / 2, y * height / 2) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1)))


def obround(width: float, height: float) -> Shape:
    reach = abs(width - height) / 2
    if reach == 0:
        return Disc(0j, width / 2)
    return Capsule(complex(-reach), complex(reach), height / 2) if width > height else Capsule(-1j * reach, 1j * reach, width / 2)


def regular(corners: int, radius: float, centre: complex, turn: float) -> tuple[complex, ...]:
    return tuple(centre + cmath.rect(radius, turn + math.tau * i / corners) for i in range(corners))


# ---- macros

def macro_shape(lines: list[str], values: list[float]) -> Composite:
    variables = {number + 1: value for number, value in enumerate(values)}
    parts = []
    for line in lines:
        line = re.sub(r'\s+', '', line)
        if not line or re.match(r'0(\D|$)', line):
            continue
        if assignment := re.fullmatch(r'\$(\d+)=(.+)', line):
            variables[int(assignment[1])] = expression(assignment[2], variables)
            continue
        code, *words = line.split(',')
        parts.append(macro_primitive(int(code), [expression(word, variables) for word in words if word]))
    return Composite(tuple(parts))


def macro_primitive(code: int, v: list[float]) -> tuple[bool, Shape]:
    def turned(shape: Shape, degrees: float) -> Shape:
        return shape.moved(Similarity(cmath.rect(1, math.radians(degrees)), 0j)) if degrees else shape

    def box(width: float, height: float, centre: complex) -> Polygon:
        return Polygon(tuple(centre + corner for corner in rectangle(width, height)))

    optional = lambda index: v[index] if len(v) > index else 0.0
    try:
        if code in (6, 7):
            degrees = optional(8 if code == 6 else 5)
            return True, turned(moire(v) if code == 6 else thermal(v), degrees)
        if v[0] not in (0, 1):
            raise NotCovered(f'the exposure {v[0]} of a macro primitive')
        dark = v[0] == 1
        match code:
            case 1:
                return dark, turned(Disc(complex(v[2], v[3]), v[1] / 2), optional(4))
            case 2 | 20:
                start, end = complex(v[2], v[3]), complex(v[4], v[5])
                side = 1j * (end - start) / abs(end - start) * v[1] / 2 if start != end else 0j
                return dark, turned(Polygon((start - side, end - side, end + side, start + side)), optional(6))
            case 21:
                return dark, turned(box(v[1], v[2], complex(v[3], v[4])), optional(5))
            case 22:
                return dark, turned(box(v[1], v[2], complex(v[3] + v[1] / 2, v[4] + v[2] / 2)), optional(5))
            case 4:
                count = int(v[1])
                return dark, turned(Polygon(tuple(complex(v[2 + 2 * i], v[3 + 2 * i]) for i in range(count))), optional(2 * count + 4))
            case 5:
                return dark, turned(Polygon(regular(int(v[1]), v[4] / 2, complex(v[2], v[3]), 0.0)), optional(5))
    except IndexError:
        raise NotCovered(f'the macro primitive {code} with {len(v)} values') from None
    raise NotCovered(f'the macro primitive {code}')


def moire(v: list[float]) -> Composite:
    centre, outer, thickness, gap, rings, cross, length = complex(v[0], v[1]), v[2] / 2, v[3], v[4], int(v[5]), v[6], v[7]
    parts: list[tuple[bool, Shape]] = []
    for _ in range(rings):
        if outer <= 0:
            break
        ring = (True, Disc(centre, outer)), (False, Disc(centre, max(outer - thickness, 0.0)))
        parts.append((True, Composite(ring)))
        outer -= thickness + gap
    for width, height in ((length, cross), (cross, length)):
        parts.append((True, Polygon(tuple(centre + corner for corner in rectangle(width, height)))))
    return Composite(tuple(parts))


def thermal(v: list[float]) -> Composite:
    centre, outer, inner, gap = complex(v[0], v[1]), v[2], v[3], v[4]
    cut = lambda width, height: (False, Polygon(tuple(centre + corner for corner in rectangle(width, height))))
    return Composite(((True, Disc(centre, outer / 2)), (False, Disc(centre, inner / 2)), cut(2 * outer, gap), cut(gap, 2 * outer)))


def expression(text: str, variables: dict[int, float]) -> float:
    """Sums of products of numbers and variables, with parentheses and signs; a variable without a value is 0."""
    tokens = re.findall(r'\d+\.?\d*|\.\d+|\$\d+|[-+xX/()]', text)
    if ''.join(tokens) != text:
        raise NotCovered(f"the expression '{text}'")
    position = 0

    def peek() -> str:
        return tokens[position] if position < len(tokens) else ''

    def take() -> str:
        nonlocal position
        position += 1
        return tokens[position - 1] if position <= len(tokens) else ''

    def factor() -> float:
        token = take()
        if token in ('-', '+'):
            return -factor() if token == '-' else factor()
        if token == '(':
            value = total()
            if take() != ')':
                raise NotCovered(f"the expression '{text}'")
            return value
        if token.startswith('$'):
            return variables.get(int(token[1:]), 0.0)
        try:
            return float(token)
        except ValueError:
            raise NotCovered(f"the expression '{text}'") from None

    def product() -> float:
        value = factor()
        while peek() in ('x', 'X', '/') and peek():
            value = value / factor() if take() == '/' else value * factor()
        return value

    def total() -> float:
        value = product()
        while peek() in ('-', '+') and peek():
            value = value - product() if take() == '-' else value + product()
        return value

    value = total()
    if position != len(tokens):
        raise NotCovered(f"the expression '{text}'")
    return value


# ---- the layer

@dataclass
class State:
    """Everything that a command may change and a later one uses."""
    unit: float | None = None
    digits: tuple[int, int] | None = None
    trailing: bool = False
    incremental: bool = False
    position: complex = 0j
    mode: int = 1
    multi_quadrant: bool | None = None
    operation: int = 0
    aperture: int | None = None
    dark: bool = True
    mirror: str = 'N'
    rotation: float = 0.0
    scaling: float = 1.0
    region: bool = False
    contour: list[Edge] = field(default_factory=list)


class Plotter:
    def __init__(self) -> None:
        self.state = State()
        self.apertures: dict[int, Aperture] = {}
        self.macros: dict[str, list[str]] = {}
        self.targets: list[list[Painted]] = [[]]
        self.repeat: tuple[int, int, float, float] | None = None
        self.blocks: list[int] = []

    # -- commands

    def extended(self, words: list[str]) -> None:
        if words[0].startswith('AM'):
            self.macros[words[0][2:]] = words[1:]
            return
        for word in words:
            handler: Callable[[str], None] | None = getattr(self, 'on_' + word[:2].lower(), None)
            if handler:
                handler(word[2:])
            elif word[:2] not in ('TF', 'TA', 'TO', 'TD', 'IN', 'LN') and word:
                self.word(word)

    def on_fs(self, text: str) -> None:
        found = re.match(r'([LT]?)([AI]?)(?:[NGDM]\d)*X(\d)(\d)Y(\d)(\d)', text)
        if not found or found[3] + found[4] != found[5] + found[6]:
            raise NotCovered(f'the format {text}')
        self.state.trailing, self.state.incremental = found[1] == 'T', found[2] == 'I'
        self.state.digits = int(found[3]), int(found[4])

    def on_mo(self, text: str) -> None:
        self.state.unit = {'MM': 1.0, 'IN': INCH}[text]

    def on_ad(self, text: str) -> None:
        found = re.fullmatch(r'D(\d+)([^,]+)(?:,(.*))?', text)
        if not found:
            raise NotCovered(f'the aperture definition {text}')
        self.apertures[int(found[1])] = aperture(found[2], found[3] or '', self.macros, self.units())

    def on_lp(self, text: str) -> None:
        self.state.dark = {'D': True, 'C': False}[text]

    def on_lm(self, text: str) -> None:
        self.state.mirror = text

    def on_lr(self, text: str) -> None:
        self.state.rotation = float(text)

    def on_ls(self, text: str) -> None:
        self.state.scaling = float(text)

    def on_sr(self, text: str) -> None:
        self.end_repeat()
        found = re.fullmatch(r'X(\d+)Y(\d+)I([\d.]+)J([\d.]+)', text)
        if found:
            self.repeat = int(found[1]), int(found[2]), float(found[3]) * self.units(), float(found[4]) * self.units()
            self.targets.append([])
        elif text:
            raise NotCovered(f'the repetition {text}')

    def end_repeat(self) -> None:
        if self.repeat is None:
            return
        across, up, step_x, step_y = self.repeat
        objects = self.targets.pop()
        for i in range(across):
            for j in range(up):
                by = Similarity(1 + 0j, complex(i * step_x, j * step_y))
                self.targets[-1] += [Painted(one.dark, one.shape.moved(by)) for one in objects]
        self.repeat = None

    def on_ab(self, text: str) -> None:
        if text:
            self.blocks.append(int(text[1:]))
            self.targets.append([])
        else:
            self.apertures[self.blocks.pop()] = Aperture(block=tuple(self.targets.pop()))

    def on_ip(self, text: str) -> None:
        self.only(text == 'POS', 'IP' + text)

    def on_ir(self, text: str) -> None:
        self.only(float(text) == 0, 'IR' + text)

    def on_as(self, text: str) -> None:
        self.only(text == 'AXBY', 'AS' + text)

    def on_mi(self, text: str) -> None:
        self.only(not re.search(r'[1-9]', text), 'MI' + text)

    def on_of(self, text: str) -> None:
        self.only(not re.search(r'[1-9]', text), 'OF' + text)

    def on_sf(self, text: str) -> None:
        self.only(all(float(word) == 1 for word in re.findall(r'[\d.]+', text)), 'SF' + text)

    @staticmethod
    def only(neutral: bool, command: str) -> None:
        if not neutral:
            raise NotCovered(f'the command {command}')

    # -- words

    def word(self, text: str) -> bool:
        """One block; False at the end of the program."""
        if text.startswith('G04') or re.match(r'G4(\D|$)', text):
            return True
        pairs = re.findall(r'([GDMXYIJN])([+-]?\d+)', text)
        if ''.join(letter + number for letter, number in pairs) != text:
            raise NotCovered(f"the block '{text[:40]}'")
        state, numbers, operation = self.state, {}, None
        for letter, number in pairs:
            if letter == 'G':
                self.general(int(number))
            elif letter == 'M' and int(number) in (0, 2):
                return False
            elif letter == 'D' and int(number) >= 10:
                state.aperture = int(number)
            elif letter == 'D':
                operation = int(number)
            elif letter in 'XYIJ':
                numbers[letter] = self.length(number)
        if operation is not None:
            state.operation = operation
        if operation is not None or 'X' in numbers or 'Y' in numbers:
            self.operate(numbers)
        return True

    def general(self, code: int) -> None:
        state = self.state
        if code in (1, 2, 3):
            state.mode = code
        elif code in (36, 37):
            self.close_contour()
            state.region = code == 36
        elif code in (70, 71):
            state.unit = INCH if code == 70 else 1.0
        elif code in (74, 75):
            state.multi_quadrant = code == 75
        elif code in (90, 91):
            state.incremental = code == 91
        elif code not in (54, 55):
            raise NotCovered(f'the command G{code}')

    def units(self) -> float:
        if self.state.unit is None:
            raise NotCovered('a file without a unit')
        return self.state.unit

    def length(self, number: str) -> float:
        if self.state.digits is None:
            raise NotCovered('a file without a format')
        whole, decimals = self.state.digits
        digits = number.lstrip('+-')
        if self.state.trailing:
            digits = digits.ljust(whole + decimals, '0')
        return (-1 if number.startswith('-') else 1) * int(digits) * self.units() / 10 ** decimals

    def operate(self, numbers: dict[str, float]) -> None:
        state = self.state
        start = state.position
        before = (0.0, 0.0) if state.incremental else (start.real, start.imag)
        to = complex(numbers.get('X', before[0]), numbers.get('Y', before[1])) + (start if state.incremental else 0j)
        offset = complex(numbers.get('I', 0.0), numbers.get('J', 0.0))
        state.position = to
        if state.operation == 2:
            if state.region:
                self.close_contour()
        elif state.operation == 3:
            self.flash(to)
        elif state.operation == 1:
            edge = self.edge(start, to, offset)
            if state.region:
                state.contour.append(edge)
            else:
                self.stroke(edge)
        else:
            raise NotCovered('a coordinate before any D01, D02 or D03')

    def edge(self, start: complex, end: complex, offset: complex) -> Edge:
        state = self.state
        if state.mode == 1:
            return Edge(start, end)
        left = state.mode == 3
        if state.multi_quadrant is None:
            raise NotCovered('an arc before G74 or G75')
        if offset == 0:
            return Edge(start, end)  # no centre: what is left is the straight way
        if state.multi_quadrant:
            return Edge(start, end, start + offset, left)
        if start == end:
            return Edge(start, end)
        # Of the four centres, the one that lies as far from both ends and turns a quarter at most.
        candidates = [Edge(start, end, start + complex(x * offset.real, y * offset.imag), left) for x in (1, -1) for y in (1, -1)]
        quarter = [one for one in candidates if abs(one.sweep) <= math.tau / 4 * 1.001] or candidates
        return min(quarter, key=lambda one: abs(abs(one.start - one.centre) - abs(one.end - one.centre)))

    # -- objects

    def paint(self, shape: Shape) -> None:
        self.targets[-1].append(Painted(self.state.dark, shape))

    def close_contour(self) -> None:
        edges = self.state.contour
        if edges:
            if edges[-1].end != edges[0].start:
                edges.append(Edge(edges[-1].end, edges[0].start))
            self.paint(Contour(tuple(edges)))
        self.state.contour = []

    def present(self) -> Aperture:
        if self.state.aperture not in self.apertures:
            raise NotCovered(f'the aperture D{self.state.aperture}, which is not defined')
        return self.apertures[self.state.aperture]

    def placing(self, at: complex) -> Similarity:
        """Mirror, then scale and rotate, then move."""
        state = self.state
        turn = cmath.rect(state.scaling, math.radians(state.rotation))
        match state.mirror:
            case 'N':
                return Similarity(turn, at)
            case 'Y':
                return Similarity(turn, at, True)
            case 'X':
                return Similarity(-turn, at, True)
            case 'XY':
                return Similarity(-turn, at)
        raise NotCovered(f'the mirroring {state.mirror}')

    def flash(self, at: complex) -> None:
        present, by = self.present(), self.placing(at)
        if present.block is not None:
            self.targets[-1] += [Painted(one.dark == self.state.dark, one.shape.moved(by)) for one in present.block]
        else:
            self.paint(present.shape.moved(by))

    def stroke(self, edge: Edge) -> None:
        present = self.present()
        if present.diameter is not None:
            radius = present.diameter / 2 * self.state.scaling
            if edge.centre is not None:
                self.paint(Sweep(edge, radius))
            else:
                self.paint(Disc(edge.start, radius) if edge.start == edge.end else Capsule(edge.start, edge.end, radius))
        elif present.rectangle is not None and edge.centre is None:
            by = self.placing(0j)
            self.paint(Polygon(hull([end + by(corner) for corner in present.rectangle for end in (edge.start, edge.end)])))
        else:
            raise NotCovered('a stroke of an aperture that is neither a disc nor a rectangle, or an arc of a rectangle')


def hull(points: list[complex]) -> tuple[complex, ...]:
    """Convex hull, counter-clockwise."""
    ordered = sorted(set(points), key=lambda point: (point.real, point.imag))

    def chain(points: list[complex]) -> list[complex]:
        kept: list[complex] = []
        for point in points:
            while len(kept) > 1 and ((kept[-1] - kept[-2]).conjugate() * (point - kept[-1])).imag <= 0:
                kept.pop()
            kept.append(point)
        return kept[:-1]

    return tuple(chain(ordered) + chain(ordered[::-1]))


def commands(text: str) -> Iterator[tuple[bool, list[str]]]:
    """(extended, words): the words between two percent signs, or one block."""
    at = 0
    while at < len(text):
        if text[at] == '%':
            end = text.find('%', at + 1)
            end = len(text) if end < 0 else end
            yield True, [word for word in (''.join(part.splitlines()).strip() for part in text[at + 1:end].split('*')) if word]
            at = end + 1
        elif text[at].isspace() or text[at] == '*':
            at += 1
        else:
            end = text.find('*', at)
            end = len(text) if end < 0 else end
            yield False, [''.join(text[at:end].split())]
            at = end + 1


def read(text: str) -> list[Painted]:
    """The layer's objects in painter's order."""
    plotter = Plotter()
    for extended, words in commands(text):
        if extended:
            if words:
                plotter.extended(words)
        elif not plotter.word(words[0]):
            break
    plotter.close_contour()
    plotter.end_repeat()
    return plotter.targets[0]


def read_file(path: str) -> list[Painted]:
    with open(path, 'rb') as file:
        return read(file.read().decode('latin1'))
