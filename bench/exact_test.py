"""Closed forms that the exact evaluation has to give: run by `exact.py --self-test`."""
from __future__ import annotations
import math, random, struct, zlib

import exact, plotter
from exact import Layer, chord, copper, dark_rows, shortest_free
from plotter import NotCovered
from primitives import Edge, Sweep

HEAD = '%FSLAX46Y46*%\n%MOMM*%\n'


def layer(body: str) -> Layer:
    return Layer(plotter.read(HEAD + body + 'M02*\n'))


def area(body: str) -> float:
    return copper(plotter.read(HEAD + body + 'M02*\n')).area


def near(have: float, want: float, within: float = 1e-9) -> None:
    assert abs(have - want) <= within, f'{have!r}, not {want!r}'


def relative(have: float, want: float, within: float = 2e-6) -> None:
    assert abs(have / want - 1) <= within, f'{have!r}, not {want!r}: {have / want - 1:+.2e}'


def run_of(one: Layer, x: float, y: float, upright: bool = False, dark: bool = True) -> float:
    span = chord(one.near(complex(x, y), exact.REACH_MM), complex(x, y), 1j if upright else 1 + 0j, dark)
    assert span is not None
    return span.end - span.start


def areas_of_single_shapes() -> None:
    pi = math.pi
    relative(area('%ADD10C,2*%D10*X0Y0D03*'), pi)
    relative(area('%ADD10C,2X1*%D10*X0Y0D03*'), pi * 0.75)
    near(area('%ADD10R,2X1*%D10*X0Y0D03*'), 2)
    near(area('%ADD10R,2X1X0.5X0.5*%D10*X0Y0D03*'), 1.75)
    relative(area('%ADD10O,3X1*%D10*X0Y0D03*'), 2 + pi / 4)
    near(area('%ADD10P,2X6X15*%D10*X0Y0D03*'), 6 * math.sqrt(3) / 4)
    relative(area('%ADD10C,0.2*%D10*X0Y0D02*X1000000Y0D01*'), 0.2 + pi * 0.01)
    near(area('%ADD10R,0.2X0.4*%D10*X0Y0D02*X1000000Y0D01*'), 1.2 * 0.4)
    near(area('%ADD10R,0.2X0.2*%D10*X0Y0D02*X1000000Y1000000D01*'), 0.04 + 2 * 0.2)
    # A quarter arc of radius 1 drawn 0.2 wide; a whole circle.
    relative(area('%ADD10C,0.2*%D10*G75*G03*X1000000Y0D02*X0Y1000000I-1000000J0D01*'), pi / 2 * 0.2 + pi * 0.01, 1e-5)
    relative(area('%ADD10C,0.2*%D10*G75*G03*X1000000Y0D02*X1000000Y0I-1000000J0D01*'), 2 * pi * 0.2, 1e-5)
    relative(area('%ADD10C,0.2*%D10*G74*G03*X1000000Y0D02*X0Y1000000I1000000J0D01*'), pi / 2 * 0.2 + pi * 0.01, 1e-5)
    # A pen wider than the arc it follows: a half turn of radius 0.1 drawn 1 wide.
    wide = Sweep(Edge(0.1 + 0j, -0.1 + 0j, 0j), 0.5)
    samples = random.Random(1)
    hit = sum(inside_sweep(complex(samples.uniform(-1, 1), samples.uniform(-1, 1))) for _ in range(200_000))
    relative(exact.region(wide).area, 4 * hit / 200_000, 0.01)


def inside_sweep(point: complex) -> bool:
    on_arc = 0.1 * point / abs(point) if point.imag >= 0 and point != 0 else None
    return min(abs(point - one) for one in (0.1, -0.1, on_arc) if one is not None) <= 0.5


