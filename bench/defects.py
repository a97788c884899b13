#!/usr/bin/env python3
"""Measures the design review on defects that were planted: how many it finds, at the right place, with the right figure.

usage: defects.py [PACKAGES] [--sample] [--only A,B] [--per-kind N] [--seed S] [--kinds A,B] [--turnkey COMMAND] [--list] [--write docs/benchmarks.md]
       defects.py --self-test [--turnkey COMMAND]     the project's sample alone: main kinds found to 99 %, figures within 1 µm

Plants defects of known place and size into copies of the packages, by editing the text of Gerber, drill and centroid files, and runs `check --json` before and
after with limits that the planted values break. Found means: a finding of the rule that was not there before, on the layer and within 0.2 mm of the place or
along the object. Of a part whose footprint is used once or twice a question about its angle counts, too: the files may not tell it. What the files hold is
read by bench/plotter.py and bench/planted; of Turnkey only which file is which layer. Standard library only.
Exit code 1 when a kind is found to less than 99 %, or a figure is off by more than 1 µm (0.001 of a degree or ratio).
"""
from __future__ import annotations
import argparse, collections, json, math, os, random, re, shlex, shutil, sys, tempfile, time
from dataclasses import dataclass, field
from typing import Callable

from planted import boards, copper, drilling, edges, marking, masking, placing, probing, relief, soldering
from planted.copies import LIMITS, Copy, Plant
from report import ROOT, TURNKEY, machine, package_names, run, table, write_section

SAMPLE = os.path.join(ROOT, 'samples', 'sensor-node')
RULES = os.path.join(ROOT, 'src', 'foundation', 'Turnkey.Plants', 'Data', 'rules.yaml')
NEAR_MM = 0.2
ELSEWHERE_MM = 1.6             # findings farther than this from every defect are extra ones
LEAST_FOUND = 0.99
# What the self-test plants, five of each; the sample has room for all of them.
MAIN = ('copper-to-edge', 'npth-to-copper', 'hole-to-hole', 'annular-ring', 'same-net-spacing', 'mask-web', 'mask-missing', 'paste-missing', 'trace-width', 'spacing', 'drill-size', 'legend-width',
        'outline-missing', 'missing-layer (mask)', 'mirrored-layer (mask)')

TOGETHER: dict[str, dict[str, Callable[[Copy, int], None]]] = {
    'copper': {'copper-to-edge': edges.copper_to_edge, 'annular-ring': copper.annular_ring, 'same-net-spacing': copper.same_net_spacing, 'copper-sliver': copper.copper_sliver,
               'acid-trap': copper.acid_trap, 'open-end': copper.open_end, 'copper-island': copper.copper_island, 'trace-width': copper.trace_width, 'spacing': copper.spacing},
    'holes': {'hole-to-edge': drilling.hole_to_edge, 'npth-to-copper': drilling.npth_to_copper, 'hole-to-hole': drilling.hole_to_hole, 'pth-to-copper': drilling.pth_to_copper,
              'hole-overlap': drilling.hole_overlap, 'npth-drill-size': drilling.npth_drill_size, 'slot-width': drilling.slot_width, 'npth-slot-width': drilling.npth_slot_width, 'drill-size': drilling.drill_size},
    'holes of other kinds': {'castellation': drilling.castellation, 'edge-plating': lambda copy, count: edges.edge_plating(copy, min(count, 2)), 'drill-largest': lambda copy, count: drilling.drill_largest(copy, min(count, 2)),
                             'thermal-spokes': relief.thermal_spokes, 'slot-length': drilling.slot_length, 'same-net-hole-to-hole': drilling.same_net_hole_to_hole},
    'cut-outs': {'cut-outs': edges.cutouts},
    'mask': {'mask-web': masking.mask_web, 'mask-exposes': masking.mask_exposes, 'mask-ganged': masking.mask_ganged, 'mask-clearance': masking.mask_clearance, 'mask-missing': masking.mask_missing},
    'mask and vias': {'mask-on-via': masking.mask_on_via, 'mask-overlap': masking.mask_overlap},
    'legend': {'legend-on-pad': marking.legend_on_pad, 'legend-width': marking.legend_width},
    'paste': {'via-in-pad': soldering.via_in_pad, 'paste-area-ratio': soldering.paste_area_ratio, 'paste-missing': soldering.paste_missing, 'paste-extra': soldering.paste_extra},
    'nets': {'net-access': probing.net_access},
    'test points': {'probe-size': probing.probe_size},
    'rotation': {'placement-rotation': placing.placement_rotation},
    'offset': {'placement-offset': placing.placement_offset},
    'no pads': {'placement-missing-pads': placing.placement_missing_pads},
}
"""What goes into one copy of a package, those that find fewest places first."""

WHOLE: dict[str, Callable[[Copy], None]] = {
    'outline-missing': edges.outline_missing, 'outline-gap': edges.outline_gap, 'outline-crossing': edges.outline_crossing, 'missing-layer (mask)': boards.missing_mask,
    'missing-layer (inner)': boards.missing_inner, 'missing-legend': boards.missing_legend, 'mirrored-layer (copper)': boards.mirrored_copper,
    'mirrored-layer (mask)': boards.mirrored_mask, 'registration': boards.registration, 'fiducials': boards.fiducials,
}
"""One defect a copy."""


