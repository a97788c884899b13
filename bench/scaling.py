#!/usr/bin/env python3
"""Shows whether reading a Gerber file is linear in its size, and how far it is from what any reader must do.

usage: scaling.py [FILE | PACKAGES] [--megabytes N] [--write docs/benchmarks.md]

The console bench/Turnkey.Benchmarks repeats a real layer's own commands to 1, 2, 4 … N MB (64) and reads each, warm, shortest of five runs; on the same
content it sums the bytes (what memory allows) and splits commands and parses numbers without knowing what they mean (what any reader has to do).
Of a folder, the file with most bytes and the one with most objects are taken. Exit code 1 when the slowest size is read at less than half the speed of
the fastest.
"""
from __future__ import annotations
import argparse, json, os, sys

from console import built_console
from report import gerber_files, machine, run, table, write_section

MB = 1 << 20


def candidates(place: str) -> list[str]:
    """The file itself; of a folder, the file with most bytes and the one with most operations: contours of many points, and many small objects."""
    if os.path.isfile(place):
        return [place]
    files = list(gerber_files([place]))
    return sorted({max(files, key=lambda path: (os.path.getsize(path), path)), max(files, key=lambda path: (operations(path), path))})


def operations(path: str) -> int:
    """Flashes and strokes: objects, as far as they can be counted without reading the file."""
    with open(path, 'rb') as file:
        content = file.read()
    return content.count(b'D03*') + content.count(b'D02*')


def measured(console: list[str], path: str, megabytes: int) -> dict:
    outcome = run([*console, 'read', path, str(megabytes)])
    if outcome.code != 0:
        sys.exit(outcome.error.decode('utf8', 'replace'))
    result = json.loads(outcome.output)
    # Were a part of the repeated content refused or left out, its speed would be that of something else.
    each = [row['features'] / row['repetitions'] for row in result['rows']]
    if max(each) > min(each) * 1.001 or not min(each) > 0:
        sys.exit(f'{path}: {each} features a repetition: the repeated content is not read as the file is')
    return result


def described(result: dict) -> tuple[str, list[float]]:
    """The table of one file, and MB/s of each size."""
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
    return '\n'.join([
        f"{result['file']}, whose {result['bodyBytes']:,} bytes of drawing are repeated:", '',
        f'- speed over all sizes: {min(rates):.0f} to {max(rates):.0f} MB/s (linear reading would make them equal)',
        f"- the largest takes {last['readSeconds'] / last['tokenSeconds']:.1f} times as long as splitting it into tokens, "
        f"{last['readSeconds'] / last['sumSeconds']:.0f} times as long as fetching it from memory",
        f"- diagnostics while reading: {', '.join(codes) if codes else 'none'}", '', table(rows)]), rates


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('place')
    parser.add_argument('--megabytes', type=int, default=64)
    parser.add_argument('--write')
    options = parser.parse_args()

    console, texts, linear = built_console(), [], True
    for path in candidates(options.place):
        text, rates = described(measured(console, path, options.megabytes))
        texts.append(text)
        linear &= min(rates) * 2 >= max(rates)
    text = '\n\n'.join(texts)
    print(text)
    if options.write:
        write_section(options.write, 'scaling', f'''## Gerber reading against size

Made by `bench/scaling.py`; {machine()}:

```sh
bench/scaling.py PACKAGES --write docs/benchmarks.md
```

Content in memory → image, in one process that is warm, shortest of five runs. "Tokens only" splits the same content into commands and parses the number
after every letter, and does nothing with them; "summing bytes" only fetches it. Of the packages, the file with most bytes and the one with most objects.

{text}
''')
    return 0 if linear else 1


if __name__ == '__main__':
    sys.exit(main())
