#!/usr/bin/python3
"""Compares the image and the speed of `turnkey render` with gerbv, on every Gerber file below some folders.

usage: gerber.py FOLDER|FILE … [--turnkey PATH] [--dpi N] [--repeats N] [--windows N] [--no-speed] [--keep DIR] [--write docs/benchmarks.md]
       gerber.py --self-test

Image: both draw the same pixels (600 dpi, the whole file with 2 mm around it) in black and white. Pixels where they differ count only where all eight
neighbours differ too, because a pixel on an edge may round either way; the figure is their share of all pixels, and less than 5e-5 is equal.
Fine image: the same at 2,400 dpi in windows of 4 × 4 mm over the file's finest features: where lines are thinnest and gaps narrowest, found in the
600 dpi image as what opening and closing it with a small square takes away and fills.
Verdict: where they differ, the exact evaluation of exact.py says at up to 400 of the pixels who is right.
Speed: whole processes at 600 dpi, shortest of N runs (3), each one's own time for a Gerber file of one flash taken off.
gerber-differences.tsv beside this script holds explanations: a pattern for the end of the path, who is right, the reason.
Needs gerbv and Debian's python3-numpy, python3-pil and python3-shapely. Exit code 1 when a bar is missed; for the image that is 99 % of the files equal, or
proven right where they differ, and every difference explained: where gerbv is wrong, an exact reader cannot be equal.
"""
from __future__ import annotations
import argparse, csv, fnmatch, os, re, statistics, sys, tempfile
from typing import NamedTuple

import numpy
from PIL import Image

from report import TURNKEY, gerber_files, machine, run, table, write_section

EQUAL = 5e-5
FINE_DPI, FINE_MM = 2400, 4.0
MARGIN_MM = 2.0
EMPTY = '%FSLAX46Y46*%\n%MOMM*%\n%ADD10C,0.1*%\nD10*\nX0Y0D03*\nM02*\n'
# What gerbv draws wrong: the smallest file that shows it, and a pixel at whose centre (in mm) the exact answer is certain. EXPLANATIONS names these causes.
FAULTS = {
    'a line (primitive 20) in a macro flashed clear': (
        '%FSLAX24Y24*%\n%MOMM*%\n%AMBar*20,1,1,-1,0,1,0,0*%\n%ADD10Bar*%\n%ADD11C,10*%\nD11*\nX0Y0D03*\n%LPC*%\nD10*\nX0Y0D03*\nM02*\n', 0j, False),
    'an arc that is the first thing after G36, its D02 before the G36': (
        '%FSLAX24Y24*%\n%MOMM*%\n%ADD10C,0.1*%\nG75*\nX0Y0D02*\nG36*\nG03X20000Y0I10000J0D01*\nG01*\nX0Y0D01*\nG37*\nM02*\n', 1 - 0.5j, True),
}
Image.MAX_IMAGE_PIXELS = None  # these pictures are our own
EXPLANATIONS = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'gerber-differences.tsv')
HUNDREDTH = 0.01
GRID_MM = 0.00254  # gerbv takes an origin of at most 20 characters: four decimals of an inch


class Window(NamedTuple):
    """Pixels that a picture shows: lower left corner in mm of the file, size in pixels, resolution."""
    left: float
    bottom: float
    width: int
    height: int
    dpi: int


class Picture(NamedTuple):
    """Dark pixels, first row on top; None where no image came."""
    dark: numpy.ndarray | None
    seconds: float


class Comparison(NamedTuple):
    """One file: difference of the image, of each fine window, and the seconds of gerbv and Turnkey with their start-up taken off; whom the exact
    evaluation agrees with where they differ."""
    name: str
    whole: float | None
    fine: list[float]
    gerbv: float
    turnkey: float
    remark: str
    verdict: str = ''

    @property
    def proven(self) -> bool:
        """Turnkey is right wherever the exact evaluation was asked."""
        return self.verdict.startswith('Turnkey') and self.verdict.endswith('gerbv at 0')


def on_grid(millimetres: float) -> float:
    return round(round(millimetres / GRID_MM) * GRID_MM, 5)


