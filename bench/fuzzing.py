#!/usr/bin/python3
"""Reads mutated files of every format and writes what came of it: inputs, findings, the worst time and memory.

usage: fuzzing.py [--count N] [--seed N] [--findings DIR] [--formats F…] [--write docs/benchmarks.md]
       fuzzing.py --log FILE … [--write docs/benchmarks.md]     with what the program printed in earlier runs, all on one seed

A million inputs per format (the default) take an hour and a half on two cores, most of it for Gerber and tables. Inputs that break a limit are kept
in DIR. Exit code 1 when there is a finding, or a run ended before COUNT inputs of each format.
"""
from __future__ import annotations
import argparse, os, re, subprocess, sys
from typing import NamedTuple

from report import ROOT, machine, table, write_section

LINE = re.compile(r'^(?P<format>\S+)\s+(?P<inputs>\d+) inputs, seed (?P<seed>\d+), (?P<findings>\d+) findings, '
                  r'worst (?P<ms>\d+) ms and (?P<mb>[\d.]+) MB, (?P<seconds>\d+) s$')


class Fuzzed(NamedTuple):
    """One format: inputs tried, findings, the longest time of one input in ms and the most allocated for one in MB, seconds of the whole run."""
    format: str
    inputs: int
    seed: int
    findings: int
    worst_ms: int
    worst_mb: float
    seconds: int


def fuzzed(text: str) -> list[Fuzzed]:
    matches = filter(None, map(LINE.match, text.splitlines()))
    return [Fuzzed(one['format'], int(one['inputs']), int(one['seed']), int(one['findings']), int(one['ms']), float(one['mb']), int(one['seconds'])) for one in matches]


def fuzz(count: int, seed: int, findings: str, formats: list[str]) -> str:
    command = ['dotnet', 'run', '-c', 'Release', '--project', os.path.join(ROOT, 'bench', 'Turnkey.Fuzzing'), '--', str(count), str(seed), findings, *formats]
    lines = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            print(line, end='', file=sys.stderr, flush=True)
            lines.append(line)
    return ''.join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--count', type=int, default=1_000_000)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--findings', default='fuzz-findings')
    parser.add_argument('--formats', nargs='*', default=[])
    parser.add_argument('--log', nargs='+')
    parser.add_argument('--write')
    options = parser.parse_args()

    if options.log:
        results = [one for path in options.log for one in fuzzed(open(path).read())]
    else:
        results = fuzzed(fuzz(options.count, options.seed, options.findings, options.formats))
    if not results:
        sys.exit('nothing was fuzzed')
    rows = [['format', 'inputs', 'seed', 'findings', 'longest (ms)', 'most allocated (MB)', 'all inputs (s)']]
    rows += [[one.format, f'{one.inputs:,}', str(one.seed), str(one.findings), str(one.worst_ms), f'{one.worst_mb:.1f}', str(one.seconds)] for one in results]
    text = table(rows)
    print(text)
    if options.write:
        write_section(options.write, 'fuzzing', f'''## Fuzzing

Made by `bench/fuzzing.py`; {machine()}:

```sh
bench/fuzzing.py --seed {results[0].seed} --write docs/benchmarks.md
```

Mutated files of at most 64 KB. A finding is an exception, more than 1 s for one input, or more allocated for it than its limit: 64 MB for readers
(for what is made of the files later, the limit stands with its target in `tests/*/Fuzzing`). The tests run the first inputs of fixed seeds, and what
was found once. What is made of the files later takes longer an input and was given fewer (`--count`, `--formats`).

{text}
''')
    short = [one.format for one in results if one.inputs < options.count] if not options.log else []
    return 1 if short or any(one.findings for one in results) else 0


if __name__ == '__main__':
    sys.exit(main())