@dataclass(frozen=True)
class Seen:
    """One place of a finding."""
    rule: str
    layer: str
    at: complex
    value: float
    text: str


@dataclass
class Checked:
    places: list[Seen]
    skipped: dict[str, str]
    files: list[dict]


# ---- running

def check(turnkey: list[str], folder: str, capability: str) -> Checked:
    outcome = run([*turnkey, 'check', folder, '--capability', capability, '--json'])
    try:
        result = json.loads(outcome.output)
    except ValueError:
        raise SystemExit(f"{folder}: no result: {outcome.error.decode('utf8', 'replace').strip()[-300:]}") from None
    places = [Seen(one['rule'], place['layer'], complex(place['xMm'], place['yMm']), float(place['measured']), f"{one['cause']} {place['what']}")
              for one in result['findings'] for place in one['places']]
    return Checked(places, {one['rule']: one['why'] for one in result['checks'] if one['state'] == 'skipped'}, result['package']['files'])


def capability(path: str, limits: dict[str, tuple[str, float]]) -> str:
    rules = '\n'.join(f'  {rule}: {{ {sense}: {value:.6g} }}' for rule, (sense, value) in limits.items())
    with open(path, 'w', encoding='utf8') as file:
        file.write(f'turnkey-capability: 1\nkey: planted\nname: Limits of planted defects\nkind: class\nsource: "bench/defects.py"\ntaken: 2026-11-27\nrules:\n{rules}\n')
    return path


# ---- judging

@dataclass
class Tally:
    planted: int = 0
    found: int = 0
    measured: int = 0
    exact: int = 0
    worst: float = 0.0
    unasked: int = 0
    extra: int = 0
    missed: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        for name in ('planted', 'found', 'measured', 'exact', 'unasked', 'extra'):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.worst = max(self.worst, other.worst)
        self.missed += other.missed


def key(place: Seen) -> tuple:
    return place.rule, place.layer, round(place.at.real, 4), round(place.at.imag, 4), round(place.value, 6)


def judge(package: str, plants: list[Plant], before: Checked, after: Checked, tallies: dict[str, Tally]) -> None:
    old = collections.Counter(key(place) for place in before.places)
    new = [place for place in after.places if key(place) not in old]
    for plant in plants:
        tally = tallies[plant.kind]
        tally.planted += 1
        if plant.names is not None:
            fits = [place for place in after.places if place.rule in plant.rules and re.search(rf'(?<![\w]){re.escape(plant.names)}(?![\w])', place.text)]
        elif plant.at is None and plant.along is None:
            fits = [place for place in new if place.rule in plant.rules and plant.layer in (None, place.layer)]
        else:
            fits = [place for place in new if place.rule in plant.rules and place.layer == plant.layer and plant.away(place.at) <= NEAR_MM]
        where = plant.names or (f'{plant.at:.3f}' if plant.at is not None else f'{plant.along.start:.3f} to {plant.along.end:.3f}' if plant.along else 'the board')
        if not fits:
            if all(rule in after.skipped for rule in plant.rules):
                tally.planted -= 1
                tally.unasked += 1
                tally.missed.append(f'{package}: {plant.kind} not looked for: {after.skipped[plant.rules[0]]}')
            else:
                tally.missed.append(f'{package}: {plant.kind} on {plant.layer} at {where} not found')
            continue
        tally.found += 1
        # A question about a part measures nothing.
        fits = [place for place in fits if place.rule == plant.rules[0]]
        if plant.value is not None and fits:
            off = min(abs(place.value - plant.value) for place in fits)
            tally.measured += 1
            tally.worst = max(tally.worst, off)
            tally.exact += off <= plant.tolerance
            if off > plant.tolerance:
                tally.missed.append(f'{package}: {plant.kind} on {plant.layer} at {where} is {plant.value:.6f}, found as {min(fits, key=lambda place: abs(place.value - plant.value)).value:.6f}')
    rules = {rule for plant in plants for rule in plant.rules}
    placed = [plant for plant in plants if plant.at is not None or plant.along is not None]
    if placed:
        for place in new:
            if place.rule in rules and all(plant.away(place.at) > ELSEWHERE_MM for plant in placed):
                tally = tallies[next(plant.kind for plant in plants if place.rule in plant.rules)]
                tally.extra += 1
                tally.missed.append(f'{package}: extra finding of {place.rule} on {place.layer} at {place.at:.3f}: {place.value:g}, {place.text[:100]}')


def known_rules() -> list[str]:
    with open(RULES, encoding='utf8') as file:
        return re.findall(r'^- \{ id: ([a-z-]+)', file.read(), re.M)


# ---- a package