def areas_of_regions_and_polarity() -> None:
    near(area('G36*X0Y0D02*G01*X2000000D01*Y1000000D01*X0D01*Y0D01*G37*'), 2)
    relative(area('G75*G36*X1000000Y0D02*G03*X-1000000Y0I-1000000J0D01*G01*X1000000D01*G37*'), math.pi / 2, 2e-6)
    # A cut-in: an outer square of 3, reached along one line, a hole of 1.
    cut = 'G36*G01*X0Y0D02*X3000000D01*Y3000000D01*X0D01*Y1000000D01*X1000000D01*Y2000000D01*X2000000D01*Y1000000D01*X0D01*Y0D01*G37*'
    near(area(cut), 8)
    # Winding twice around is covered as winding once; a figure of eight has both its lobes.
    twice = 'G36*G01*X0Y0D02*' + 'X1000000Y0D01*X1000000Y1000000D01*X0Y1000000D01*X0Y0D01*' * 2 + 'G37*'
    near(area(twice), 1)
    near(area('G36*G01*X0Y0D02*X2000000Y2000000D01*X2000000Y0D01*X0Y2000000D01*X0Y0D01*G37*'), 2)
    # Clear takes away what is below it, not what comes after.
    order = '%ADD10R,2X2*%%ADD11R,1X1*%%ADD12R,0.5X0.5*%D10*X0Y0D03*%LPC*%D11*X0Y0D03*%LPD*%D12*X0Y0D03*'
    near(area(order), 4 - 1 + 0.25)
    # A hole in an aperture, and clear in a macro, take nothing away from what lies below.
    near(area('%ADD10R,2X2*%%ADD11C,1X0.5*%D10*X0Y0D03*D11*X0Y0D03*'), 4)
    near(area('%AMDONUT*1,1,1,0,0*1,0,0.5,0,0*%%ADD10R,2X2*%%ADD11DONUT*%D10*X0Y0D03*D11*X0Y0D03*'), 4)
    relative(area('%AMDONUT*1,1,1,0,0*1,0,0.5,0,0*%%ADD11DONUT*%D11*X0Y0D03*'), math.pi * (0.25 - 0.0625))


def areas_of_macros() -> None:
    near(area('%AMA*21,1,$1,$2x2,0,0,30*%%ADD10A,2X0.5*%D10*X0Y0D03*'), 2)
    near(area('%AMA*$3=$1/2+1*22,1,$3,1.-0.5,0,0,0*%%ADD10A,2*%D10*X0Y0D03*'), 1)
    near(area('%AMA*20,1,0.5,0,0,3,4,0*%%ADD10A*%D10*X0Y0D03*'), 2.5)
    near(area('%AMA*4,1,3,0,0,1,0,0,1,0,0,45*%%ADD10A*%D10*X0Y0D03*'), 0.5)
    near(area('%AMA*5,1,4,0,0,2,0*%%ADD10A*%D10*X0Y0D03*'), 2)
    ring = math.pi * (1 - 0.25)
    arm = 4 * (lambda h: (math.asin(h) + h * math.sqrt(1 - h * h)) - (0.25 * math.asin(h / 0.5) + h * math.sqrt(0.25 - h * h)))(0.1)
    relative(area('%AMA*7,0,0,2,1,0.2,0*%%ADD10A*%D10*X0Y0D03*'), ring - arm, 1e-5)
    relative(area('%AMA*6,0,0,2,0.2,0.1,1,0.05,0,0*%%ADD10A*%D10*X0Y0D03*'), math.pi * (1 - 0.64), 1e-5)
    near(area('%FSLAX24Y24*%%MOIN*%%AMA*21,1,1,1,0,0,0*%%ADD10A*%D10*X0Y0D03*'), 25.4 ** 2)


