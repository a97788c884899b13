#!/usr/bin/env python3
"""Times the design review: all checks of each package with the usual limits, following the copper included, and of a board that is copied up to 64 times.

usage: checks.py PACKAGES [--copies N] [--write docs/benchmarks.md]

The console bench/Turnkey.Benchmarks times it in one warm process, the median of five runs or more; beside the time it gives what the processors spent.
Exit code 1 when ulx3s or vesc-bldc4 takes 2 s and more, the sample board 0.5 s and more, or when copies cost more than in proportion to n log n.
"""
from __future__ import annotations
import argparse, json, math, os, sys, tempfile

from console import built_console
from report import ROOT, machine, package_names, run, table, write_section
from tiling import write_tiled

SAMPLE = os.path.join(ROOT, 'samples', 'sensor-node')
BARS = {'ulx3s': 2.0, 'vesc-bldc4': 2.0, 'sensor-node': 0.5}
"""Seconds for all checks on two cores."""

LEAST_COPIES = 4
"""Fewer take so short that what does not grow with the board shows."""

NOISE = 0.05
"""By how much an exponent that is fitted to five times may be off."""


def measured(console: list[str], package: str) -> dict | None:
    """None for a package without copper."""
    outcome = run([*console, 'checks', package])
    if outcome.code == 1 and not outcome.output:
        return None
    if outcome.code != 0:
        sys.exit(f"{package}: {outcome.error.decode('utf8', 'replace')}")
    return json.loads(outcome.output)


def slope(points: list[tuple[float, float]]) -> float:
    """Of the straight line that fits best, on logarithmic scales: the exponent."""
    logs = [(math.log(x), math.log(y)) for x, y in points]
    middle = [sum(values) / len(logs) for values in zip(*logs)]
    return sum((x - middle[0]) * (y - middle[1]) for x, y in logs) / sum((x - middle[0]) ** 2 for x, _ in logs)


def cells(result: dict) -> list[str]:
    return [f"{result['pieces']:,}", f"{result['copper']['seconds']:.3f}", f"{result['review']['seconds']:.3f}", f"{result['review']['processorSeconds']:.3f}"]


def packages(console: list[str], folder: str) -> tuple[str, bool]:
    rows, met = [['package', 'pieces of copper', 'copper alone (s)', 'all checks, with copper (s)', 'processor time of it (s)', 'findings', 'bar (s)']], True
    for place in [SAMPLE, *(os.path.join(folder, name) for name in package_names(folder))]:
        name, result = os.path.basename(place), measured(console, place)
        if result is None:
            continue
        bar = BARS.get(name)
        met &= bar is None or result['review']['seconds'] < bar
        rows.append([name, *cells(result), result['findings'], '' if bar is None else f"{bar} {'met' if result['review']['seconds'] < bar else 'MISSED'}"])
    return table(rows), met


def copies(console: list[str], most: int) -> tuple[str, bool]:
    rows, results = [['copies', 'pieces of copper', 'copper alone (s)', 'all checks, with copper (s)', 'processor time of it (s)']], []
    with tempfile.TemporaryDirectory() as folder:
        count = 1
        while count <= most:
            package = os.path.join(folder, f'copies-{count}')
            write_tiled(SAMPLE, package, count)
            results.append((count, measured(console, package)))
            rows.append([count, *cells(results[-1][1])])
            count *= 2
    single = results[0][1]['pieces']
    for count, result in results:
        # Were a part of the copies lost, their speed would be that of something else.
        if result['pieces'] != count * single:
            sys.exit(f"{count} copies have {result['pieces']} pieces of copper, one has {single}")
    fitted = [result for count, result in results if count >= LEAST_COPIES]
    grows = slope([(result['pieces'], result['review']['processorSeconds']) for result in fitted])
    allowed = slope([(result['pieces'], result['pieces'] * math.log(result['pieces'])) for result in fitted])
    return f'''The sample board, copied side by side, each copy with its own nets and parts. From {LEAST_COPIES} copies on the processor time grows with the number of pieces of
copper to the power of {grows:.2f}; n log n would be {allowed:.2f}.

{table(rows)}''', grows <= allowed + NOISE


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('packages')
    parser.add_argument('--copies', type=int, default=64)
    parser.add_argument('--write')
    options = parser.parse_args()

    console = built_console()
    (table_of_packages, quick), (growth, in_proportion) = packages(console, options.packages), copies(console, options.copies)
    text = f'{table_of_packages}\n\n{growth}'
    print(text)
    if options.write:
        write_section(options.write, 'checks', f'''## Design review: speed

Made by `bench/checks.py`; {machine()}:

```sh
bench/checks.py PACKAGES --write docs/benchmarks.md
```

All checks with the limits of `typical-multilayer` and IPC class 2, in one process that is warm, median of five runs or more. Files are read before; following
the copper through the board is part of it.

{text}
''')
    return 0 if quick and in_proportion else 1


if __name__ == '__main__':
    sys.exit(main())