def extent(path: str, dpi: int) -> Window:
    """All coordinates of a file with a margin, in whole pixels. Reads numbers alone, so it is as wide as the widest excursion, drawn or not."""
    with open(path, 'rb') as file:
        text = file.read().decode('latin1')
    form = re.search(r'%FS([LT]?)[^X]*X(\d)(\d)', text)
    trailing, whole, decimals = (form[1] == 'T', int(form[2]), int(form[3])) if form else (False, 2, 4)
    unit = 25.4 if re.search(r'[%*\s]MOIN\*', text) or ('G70*' in text and not re.search(r'[%*\s]MOMM\*', text)) else 1.0

    def millimetres(word: str) -> float:
        digits = word.lstrip('+-')
        digits = digits.ljust(whole + decimals, '0') if trailing else digits
        return (-1 if word.startswith('-') else 1) * int(digits) / 10 ** decimals * unit

    body = re.sub(r'%[^%]*%|G04[^*]*\*', '', text)
    across = [millimetres(word) for word in re.findall(r'X([+-]?\d+)', body)] or [0.0]
    up = [millimetres(word) for word in re.findall(r'Y([+-]?\d+)', body)] or [0.0]
    pixels = lambda low, high: int((high - low + 2 * MARGIN_MM) / 25.4 * dpi) + 1
    return Window(on_grid(min(across) - MARGIN_MM), on_grid(min(up) - MARGIN_MM), pixels(min(across), max(across)), pixels(min(up), max(up)), dpi)


def gerbv_command(path: str, window: Window, png: str) -> list[str]:
    # A hundredth of a pixel more, because gerbv rounds the size down; it too may have 20 characters.
    size = 'x'.join(f'{(pixels + 0.01) / window.dpi:.6f}' for pixels in (window.width, window.height))
    return ['gerbv', '--export=png', f'--dpi={window.dpi}', '--border=0', f'--origin={window.left / 25.4:.4f}x{window.bottom / 25.4:.4f}', f'--window_inch={size}',
            '--background=#FFFFFF', '--foreground=#000000FF', '-o', png, path]


def turnkey_command(turnkey: str, path: str, window: Window, png: str) -> list[str]:
    size = ','.join(f'{pixels * 25.4 / window.dpi:.6f}' for pixels in (window.width, window.height))
    return [turnkey, 'render', path, '--png', png, '--dpi', str(window.dpi), '--binary', '--window', f'{window.left:.6f},{window.bottom:.6f},{size}']


def dark_pixels(png: str) -> numpy.ndarray:
    """The picture in black and white: dark where it is darker than half on white."""
    with Image.open(png) as picture:
        if picture.mode in ('RGBA', 'LA'):
            picture = Image.alpha_composite(Image.new('RGBA', picture.size, 'white'), picture.convert('RGBA'))
        return numpy.asarray(picture.convert('L')) < 128


def draw(command: list[str], png: str, repeats: int = 1) -> Picture:
    seconds = []
    for _ in range(max(1, repeats)):
        if os.path.exists(png):
            os.remove(png)
        seconds.append(run(command).seconds)
    return Picture(dark_pixels(png) if os.path.exists(png) else None, min(seconds))


def around(image: numpy.ndarray, distance: int, every: bool) -> numpy.ndarray:
    """Erosion (every) or dilation with a square of 2 × distance + 1 pixels; outside the image nothing is set."""
    join = numpy.logical_and if every else numpy.logical_or
    for axis in (0, 1):
        padded = numpy.pad(image, [(distance, distance) if axis == one else (0, 0) for one in (0, 1)])
        size = image.shape[axis]
        parts = [padded[shift:shift + size] if axis == 0 else padded[:, shift:shift + size] for shift in range(2 * distance + 1)]
        image = parts[0].copy()
        for part in parts[1:]:
            join(image, part, out=image)
    return image


def difference(a: numpy.ndarray, b: numpy.ndarray) -> float:
    """Share of pixels that differ together with all their neighbours."""
    return float(around(a != b, 1, every=True).mean())


