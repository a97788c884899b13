#!/usr/bin/env python3
"""Measures the simulation of kit completion, in one warm process, beside the same model in numpy where that is installed.

usage: risk.py [--lines N] [--runs N] [--write docs/benchmarks.md]

Two made-up bills of materials of N lines (200): most parts on stock at ten suppliers, and every line with a lead time of its own. The kit is gathered N times
(10,000); the median of all runs in three seconds is given. numpy draws the second with another generator, so that its figures must agree within five
standard errors. Exit code 1 when a kit takes longer than a second or the two disagree.
"""
from __future__ import annotations
import argparse, json, math, sys, time

from console import built_console
from report import machine, run, table, write_section

BAR_SECONDS = 1.0


def measured(lines: int, runs: int) -> dict:
    outcome = run([*built_console(), 'kit', str(lines), str(runs)])
    if outcome.code != 0:
        sys.exit(outcome.error.decode('utf8', 'replace'))
    return json.loads(outcome.output)


def in_numpy(lines: int, runs: int) -> dict | None:
    """The second bill of materials as bench/Turnkey.Benchmarks/KitBenchmark.cs makes it: ratios of median and sigma, 30 % of the variance shared."""
    try:
        import numpy
    except ImportError:
        return None
    random = numpy.random.default_rng(1)
    number = numpy.arange(lines)
    unknown = number % 4 == 0
    days = 14 + (number * 37) % 100
    median = numpy.where(unknown, 1.05, 1.0) * days
    sigma = numpy.where(unknown, 0.35, 0.25)
    group = (number * 7) % 10 * 2 + unknown
    times = []
    for _ in range(5):
        begin = time.perf_counter()
        shared = random.standard_normal((20, runs))
        latest = numpy.zeros(runs)
        for i in range(lines):
            z = math.sqrt(0.3) * shared[group[i]] + math.sqrt(0.7) * random.standard_normal(runs)
            numpy.maximum(latest, median[i] * numpy.exp(sigma[i] * z), out=latest)
        times.append(time.perf_counter() - begin)
    return {'medianSeconds': sorted(times)[2], 'mean': float(latest.mean()), 'standardDeviation': float(latest.std(ddof=1))}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--lines', type=int, default=200)
    parser.add_argument('--runs', type=int, default=10_000)
    parser.add_argument('--write')
    options = parser.parse_args()

    result = measured(options.lines, options.runs)
    rows = [['kit', 'median (ms)', 'least (ms)', 'mean (days)', 'standard deviation', 'P50', 'P90', 'drivers']]
    for kit in result['kits']:
        rows.append([kit['Name'], f"{kit['MedianSeconds'] * 1000:.1f}", f"{kit['LeastSeconds'] * 1000:.1f}", f"{kit['Mean']:.2f}", f"{kit['StandardDeviation']:.2f}",
                     f"{kit['P50']:.1f}", f"{kit['P90']:.1f}", kit['Drivers']])
    agree = True
    peer = in_numpy(options.lines, options.runs)
    if peer:
        ours = result['kits'][1]
        error = math.hypot(ours['StandardDeviation'], peer['standardDeviation']) / math.sqrt(options.runs)
        agree = abs(ours['Mean'] - peer['mean']) <= 5 * error
        rows.append(['all with a lead time, numpy, the maximum alone', f"{peer['medianSeconds'] * 1000:.1f}", '', f"{peer['mean']:.2f}", f"{peer['standardDeviation']:.2f}", '', '', ''])
    text = table(rows)
    print(text)
    if options.write:
        write_section(options.write, 'risk', f'''## Kit completion by simulation

Made by `bench/risk.py`; {machine()}:

```sh
bench/risk.py --write docs/benchmarks.md
```

{options.lines} lines, gathered {options.runs:,} times in one warm process on one core, with percentiles, probabilities and what each line adds.
The mean and the standard deviation of numpy, which draws other numbers, differ by chance only.

{text}
''')
    slowest = max(kit['MedianSeconds'] for kit in result['kits'])
    return 0 if slowest <= BAR_SECONDS and agree else 1


if __name__ == '__main__':
    sys.exit(main())
