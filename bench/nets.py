#!/usr/bin/env python3
"""Holds the nets that Turnkey traces on a folder of packages against the netlists and net names that come with them.

usage: nets.py PACKAGES [--turnkey PATH] [--runs N] [--write docs/benchmarks.md] | nets.py --self-test

For each package: `inspect --nets --json`, whole process (shortest of N runs); whether every copper layer was traced and measured; what the copper is
compared with (an IPC-D-356 netlist, or the net names in its Gerber files), and every difference. The netlist comes from the designer's tool, so the two
share nothing but the design. A difference is not an error of either: boards join nets on purpose. Names that start with '_' or '.' are left out.
Standard library only. Exit code 1 when a package was not inspected, a layer was given up, a netlist was not compared, or two runs differ.
"""
import argparse, json, os, statistics, sys

from report import TURNKEY, machine, package_names, run, table, write_section

KINDS = ('shorts', 'net ties', 'opens', 'without copper', 'not isolated', 'tooling holes')


def place(one):
    return f"({one['xMm']:.3f}, {one['yMm']:.3f})"


def end(net, pin):
    return f'{net} ({pin})' if pin else net


def differences(comparison):
    """Each difference as its kind and a line about it."""
    for short in comparison['shorts']:
        for meeting in short['meetings']:
            where = f"at {place(meeting)} on layer {', '.join(map(str, meeting['layers']))}" if meeting['layers'] else f'at {place(meeting)}'
            if meeting['tie']:
                yield 'net ties', f"{meeting['part']} joins {meeting['netA']} and {meeting['netB']} {where}"
            else:
                part = f", in part {meeting['part']}" if meeting['part'] else ''
                yield 'shorts', f"{end(meeting['netA'], meeting['pinA'])} meets {end(meeting['netB'], meeting['pinB'])} {where}{part}"
    for one in comparison['opens']:
        yield 'opens', f"{one['name']} lies on {len(one['pieces'])} pieces of copper"
    for one in comparison['unconnected']:
        yield 'without copper', f"{end(one['name'], one['pin'])} at {place(one)}"
    for one in comparison['notIsolated']:
        yield 'not isolated', f"{one['pin'] or 'a pad'} without a net at {place(one)} lies on {one['net']}"
    for one in comparison['holes']:
        drilled = 'no hole' if one['drilledMm'] is None else 'a hole without a size' if one['drilledMm'] == 0 else f"{one['drilledMm']} mm"
        yield 'tooling holes', f"{one['listedMm']} mm at {place(one)}: {drilled} in the drill files"


def coppers(result):
    """The examined copper of each board of a package."""
    found = [result['copper']] if result.get('copper') else []
    return found + [one['copper'] for one in result.get('assemblies', [])[1:] if one.get('copper')]


def faults(result):
    """What was not worked out."""
    for copper in coppers(result):
        for layer in copper['layers']:
            if not layer['traced']:
                yield f"copper layer {layer['copperLayer']} is not traced"
            if layer['areaMm2'] is None:
                yield f"copper layer {layer['copperLayer']} has no area"
    if any(file['role'] == 'netlist' for file in result['package']['files']) and all(copper['comparison'] is None for copper in coppers(result)):
        yield 'its netlist is not compared'


