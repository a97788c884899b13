#!/usr/bin/env python3
"""Shows whether reading a Gerber file is linear in its size, and how far it is from what any reader must do.

usage: scaling.py [FILE | PACKAGES] [--megabytes N] [--write docs/benchmarks.md]

The console bench/Turnkey.Benchmarks repeats a real layer's own commands to 1, 2, 4 … N MB (64) and reads each, warm, shortest of five runs; on the same
content it sums the bytes (what memory allows) and splits commands and parses numbers without knowing what they mean (what any reader has to do).
For a folder, the largest Gerber file below it is taken. Exit code 1 when the slowest size is read at less than half the speed of the fastest.
"""
from __future__ import annotations
import argparse, json, os, sys

from console import built_console
from report import gerber_files, machine, run, table, write_section

MB = 1 << 20


def largest(place: str) -> str:
    return max(gerber_files([place]), key=lambda path: (os.path.getsize(path), path))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('place')
    parser.add_argument('--megabytes', type=int, default=64)
    parser.add_argument('--write')
    options = parser.parse_args()

    outcome = run([*built_console(), 'read', largest(options.place), str(options.megabytes)])
    if outcome.code != 0:
        sys.exit(outcome.error.decode('utf8', 'replace'))
    result = json.loads(outcome.output)
    rows = [['content (MB)', 'commands', 'features', 'read (ms)', 'read (MB/s)', 'allocated (bytes per byte)', 'tokens only (MB/s)', 'summing bytes (MB/s)', 'read takes, times the tokens']]
    rates = []
    for row in result['rows']:
        size = row['bytes'] / MB
        rates.append(size / row['readSeconds'])
        rows.append([f'{size:.1f}', f"{row['commands']:,}", f"{row['features']:,}", f"{row['readSeconds'] * 1000:.1f}", f'{rates[-1]:.0f}',
                     f"{row['allocatedBytes'] / row['bytes']:.1f}", f"{size / row['tokenSeconds']:.0f}", f"{size / row['sumSeconds']:.0f}",
                     f"{row['readSeconds'] / row['tokenSeconds']:.1f}"])
    last = result['rows'][-1]
    codes = sorted({code for row in result['rows'] for code in row['diagnostics']})
    text = '\n'.join([
        f'- speed over all sizes: {min(rates):.0f} to {max(rates):.0f} MB/s; linear reading would make them equal',
        f"- the largest takes {last['readSeconds'] / last['tokenSeconds']:.1f} times as long as splitting it into tokens, and {last['readSeconds'] / last['sumSeconds']:.0f} times as long as fetching it from memory",
        f"- diagnostics while reading: {', '.join(codes) if codes else 'none'}", '', table(rows)])
    print(text)
    if options.write:
        write_section(options.write, 'scaling', f'''## Gerber reading against size

Made by `bench/scaling.py` from the {result['bodyBytes']:,} bytes that {result['file']} draws with, repeated; {machine()}:

```sh
bench/scaling.py PACKAGES --write docs/benchmarks.md
```

Content in memory → image, in one process that is warm, shortest of five runs, one thread. "Tokens only" splits the same content into commands and
parses the number after every letter, and does nothing with them; "summing bytes" only fetches it.

{text}
''')
    return 0 if min(rates) * 2 >= max(rates) else 1


if __name__ == '__main__':
    sys.exit(main())