def copies_and_transformations() -> None:
    near(area('%ADD10R,1X0.5*%%SRX3Y2I2J1*%D10*X0Y0D03*%SR*%'), 3)
    near(area('%ADD10R,1X0.5*%%ABD20*%D10*X0Y0D03*X2000000D03*%AB*%D20*X0Y0D03*X0Y2000000D03*'), 2)
    # A clear flash of a block turns its dark to clear.
    near(area('%ADD10R,1X1*%%ADD11R,4X4*%%ABD20*%D10*X0Y0D03*%AB*%D11*X0Y0D03*%LPC*%D20*X0Y0D03*'), 15)
    near(area('%LS2*%%ADD10R,1X0.5*%D10*X0Y0D03*'), 2)
    # Mirrored first, then turned: a triangle in the first quadrant goes to the second, then by 90° to the third.
    body = '%AMA*4,1,3,0,0,2,0,0,1,0,0,0*%%ADD10A*%%LMX*%%LR90*%D10*X0Y0D03*'
    corner = plotter.read(HEAD + body)[0].shape.parts[0][1].corners
    for have, want in zip(corner, (0, -2j, -1)):
        near(abs(have - want), 0)
    box = plotter.read('%FSTAX24Y24*%\n%MOMM*%\n%ADD10R,1X1*%\nD10*\nX01Y0105D03*\nM02*\n')[0].shape.box()
    for have, want in zip(box, (0.5, 0.55, 1.5, 1.55)):
        near(have, want)


def lengths_of_lines() -> None:
    disc = layer('%ADD10C,0.2*%D10*X0Y0D03*')
    near(run_of(disc, 0.01, 0.05), 2 * math.sqrt(0.01 - 0.0025))
    near(run_of(disc, 0.06, 0.01, upright=True), 2 * math.sqrt(0.01 - 0.0036))
    stroke = layer('%ADD10C,0.1*%D10*X0Y0D02*X1000000Y1000000D01*')
    near(run_of(stroke, 0.5, 0.51), 0.1 * math.sqrt(2))
    arc = layer('%ADD10C,0.1*%D10*G75*G03*X1000000Y0D02*X0Y1000000I-1000000J0D01*')
    near(run_of(arc, 0.8, 0.6), math.sqrt(1.05 ** 2 - 0.36) - math.sqrt(0.95 ** 2 - 0.36))
    contour = layer('G75*G36*X100000Y0D02*G02*X-100000Y0I-100000J0D01*G01*X100000D01*G37*')
    near(run_of(contour, 0.0, -0.06), 0.16)
    two = layer('%ADD10R,0.5X0.5*%D10*X0Y0D03*X600000D03*')
    near(run_of(two, 0.28, 0.1, dark=False), 0.1)
    three = layer('%ADD10C,0.1*%D10*X0Y0D03*X100000D03*X50000Y10000D03*')
    near(run_of(three, 0.05, 0.01), math.sqrt(0.0025 - 0.0001) * 2 + 0.1)
    holed = layer('%ADD10R,0.3X0.3*%%ADD11C,0.1*%D10*X0Y0D03*%LPC*%D11*X0Y0D03*')
    near(run_of(holed, 0.1, 0.0), 0.1)
    near(run_of(holed, 0.0, 0.03, dark=False), 0.08)


def smallest_gaps() -> None:
    discs = layer('%ADD10C,0.4*%D10*X0Y0D03*X300000Y400000D03*')
    near(shortest_free(discs, 0.15 + 0.2j), 0.1, 1e-7)
    corners = layer('%ADD10R,0.4X0.4*%D10*X0Y0D03*X430000Y440000D03*')
    near(shortest_free(corners, 0.215 + 0.22j), 0.05, 1e-7)
    assert shortest_free(discs, 0j) is None, 'a place on copper has no gap'