def self_test():
    comparison = {
        'shorts': [{'meetings': [
            {'netA': 'A', 'pinA': 'R1.1', 'netB': 'B', 'pinB': '', 'part': '', 'tie': False, 'xMm': 1, 'yMm': 2, 'layers': [1, 2]},
            {'netA': 'A', 'pinA': 'NT2.1', 'netB': 'C', 'pinB': 'NT2.2', 'part': 'NT2', 'tie': True, 'xMm': 1, 'yMm': 2, 'layers': []}]}],
        'opens': [{'name': 'A', 'pieces': [1, 2]}], 'unconnected': [{'name': 'A', 'pin': 'R1.1', 'xMm': 0, 'yMm': 0}],
        'notIsolated': [{'pin': '', 'net': 'A', 'xMm': 0, 'yMm': 0}], 'holes': [{'listedMm': 2, 'drilledMm': None, 'xMm': 0, 'yMm': 0}]}
    found = list(differences(comparison))
    assert sorted(kind for kind, _ in found) == sorted(KINDS), 'each kind once'
    assert found[0] == ('shorts', 'A (R1.1) meets B at (1.000, 2.000) on layer 1, 2') and found[1][1] == 'NT2 joins A and C at (1.000, 2.000)'
    comparison['shorts'][0]['meetings'][1]['tie'] = False
    assert list(differences(comparison))[1] == ('shorts', 'A (NT2.1) meets C (NT2.2) at (1.000, 2.000), in part NT2'), 'a part is no excuse'
    layer = {'copperLayer': 1, 'traced': False, 'areaMm2': None}
    given_up = {'package': {'files': [{'role': 'netlist'}]}, 'copper': {'layers': [layer], 'comparison': None}}
    assert len(list(faults(given_up))) == 3, 'nothing that is missing goes unsaid'
    print('self-test passed')
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('packages', nargs='?')
    parser.add_argument('--turnkey', default=TURNKEY)
    parser.add_argument('--runs', type=int, default=3)
    parser.add_argument('--write')
    parser.add_argument('--self-test', action='store_true')
    options = parser.parse_args()
    if options.self_test:
        return self_test()
    if not options.packages:
        parser.error('PACKAGES is missing')

    run([options.turnkey, '--version'])  # builds, where that is due
    rows, listed, bad, times, layers, beside, alone = [], [], [], [], 0, 0, []
    for name in package_names(options.packages):
        outcomes = [run([options.turnkey, 'inspect', os.path.join(options.packages, name), '--nets', '--json']) for _ in range(max(1, options.runs))]
        try:
            result = json.loads(outcomes[0].output)
        except ValueError:
            bad.append(f'{name}: no result, exit code {outcomes[0].code}')
            continue
        if not coppers(result):
            continue  # no board: nothing to trace
        seconds = min(outcome.seconds for outcome in outcomes)
        times.append((seconds, name))
        if any(outcome.output != outcomes[0].output for outcome in outcomes):
            bad.append(f'{name}: two runs differ')
        bad += [f'{name}: {fault}' for fault in faults(result)]
        for copper in coppers(result):
            layers += len(copper['layers'])
            beside += sum((layer['besideMm2'] or 0) > 0.001 for layer in copper['layers'])
            comparison = copper['comparison']
            if comparison is None:
                alone.append(name)
                continue
            found = list(differences(comparison))
            x, y = comparison['offsetMm']
            counts = [str(sum(kind == one for kind, _ in found)) for one in KINDS]
            counts.insert(1, str(sum(bool(meeting['part']) and not meeting['tie'] for short in comparison['shorts'] for meeting in short['meetings'])))
            stated = comparison['netlist'] == 'x2'
            rows.append([name, 'net names in the copper' if stated else 'IPC-D-356', f"{comparison['points']:,}", '–' if stated else f'{x:.10g}, {y:.10g}',
                         *counts, f'{seconds:.2f}'])
            listed += [f'- {name}: {kind}: {line}' for kind, line in found]

    lines = [f'- {layers} copper layers of {len(times)} packages traced and measured{"" if not bad else ", but:"}',
             *(f'  - {one}' for one in bad),
             f'- layers with copper drawn beyond the edge of the board, which is counted apart: {beside}']
    if times:
        lines.append(f'- `inspect --nets`, whole process: median {statistics.median(t for t, _ in times):.2f} s, worst {max(times)[0]:.2f} s ({max(times)[1]})')
    if alone:
        lines.append(f'- nothing to compare with: {", ".join(alone)}')
    heading = ['package', 'against', 'places', 'origin moved by (mm)', KINDS[0], 'of them in a part', *KINDS[1:], 'seconds']
    text = '\n'.join(lines) + '\n\n' + table([heading, *rows]) + ('\n\nEvery difference:\n\n' + '\n'.join(listed) if listed else '\n\nNo differences.')
    print(text)
    if options.write:
        write_section(options.write, 'nets', f'''## Nets against the netlists of the packages

Made by `bench/nets.py` on {len(times)} packages; {machine()}:

```sh
bench/nets.py PACKAGES --write docs/benchmarks.md
```

The netlists come from the designers' tools; where a package has none, the net names that its Gerber files give to features are held against what the
copper joins. A short "in a part" is copper between the pins of one part of at most three; it is no short but a net tie where the designator of the part says so
(NT, JP, SJ …). "Not isolated" are pads that the netlist connects to nothing and that lie on the copper of a net.

{text}
''')
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main())