def verdict_on(path: str, window: Window, theirs: numpy.ndarray, ours: numpy.ndarray) -> str:
    """What the exact evaluation (exact.py, which shares nothing with either) says at 400 of the pixels that differ with all their neighbours."""
    import exact
    try:
        layer = exact.Layer(exact.plotter.read_file(path))
    except exact.NotCovered as error:
        return f'not covered: {error}'
    places = numpy.argwhere(around(theirs != ours, 1, every=True))
    places = places[numpy.linspace(0, len(places) - 1, min(len(places), 400)).astype(int)]
    pitch, agreed = 25.4 / window.dpi, 0
    for row, column in places:
        point = complex(window.left + (column + 0.5) * pitch, window.bottom + (window.height - row - 0.5) * pitch)
        dark = exact.chord(layer.near(point, 0.001), point, 1 + 0j, dark=True) is not None
        agreed += dark == ours[row, column]
    return f'Turnkey at {agreed} of {len(places)}, gerbv at {len(places) - agreed}'


def finest(image: numpy.ndarray, window: Window, most: int) -> list[Window]:
    """Windows over the finest features: the smallest square whose opening takes dark away (thin lines), and whose closing fills light (narrow gaps)."""
    found = []
    for thin in (True, False):
        for distance in (1, 2, 3, 4, 6, 8):
            shape = image if thin else ~image
            fine = shape & ~around(around(shape, distance, every=True), distance, every=False)
            # A corner leaves a pixel or two; a feature leaves a run of them.
            if fine.sum() >= 24:
                found += densest(fine, window, most)
                break
    return found