def measure(turnkey: list[str], folder: str, count: int, seed: str, kinds: set[str] | None) -> tuple[dict[str, Tally], list[str]]:
    name, tallies = os.path.basename(folder.rstrip('/')), collections.defaultdict(Tally)
    wanted = lambda kind: kinds is None or any(kind.startswith(one) for one in kinds)
    with tempfile.TemporaryDirectory() as place:
        files = check(turnkey, folder, capability(os.path.join(place, 'none.yaml'), {'outline-missing': ('minimum', 0)})).files
        original = Copy(folder, files, random.Random(seed))
        limits = dict(LIMITS)
        widths = {'trace-width': copper.usual_width(list(original.copper.values()), 1.0), 'legend-width': copper.usual_width([file for (role, _), file in original.sheets.items() if role == 'legend'], 1.0)}
        widths = {kind: width for kind, width in widths.items() if width}
        limits.update({kind: ('minimum', width) for kind, width in widths.items()})
        limits_file = capability(os.path.join(place, 'planted.yaml'), limits)
        before = check(turnkey, folder, limits_file)

        def once(label: str, plant: Callable[[Copy], None]) -> None:
            target = os.path.join(place, 'copy')
            shutil.copytree(folder, target)
            copy = Copy(target, files, random.Random(f'{seed} {name} {label}'))
            copy.widths = widths
            plant(copy)
            copy.write()
            if copy.plants:
                judge(name, copy.plants, before, check(turnkey, target, limits_file), tallies)
            shutil.rmtree(target)

        for label, kinds_of in TOGETHER.items():
            def some(copy: Copy, kinds_of=kinds_of) -> None:
                for kind, into in kinds_of.items():
                    if wanted(kind):
                        into(copy, count)
            once(label, some)
        for kind, into in WHOLE.items():
            if wanted(kind):
                once(kind, into)
    return tallies, [f'{name}: {note}' for note in original.notes]


def report(tallies: dict[str, Tally]) -> tuple[str, bool]:
    order = {rule: number for number, rule in enumerate(known_rules())}
    rows, good = [['kind', 'planted', 'found', '', 'figure within 1 µm', 'farthest off (µm)', 'extra elsewhere', 'not looked for']], True
    for kind in sorted(tallies, key=lambda kind: (order.get(kind.split(',')[0], len(order)), kind)):
        one = tallies[kind]
        share = one.found / one.planted if one.planted else math.nan
        good &= not one.planted or (share >= LEAST_FOUND and one.exact == one.measured)
        rows.append([kind, one.planted, one.found, f'{share:.1%}' if one.planted else '–', f'{one.exact} of {one.measured}' if one.measured else '–',
                     f'{one.worst * 1000:.3f}' if one.measured else '–', one.extra, one.unasked or ''])
    never = [rule for rule in order if all(kind.split(',')[0] != rule or one.planted == 0 for kind, one in tallies.items())]
    return f"{table(rows)}\n\nNever planted: {', '.join(never)}.", good


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('packages', nargs='?')
    parser.add_argument('--sample', action='store_true')
    parser.add_argument('--self-test', action='store_true')
    parser.add_argument('--only')
    parser.add_argument('--per-kind', type=int, default=10)
    parser.add_argument('--seed', default='1')
    parser.add_argument('--kinds')
    parser.add_argument('--turnkey', default=TURNKEY)
    parser.add_argument('--list', action='store_true')
    parser.add_argument('--write')
    asked = parser.parse_args()
    turnkey = shlex.split(asked.turnkey)
    folders = [SAMPLE] if asked.sample or asked.self_test or not asked.packages else []
    if asked.packages and not asked.self_test:
        folders += [os.path.join(asked.packages, name) for name in package_names(asked.packages) if os.path.isdir(os.path.join(asked.packages, name)) and (not asked.only or name in asked.only.split(','))]
    kinds = set(MAIN) if asked.self_test else set(asked.kinds.split(',')) if asked.kinds else None
    count = 5 if asked.self_test else asked.per_kind
    total, notes = collections.defaultdict(Tally), []
    for folder in folders:
        begin = time.perf_counter()
        tallies, remarks = measure(turnkey, folder, count, asked.seed, kinds)
        notes += remarks
        for kind, tally in tallies.items():
            total[kind].add(tally)
        print(f'{os.path.basename(folder)}: {sum(one.found for one in tallies.values())} of {sum(one.planted for one in tallies.values())} ({time.perf_counter() - begin:.0f} s)', file=sys.stderr, flush=True)
    text, good = report(total)
    print(text)
    if asked.self_test:
        missing = [kind for kind in MAIN if total[kind.split(' (')[0]].planted == 0]
        print(f"nothing planted of {', '.join(missing)}" if missing else 'self-test passed' if good else 'self-test failed')
        good &= not missing
    if asked.list or asked.self_test and not good:
        print('\n'.join(line for one in total.values() for line in one.missed))
        print('\n'.join(notes))
    if asked.write:
        write_section(asked.write, 'defects', f'## Planted defects\n\n`bench/defects.py` on {len(folders)} packages, at most {asked.per_kind} defects of a kind in each, seed {asked.seed}; {machine()}.\n\n{text}')
    return 0 if good else 1


if __name__ == '__main__':
    sys.exit(main())
