#!/usr/bin/env python3
"""Times tracespace's pcb-stackup (npm, version pinned in package-lock.json) and Turnkey on the same packages, warm against warm.

usage: compare.py PACKAGES [--turnkey PATH] [--seconds S] [--write docs/benchmarks.md]

Both get the same files (those that Turnkey tells to be Gerber or drill), read into memory before the clock starts. One run parses them all, draws every
layer and then the top and the bottom of the board as SVG; it is repeated in one process: S seconds (5) and 40 runs to warm up, but at most
4 S seconds, then at least S seconds and five runs measured. The figure is the median. pcb-stackup tells layers by their names, Turnkey by names and content, assembly included.
Needs node, npm and the .NET SDK. Exit code 1 when Turnkey is less than 5 times faster in the median.
"""
from __future__ import annotations
import argparse, json, os, shutil, statistics, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
from report import ROOT, TURNKEY, machine, package_names, run, table, write_section
from console import built_console

BAR = 5.0
INSTALLED = os.path.join(ROOT, 'artifacts', 'pcb-stackup')


def install() -> str:
    """Installs what package-lock.json pins, once, into a folder that git ignores; the version installed."""
    os.makedirs(INSTALLED, exist_ok=True)
    lock = os.path.join(INSTALLED, 'package-lock.json')
    same = os.path.exists(lock) and open(lock, 'rb').read() == open(os.path.join(HERE, 'package-lock.json'), 'rb').read()
    if not same or not os.path.exists(os.path.join(INSTALLED, 'node_modules', 'pcb-stackup')):
        for name in ('package.json', 'package-lock.json'):
            shutil.copy(os.path.join(HERE, name), INSTALLED)
        subprocess.run(['npm', 'ci', '--silent', '--no-audit', '--no-fund', '--ignore-scripts'], cwd=INSTALLED, check=True)
    with open(os.path.join(INSTALLED, 'node_modules', 'pcb-stackup', 'package.json')) as file:
        return json.load(file)['version']


def layer_files(turnkey: str, package: str) -> list[str]:
    """Paths of a package's Gerber and drill files that lie in it as files (not inside an archive), relative to where they are found."""
    result = json.loads(run([turnkey, 'inspect', package, '--json']).output)
    wanted = {file['path'] for file in result['package']['files'] if file['format'] in ('gerber', 'excellon')}
    # Turnkey leaves out folders that all files share: find each again by the end of its path.
    found = [os.path.relpath(os.path.join(folder, name), package) for folder, _, names in os.walk(package) for name in names]
    return sorted(path for path in found if any(path == one or path.endswith('/' + one) for one in wanted))


def measured(command: list[str], environment: dict[str, str]) -> dict | str:
    """What one of the two prints, or the last line of why it did not."""
    outcome = run(command, env=environment)
    try:
        return json.loads(outcome.output)
    except ValueError:
        return (outcome.error.decode('utf8', 'replace').strip().splitlines() or [f'exit code {outcome.code}'])[-1]


def compare(package: str, files: list[str], console: list[str], seconds: float) -> tuple[dict | str, dict | str]:
    with tempfile.NamedTemporaryFile('w', suffix='.txt') as listed:
        listed.write('\n'.join(files) + '\n')
        listed.flush()
        arguments = [package, listed.name, str(seconds)]
        peer = measured(['node', os.path.join(HERE, 'draw.cjs'), *arguments], {**os.environ, 'NODE_PATH': os.path.join(INSTALLED, 'node_modules')})
        return peer, measured([*console, 'stackup', *arguments], dict(os.environ))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('packages')
    parser.add_argument('--turnkey', default=TURNKEY)
    parser.add_argument('--seconds', type=float, default=5)
    parser.add_argument('--write')
    options = parser.parse_args()

    version, console = install(), built_console()
    rows, ratios, failed = [['package', 'files', 'pcb-stackup (ms)', 'Turnkey (ms)', 'of it: read and assemble, layers, top and bottom', 'times faster']], [], []
    for name in package_names(options.packages):
        package = os.path.join(options.packages, name)
        if not os.path.isdir(package):
            continue
        files = layer_files(options.turnkey, package)
        peer, ours = compare(package, files, console, options.seconds)
        for who, one in (('pcb-stackup', peer), ('Turnkey', ours)):
            if isinstance(one, str):
                failed.append(f'- {name}: {who}: {one}')
        if isinstance(peer, str) or isinstance(ours, str):
            continue
        ratios.append(peer['medianSeconds'] / ours['medianSeconds'])
        phases = ', '.join(f'{ours[phase] * 1000:.1f}' for phase in ('readSeconds', 'layerSeconds', 'boardSeconds'))
        rows.append([name, len(files), f"{peer['medianSeconds'] * 1000:.0f}", f"{ours['medianSeconds'] * 1000:.1f}", phases, f'{ratios[-1]:.1f}'])
        print(' '.join(map(str, rows[-1])), file=sys.stderr)
    if not ratios:
        print('\n'.join(failed) or 'no package', file=sys.stderr)
        return 1

    median = statistics.median(ratios)
    node = run(['node', '--version']).output.decode().strip()
    text = f'- times faster than pcb-stackup: median {median:.1f} (wanted: {BAR:g}), least {min(ratios):.1f}, most {max(ratios):.1f}\n\n{table(rows)}'
    if failed:
        text += '\n\nNot measured:\n\n' + '\n'.join(failed)
    print(text)
    if options.write:
        write_section(options.write, 'stackup', f'''## Whole packages against pcb-stackup

Made by `bench/stackup/compare.py` with pcb-stackup {version} on Node {node}; {machine()}:

```sh
bench/stackup/compare.py PACKAGES --write docs/benchmarks.md
```

Files in memory → parsed, every layer drawn, top and bottom of the board drawn as SVG, in one process that is warm; median of at least five runs.
Both get the same files. pcb-stackup tells layers by their names; Turnkey's time includes telling them by content and assembling the board.

{text}
''')
    return 0 if median >= BAR and not any('Turnkey' in line for line in failed) else 1


if __name__ == '__main__':
    sys.exit(main())