def densest(fine: numpy.ndarray, window: Window, most: int) -> list[Window]:
    """Fine windows where most of these pixels lie, apart from one another."""
    side = int(FINE_MM / 25.4 * window.dpi)
    rows, columns = (max(1, size // side) for size in fine.shape)
    cells = numpy.zeros((rows, columns), int)
    high, wide = (int(numpy.ceil(size / count)) for size, count in zip(fine.shape, (rows, columns)))
    for row in range(rows):
        for column in range(columns):
            cells[row, column] = fine[row * high:(row + 1) * high, column * wide:(column + 1) * wide].sum()
    chosen = []
    for index in numpy.argsort(-cells, axis=None, kind='stable')[:most]:
        row, column = divmod(int(index), columns)
        block = fine[row * high:(row + 1) * high, column * wide:(column + 1) * wide]
        if not block.any():
            break
        # Around the middle of the pixels themselves, so that the window is over what it was chosen for.
        down, across = (float(numpy.median(one)) for one in numpy.nonzero(block))
        x = window.left + (column * wide + across) * 25.4 / window.dpi
        y = window.bottom + (window.height - row * high - down) * 25.4 / window.dpi
        pixels = round(FINE_MM / 25.4 * FINE_DPI)
        chosen.append(Window(on_grid(x - FINE_MM / 2), on_grid(y - FINE_MM / 2), pixels, pixels, FINE_DPI))
    return chosen


class Bench:
    """Draws with both programs and keeps their start-up times."""

    def __init__(self, turnkey: str, folder: str, repeats: int, windows: int, dpi: int, keep: str | None):
        self.turnkey, self.folder, self.repeats, self.windows, self.dpi, self.keep = turnkey, folder, repeats, windows, dpi, keep
        empty = os.path.join(folder, 'empty.gbr')
        with open(empty, 'w') as file:
            file.write(EMPTY)
        run([turnkey, '--version'])  # builds, where that is due
        first = self.both(empty, Window(on_grid(-1), on_grid(-1), dpi * 2 // 25, dpi * 2 // 25, dpi), 11)
        self.start_gerbv, self.start_turnkey = first[0].seconds, first[1].seconds

    def both(self, path: str, window: Window, repeats: int = 1) -> tuple[Picture, Picture]:
        theirs, ours = os.path.join(self.folder, 'gerbv.png'), os.path.join(self.folder, 'turnkey.png')
        return draw(gerbv_command(path, window, theirs), theirs, repeats), draw(turnkey_command(self.turnkey, path, window, ours), ours, repeats)

    def compare(self, path: str, name: str) -> Comparison:
        window = extent(path, self.dpi)
        gerbv, turnkey = self.both(path, window, self.repeats)
        seconds = gerbv.seconds - self.start_gerbv, turnkey.seconds - self.start_turnkey
        if gerbv.dark is None or turnkey.dark is None:
            return Comparison(name, None, [], *seconds, 'no image from ' + ('gerbv' if gerbv.dark is None else 'Turnkey'))
        if gerbv.dark.shape != turnkey.dark.shape:
            return Comparison(name, None, [], *seconds, f'images of {gerbv.dark.shape} and {turnkey.dark.shape} pixels')
        if not gerbv.dark.any() and not turnkey.dark.any():
            return Comparison(name, None, [], *seconds, 'both images are empty')
        whole = difference(gerbv.dark, turnkey.dark)
        self.keep_apart(gerbv.dark, turnkey.dark, whole, f'{name}-{self.dpi}')
        verdict = verdict_on(path, window, gerbv.dark, turnkey.dark) if whole >= EQUAL else ''
        fine = []
        for number, place in enumerate(finest(turnkey.dark, window, self.windows)):
            theirs, ours = self.both(path, place)
            if theirs.dark is None or ours.dark is None or theirs.dark.shape != ours.dark.shape:
                return Comparison(name, whole, fine, *seconds, f'no two images alike in size of the window {place}', verdict)
            fine.append(difference(theirs.dark, ours.dark))
            if fine[-1] >= EQUAL and not verdict:
                verdict = verdict_on(path, place, theirs.dark, ours.dark)
            self.keep_apart(theirs.dark, ours.dark, fine[-1], f'{name}-{FINE_DPI}-{number}-at-{place.left}-{place.bottom}')
        return Comparison(name, whole, fine, *seconds, '', verdict)

    def keep_apart(self, theirs: numpy.ndarray, ours: numpy.ndarray, measured: float, name: str) -> None:
        """For looking at: black in both, red in gerbv alone, blue in Turnkey alone."""
        if not self.keep or measured < EQUAL:
            return
        os.makedirs(self.keep, exist_ok=True)
        light = lambda *dark: numpy.where(numpy.logical_or.reduce(dark), 0, 255).astype(numpy.uint8)
        pixels = numpy.dstack([light(ours), light(ours, theirs), light(theirs)])
        Image.fromarray(pixels).save(os.path.join(self.keep, name.replace('/', '_') + '.png'))


def explanations() -> list[dict[str, str]]:
    with open(EXPLANATIONS, newline='', encoding='utf8') as file:
        return list(csv.DictReader((line for line in file if not line.startswith('#')), delimiter='\t'))


def explained(name: str, known: list[dict[str, str]]) -> tuple[str, str]:
    """Who is right, and why; empty where nobody has looked yet."""
    return next(((one['right'], one['reason']) for one in known if fnmatch.fnmatchcase(name, one['file']) or fnmatch.fnmatchcase(name, '*/' + one['file'])), ('', ''))


def differs(one: Comparison) -> bool:
    return one.whole is None or one.whole >= EQUAL or any(fine >= EQUAL for fine in one.fine)


def image_text(results: list[Comparison], dpi: int) -> tuple[str, bool]:
    known = explanations()
    equal = sum(one.whole is not None and one.whole < EQUAL for one in results)
    proven = sum(one.whole is not None and one.whole >= EQUAL and one.proven for one in results)
    windows = [fine for one in results for fine in one.fine]
    lines = [f'- image at {dpi} dpi equal (difference < {EQUAL:g}): {equal} of {len(results)} files = {equal / len(results):.1%} (wanted: 99 %, the others explained)',
             f'- with those that differ where the exact evaluation agrees with Turnkey at every pixel asked: {equal + proven} of {len(results)} = {(equal + proven) / len(results):.1%}']
    if windows:
        lines.append(f'- image at {FINE_DPI} dpi over the finest features equal: {sum(fine < EQUAL for fine in windows)} of {len(windows)} windows, in {sum(bool(one.fine) for one in results)} files')
    rows = [['file', f'difference at {dpi} dpi', f'worst window at {FINE_DPI} dpi', 'exact evaluation agrees with', 'who is right', 'why']]
    unexplained = 0
    for one in filter(differs, results):
        right, reason = explained(one.name, known)
        unexplained += not reason
        rows.append([one.name, one.remark if one.whole is None else f'{one.whole:.1e}', f'{max(one.fine):.1e}' if one.fine else '–', one.verdict or '–', right or '?', reason or 'not explained'])
    lines.append(f'- different files without an explanation: {unexplained}')
    return '\n'.join(lines) + ('\n\nFiles that differ:\n\n' + table(rows) if len(rows) > 1 else ''), equal + proven >= 0.99 * len(results) and unexplained == 0


def speed_text(results: list[Comparison], bench: Bench) -> tuple[str, bool]:
    # Less than a millisecond is not told from start-up.
    pairs = [(max(one.gerbv, 0.001), max(one.turnkey, 0.001), one.name) for one in results]
    ratios = [theirs / ours for theirs, ours, _ in pairs]
    slower = [(ours - theirs, name) for theirs, ours, name in pairs if ours > theirs + 0.1]
    large = [theirs / ours for theirs, ours, _ in pairs if theirs >= HUNDREDTH]
    lines = [
        f'- times faster than gerbv at {bench.dpi} dpi: median {statistics.median(ratios):.1f} (wanted: 3)'
        + (f'; median of the {len(large)} files that gerbv needs at least 10 ms for: {statistics.median(large):.1f}' if large else ''),
        f'- files more than 0.1 s slower than gerbv: {len(slower)} (wanted: 0)' + ''.join(f'; {name} by {by:.2f} s' for by, name in slower),
        f'- all files together: gerbv {sum(theirs for theirs, _, _ in pairs):.1f} s, Turnkey {sum(ours for _, ours, _ in pairs):.1f} s; '
        f'start-up taken off each: {bench.start_gerbv * 1000:.0f} and {bench.start_turnkey * 1000:.0f} ms']
    rows = [['the ten files slowest in gerbv', 'gerbv (ms)', 'Turnkey (ms)', 'times faster']]
    rows += [[name, f'{theirs * 1000:.0f}', f'{ours * 1000:.0f}', f'{theirs / ours:.1f}'] for theirs, ours, name in sorted(pairs, reverse=True)[:10]]
    return '\n'.join(lines) + '\n\n' + table(rows), statistics.median(ratios) >= 3 and not slower


def self_test() -> int:
    """What could go wrong here in silence: a difference that is not seen, a window beside what it was chosen for, a wrong extent."""
    blank = numpy.zeros((400, 600), bool)
    line, block, edge = blank.copy(), blank.copy(), blank.copy()
    line[100, 50:150] = line[101, 50:150] = True
    block[100:103, 200:203] = True
    edge[:3, :3] = True
    assert difference(blank, blank) == 0 and difference(blank, line) == 0, 'a line two pixels wide is an edge'
    assert difference(blank, block) == 1 / blank.size and difference(block, blank) == 1 / blank.size, 'three by three pixels are one that counts'
    assert difference(blank, edge) == 1 / blank.size, 'a corner of the picture counts'
    window = Window(10.0, 20.0, 600, 400, 600)
    solid = blank.copy()
    solid[150:350, 100:500] = True
    solid[200:202, 250:450] = False  # a gap of two pixels in its upper half
    for image, x, y in ((line, 100, 100.5), (solid, 350, 200.5)):
        place = finest(image, window, 1)[-1]
        right, up = place.left + FINE_MM / 2, place.bottom + FINE_MM / 2
        assert abs(up - (20 + (400 - y) * 25.4 / 600)) < 0.1, f'a window at {place} for row {y}'
        assert 10 + 50 * 25.4 / 600 < right < 10 + 450 * 25.4 / 600, f'a window at {place} for column {x}'
    assert not finest(blank, window, 1), 'nothing to look at has no window'
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'small.gbr')
        with open(path, 'w') as file:
            file.write('G04 X99Y99*\n%FSLAX24Y24*MOIN*%\n%ADD10C,0.01*%\nD10*\nX10000Y20000D02*\nX20000Y-5000D01*\nM02*\n')
        found = extent(path, 600)
        assert (found.left, found.bottom) == (on_grid(25.4 - 2), on_grid(-12.7 - 2)) and abs(found.left - 23.4) < 0.002 and found.width == int(29.4 / 25.4 * 600) + 1, found
        png = os.path.join(folder, 'a.png')
        drawn = draw(gerbv_command(path, found, png), png).dark
        assert drawn is not None and drawn.shape == (found.height, found.width) and 0 < drawn.mean() < 0.1, 'gerbv draws the window asked for'
    for cause, (text, point, dark) in FAULTS.items():
        with tempfile.TemporaryDirectory() as folder:
            path, png = os.path.join(folder, 'fault.gbr'), os.path.join(folder, 'fault.png')
            with open(path, 'w') as file:
                file.write(text)
            seen = Window(on_grid(-7), on_grid(-7), 700, 700, 1270)
            row, column = seen.height - 1 - int((point.imag - seen.bottom) / 0.02), int((point.real - seen.left) / 0.02)
            assert draw(gerbv_command(path, seen, png), png).dark[row, column] != dark, f'gerbv no longer draws this wrong: {cause}'
            assert draw(turnkey_command(TURNKEY, path, seen, png), png).dark[row, column] == dark, f'Turnkey draws this wrong: {cause}'
    print('self-test passed')
    return 0


def main() -> int:
    if sys.argv[1:] == ['--self-test']:
        return self_test()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('places', nargs='+')
    parser.add_argument('--turnkey', default=TURNKEY)
    parser.add_argument('--dpi', type=int, default=600)
    parser.add_argument('--repeats', type=int, default=3, help='runs of each, the shortest counts')
    parser.add_argument('--windows', type=int, default=2, help='fine windows over thin lines and over narrow gaps, each, in a file')
    parser.add_argument('--no-speed', action='store_true', help='the images alone, one run')
    parser.add_argument('--keep', help='folder for pictures of what differs')
    parser.add_argument('--write')
    options = parser.parse_args()

    root = os.path.commonpath([os.path.abspath(place) for place in options.places])
    root = root if os.path.isdir(root) else os.path.dirname(root)
    files = [os.path.abspath(path) for path in gerber_files(options.places)]
    results = []
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(options.turnkey, folder, 1 if options.no_speed else options.repeats, options.windows, options.dpi, options.keep)
        for path in files:
            one = bench.compare(path, os.path.relpath(path, root))
            results.append(one)
            fine = f'{max(one.fine):.1e}' if one.fine else '–'
            print(f"{one.remark or format(one.whole, '.1e')}  fine {fine}  gerbv {one.gerbv:.3f} s  turnkey {one.turnkey:.3f} s  {one.name}", file=sys.stderr, flush=True)
    if not results:
        sys.exit('there is no Gerber file')

    image, good = image_text(results, options.dpi)
    speed, fast = ('', True) if options.no_speed else speed_text(results, bench)
    text = (speed + '\n\n' + image).strip()
    print(text)
    if options.write:
        version = re.search(r'gerbv version (\S+)', (lambda shown: shown.output + shown.error)(run(['gerbv', '--version'])).decode())
        write_section(options.write, 'gerber', f'''## Gerber files against gerbv

Made by `bench/gerber.py` with gerbv{' ' + version[1] if version else ''} on {len(results)} Gerber files; {machine()}:

```sh
bench/gerber.py PACKAGES --write docs/benchmarks.md
```

Both draw the same pixels in black and white. A pixel that differs counts only when all its eight neighbours differ too: edges may round either way.
The windows of 4 × 4 mm lie where the script finds the thinnest lines and narrowest gaps. Speed is that of whole processes (shortest of {bench.repeats}), each
one's own start-up taken off. Where they differ, the exact evaluation of
`bench/exact.py` is asked at up to 400 of the pixels; explanations come from `bench/gerber-differences.tsv`.

{text}
''')
    return 0 if good and fast else 1


if __name__ == '__main__':
    sys.exit(main())