def lines_agree_with_areas() -> None:
    """The exact lengths along many rows add up to the area of the union: two ways that share only the shapes."""
    chance = random.Random(7)
    body = '%ADD10C,0.3*%%ADD11R,0.5X0.2*%%AMA*1,1,0.6,0,0*1,0,0.2,0.1,0*%%ADD12A*%G75*'
    for i in range(60):
        x, y, to_x, to_y = (chance.randrange(3_000_000) for _ in range(4))
        body += f'%LP{"C" if i % 7 == 6 else "D"}*%' + (f'D10*G01*X{x}Y{y}D02*X{to_x}Y{to_y}D01*', f'D11*G01*X{x}Y{y}D03*', f'D12*G01*X{x}Y{y}D03*',
                 f'D10*X{x}Y{y}D02*G02*X{x}Y{y + 400_000}I0J200000D01*', f'G36*G01*X{x}Y{y}D02*X{to_x}D01*G03*X{x}Y{y}I{(x - to_x) // 2}J0D01*G37*')[i % 5]
    objects = plotter.read(HEAD + body)
    # A grid of rows that no edge lies on.
    step, first = 0.0013, -3.000271
    total = sum(span.end - span.start for i in range(7000) for span in exact.covered(objects, complex(0, first + i * step), 1 + 0j)) * step
    relative(total, copper(objects).area, 3e-4)


def samples_are_what_they_say() -> None:
    one = layer('%ADD10C,0.1*%D10*' + ''.join(f'X0Y{y}D02*X4000000Y{y}D01*' for y in range(0, 2_000_000, 200_000)))
    found = exact.places(one, 20, 'test')
    assert len(found) == 20 and 5 < sum(place.dark for place in found) < 15 and found == exact.places(one, 20, 'test')
    for place in found:
        assert place.upright, 'along the stroke it is too long'
        near(place.length, 0.1, 1e-9)
    assert exact.judged(layer('%ADD10C,0.1*%D10*X0Y0D03*'), 0, 49_900, False, True) is None, 'where the edge runs along the row'


def pictures() -> None:
    rows = [[(x * x + y) % 3 == 0 for x in range(11)] for y in range(5)]
    packed = [int(''.join('0' if dark else '1' for dark in row).ljust(16, '0'), 2).to_bytes(2, 'big') for row in rows]
    filtered, above = b'', bytes(2)
    for i, row in enumerate(packed):
        guesses = ((0, 0), (0, row[0]), tuple(above), (above[0] // 2, (row[0] + above[1]) // 2), (above[0], paeth(row[0], above[1], above[0])))[i]
        filtered += bytes([i]) + bytes((value - guess) & 255 for value, guess in zip(row, guesses))
        above = row
    chunk = lambda kind, body: struct.pack('>I', len(body)) + kind + body + struct.pack('>I', zlib.crc32(kind + body))
    png = b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', 11, 5, 1, 0, 0, 0, 0)) + chunk(b'IDAT', zlib.compress(filtered)) + chunk(b'IEND', b'')
    assert dark_rows(png) == rows


def paeth(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    return min((left, up, corner), key=lambda one: abs(guess - one))


def what_is_not_known_is_refused() -> None:
    for body in ('%ADD10A*%', '%ADD10C,1*%D11*X0Y0D03*', '%IPNEG*%', '%MIA1B0*%', '%ADD10O,1X2*%D10*X0Y0D02*X1Y1D01*', '%AMA*9,1*%%ADD10A*%', 'G03*X0Y0D02*X1Y1I1J1D01*'):
        try:
            plotter.read(HEAD + body)
        except NotCovered:
            continue
        raise AssertionError(f'{body} was not refused')


def run_all() -> int:
    tests = [areas_of_single_shapes, areas_of_regions_and_polarity, areas_of_macros, copies_and_transformations, lengths_of_lines, smallest_gaps,
             lines_agree_with_areas, samples_are_what_they_say, pictures, what_is_not_known_is_refused]
    failed = 0
    for test in tests:
        try:
            test()
        except Exception as error:  # the others are run all the same
            failed += 1
            print(f'FAILED  {test.__name__.replace("_", " ")}: {type(error).__name__} {error}')
        else:
            print(f'ok      {test.__name__.replace("_", " ")}')
    return 1 if failed else 0
