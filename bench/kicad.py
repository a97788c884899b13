#!/usr/bin/env python3
"""Holds the boards that come with KiCad against KiCad's own design rules: the same limits, finding by finding, and how long each takes.

usage: kicad.py [DEMOS] [--boards A,B] [--steps 0.1,0.2] [--turnkey COMMAND] [--python COMMAND] [--list] [--write docs/benchmarks.md]

DEMOS is a folder with .kicad_pcb files, at any depth; Debian's is the default. Each is plotted by KiCad as a package (Gerber X2, Excellon, positions) and reviewed
by both: at the board's own limits, and tightened step by step. A finding of one that the other does not have must have a reason that follows from the board as
KiCad has it (bench/kicad_board.py writes it down, bench/kicad_copper.py measures on it) and from what the rules look at; the reasons are in bench/kicad_compare.py.
What asks for other limits is taken away before, for both: clearances of footprints, pads and zones, net classes, custom rules (.kicad_dru), severities and
exclusions of the project. Zone fills stay as they are stored, unless they are outlined with a pen, as KiCad 5 did: then they are filled anew.

Needs KiCad 6 with its Python (pcbnew), and about ten minutes. Standard library only. Exit code 1 when a difference has no reason, when a board cannot be
compared, or when the checks of all boards take longer than KiCad's rules.
"""
from __future__ import annotations
import argparse, collections, json, os, re, shlex, shutil, sys, tempfile, time
from dataclasses import dataclass, field
from typing import Iterable

from console import built_console
from kicad_compare import CHORD_OFF, COMPARED, MM, RULES, Comparison, Ours, Review, Tally, Theirs
from kicad_copper import Copper
from report import ROOT, TURNKEY, machine, run, table, write_section

DEMOS = '/usr/share/kicad/demos'
SCRIPT = os.path.join(ROOT, 'bench', 'kicad_board.py')
STEPS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.4)
"""Limits of spacing and ring in mm; the others go with them."""

OWN = 'own'
"""The step at which the limits are those of the board's own project."""

# ---- both programs

def kicad_python(asked: str | None) -> list[str]:
    for command in ([shlex.split(asked)] if asked else [[sys.executable], ['/usr/bin/python3'], ['python3']]):
        try:
            found = run([*command, '-c', 'import pcbnew; print(pcbnew.GetBuildVersion())'])
        except OSError:
            continue
        if found.code == 0 and found.output.startswith(b'6.'):
            return command
        if found.code == 0:
            print(f"{' '.join(command)} has KiCad {found.output.decode().strip()}, not 6: passed over", file=sys.stderr)
    sys.exit("No Python with KiCad's module pcbnew, version 6, was found. On Debian 12: apt-get install --no-install-recommends kicad kicad-footprints kicad-demos; "
             'elsewhere name the Python that comes with KiCad with --python')


@dataclass(frozen=True, order=True)
class Spent:
    """Seconds that went by, and that processors were at it."""
    seconds: float
    processor: float

    @staticmethod
    def of(data: dict) -> Spent:
        return Spent(data['seconds'], data['processorSeconds'])

    @staticmethod
    def total(some: Iterable[Spent]) -> Spent:
        return Spent(*(sum(values) for values in zip(*((one.seconds, one.processor) for one in some))))

    def __str__(self) -> str:
        return f'{self.seconds:.3f} ({self.processor:.3f})'


@dataclass
class Board:
    name: str
    source: str
    folder: str
    copper: Copper
    parts: int

    @property
    def package(self) -> str:
        return os.path.join(self.folder, 'package')

    def own_limits(self) -> dict[str, float] | None:
        """Limits of its project in mm; None where there is no project, or one without rules."""
        try:
            with open(os.path.splitext(self.source)[0] + '.kicad_pro', encoding='utf8') as file:
                project = json.load(file)
        except FileNotFoundError:
            return None
        rules = project.get('board', {}).get('design_settings', {}).get('rules')
        if rules is None:
            return None
        limits = {rule.name: float(rules.get(rule.setting, 0)) for rule in RULES}
        classes = [float(one['clearance']) for one in project.get('net_settings', {}).get('classes', [])]
        limits['spacing'] = max(limits['spacing'], min(classes, default=0))
        return limits


def prepared(python: list[str], environment: dict[str, str], source: str, folder: str) -> Board:
    name = os.path.splitext(os.path.basename(source))[0]
    os.makedirs(folder)
    done = run([*python, SCRIPT, 'prepare', source, folder], env=environment)
    if done.code != 0:
        sys.exit(f"{name}: KiCad could not plot it: {done.error.decode('utf8', 'replace')[-500:]}")
    with open(os.path.join(folder, 'copper.json'), encoding='utf8') as file:
        data = json.load(file)
    return Board(name, source, folder, Copper(data), data['parts'])


def kicad_review(python: list[str], environment: dict[str, str], board: Board, limits: dict[str, float]) -> tuple[list[Theirs], Spent]:
    """Findings, and what the rules alone took in a process of their own."""
    rules = {rule.setting: limits[rule.name] for rule in RULES}
    project = {'board': {'design_settings': {'rules': {**rules, 'max_error': CHORD_OFF / MM}}}, 'meta': {'filename': 'board.kicad_pro', 'version': 1},
               'net_settings': {'classes': [{'name': 'Default', 'clearance': limits['spacing']}], 'meta': {'version': 2}}}
    with open(os.path.join(board.folder, 'board.kicad_pro'), 'w', encoding='utf8') as file:
        json.dump(project, file)
    report = os.path.join(board.folder, 'report.txt')
    done = run([*python, SCRIPT, 'review', board.folder, report], env=environment)
    if done.code != 0:
        sys.exit(f"{board.name}: KiCad's rules failed: {done.error.decode('utf8', 'replace')[-500:]}")
    with open(report, encoding='utf8') as file:
        return parsed(board.copper, file.read()), Spent.of(json.loads(done.output.splitlines()[-1]))


HEAD = re.compile(r'^\[(\w+)\]: (.*)$', re.M)
ITEM = re.compile(r'^    @\((-?[\d.]+) mm, (-?[\d.]+) mm\): (.*)$', re.M)
ACTUAL = re.compile(r'actual (-?[\d.]+) mm')


def parsed(copper: Copper, report: str) -> list[Theirs]:
    by_code = {code: rule.name for rule in RULES for code in rule.codes}
    heads, findings = list(HEAD.finditer(report)), []
    for head, after in zip(heads, [*heads[1:], None]):
        if head[1] not in by_code:
            continue
        block = report[head.end():after.start() if after else len(report)]
        names = [(copper.named(item[3], float(item[1]) * MM, -float(item[2]) * MM), item[0].strip()) for item in ITEM.finditer(block)]
        actual = ACTUAL.search(head[2])
        rule = by_code[head[1]]
        # Of a bare hole and a zone it says clearance, and takes the limit of holes.
        if head[1] == 'clearance' and any(items and not items[0].layers and 'hole' in items[0].data for items, _ in names):
            rule = 'hole to copper'
        findings.append(Theirs(rule, head[1], float(actual[1]) * MM if actual else None, [items for items, _ in names],
                               f"{head[1]}{f' {actual[1]} mm' if actual else ''}: {'; '.join(text for _, text in names)}"))
    return findings


def capability(path: str, limits: dict[str, float]) -> str:
    lines = [f'  {check}: {{ minimum: {0 if check == "hole-overlap" else round(limits[rule.name], 6):.6g} }}' for rule in RULES for check in rule.checks]
    with open(path, 'w', encoding='utf8') as file:
        # As a standard no class of IPC-6012 with limits of its own is added to it.
        file.write('turnkey-capability: 1\nkey: compared\nname: Limits that are compared\nkind: standard\nsource: "bench/kicad.py"\ntaken: 2026-11-27\nrules:\n' + '\n'.join(lines) + '\n')
    return path


def turnkey_review(turnkey: list[str], board: Board, limits: str) -> Review:
    done = run([*turnkey, 'check', board.package, '--capability', limits, '--json'])
    try:
        result = json.loads(done.output)
    except ValueError:
        sys.exit(f"{board.name}: no result: {done.error.decode('utf8', 'replace').strip()[-300:]}")
    by_check = {check: rule.name for rule in RULES for check in rule.checks}
    places = [Ours(by_check[one['rule']], one['rule'], int(place['layer'][1:] or 0) if place['layer'].startswith('L') else 0, place['xMm'] * MM, place['yMm'] * MM,
                   place['measured'] * MM, f"{one['cause']}; {place['what']}")
              for one in result['findings'] if one['rule'] in by_check for place in one['places']]
    return Review(places, {one['rule']: one['why'] for one in result['checks'] if one['state'] == 'skipped'}, done.seconds)


# ---- all boards

RUNS = 3
"""Of KiCad's rules where they are timed; the median counts."""


@dataclass
class Times:
    """Of one board, at the first and the last step."""
    name: str
    kicad: list[Spent] = field(default_factory=list)
    turnkey: list[Spent] = field(default_factory=list)     # the same limits, warm
    whole: list[float] = field(default_factory=list)       # the same limits, seconds of a process each
    everything: Spent | None = None                        # all checks with the usual limits, warm


def warm(console: list[str], package: str, *limits: str) -> Spent:
    done = run([*console, 'checks', package, *limits])
    if done.code != 0:
        sys.exit(f"{package}: {done.error.decode('utf8', 'replace')[-300:]}")
    return Spent.of(json.loads(done.output)['review'])


def measure(board: Board, steps: list[tuple[str, dict[str, float]]], python: list[str], environment: dict[str, str], turnkey: list[str], console: list[str],
            tallies: dict[str, Tally]) -> Times:
    times, memory = Times(board.name), {}
    for at, (step, limits) in enumerate(steps):
        file = capability(os.path.join(board.folder, 'limits.yaml'), limits)
        theirs, spent = kicad_review(python, environment, board, limits)
        review = turnkey_review(turnkey, board, file)
        if at in (0, len(steps) - 1):
            more = sorted([spent, *(kicad_review(python, environment, board, limits)[1] for _ in range(RUNS - 1))])
            times.kicad.append(more[RUNS // 2])
            times.turnkey.append(warm(console, board.package, file))
            times.whole.append(review.seconds)
        comparison = Comparison(board.copper, limits, theirs, review, memory)
        for rule, compare in COMPARED.items():
            known = len(tallies[rule].unexplained)
            compare(comparison, tallies[rule])
            tallies[rule].hold()
            tallies[rule].unexplained[known:] = [f'{board.name}, {step}: {text}' for text in tallies[rule].unexplained[known:]]
    times.everything = warm(console, board.package)
    return times


def agreement(tallies: dict[str, Tally]) -> str:
    rows = [['rule', 'findings of KiCad', 'Turnkey has them', 'KiCad alone, explained', 'places of Turnkey', 'KiCad has them', 'Turnkey alone, explained', 'not explained', 'figures apart by at most (µm)']]
    for rule, one in tallies.items():
        rows.append([rule, f'{one.theirs:,}', f'{one.theirs_both:,}', f'{sum(one.only_theirs.values()):,}', f'{one.ours:,}', f'{one.ours_both:,}', f'{sum(one.only_ours.values()):,}',
                     len(one.unexplained), f'{one.worst / 1000:.2f}' if one.theirs_both else '–'])
    return table(rows)


def reasons(tallies: dict[str, Tally]) -> str:
    rows = [['rule', 'who alone', 'times', 'why']]
    for rule, one in tallies.items():
        rows += [[rule, who, f'{count:,}', why] for who, found in (('KiCad', one.only_theirs), ('Turnkey', one.only_ours)) for why, count in found.most_common()]
    return table(rows)


def speed(times: list[Times], ends: tuple[str, str]) -> tuple[str, bool]:
    rows = [['board', *(f'{what}, {end}' for end in ends for what in ("KiCad's rules (s)", 'Turnkey, same limits (s)', 'whole process (s)')), 'Turnkey, all checks (s)']]
    for one in times:
        rows.append([one.name, *(cell for i in range(2) for cell in (one.kicad[i], one.turnkey[i], f'{one.whole[i]:.2f}')), one.everything])
    kicad, turnkey = ([Spent.total(getattr(one, what)[i] for one in times) for i in range(2)] for what in ('kicad', 'turnkey'))
    everything = Spent.total(one.everything for one in times)
    rows.append(['all', *(cell for i in range(2) for cell in (kicad[i], turnkey[i], f'{sum(one.whole[i] for one in times):.2f}')), everything])
    met = all(turnkey[i].seconds < kicad[i].seconds and turnkey[i].processor < kicad[i].processor for i in range(2)) and everything.processor < kicad[0].processor
    shares = ' and '.join(f'{turnkey[i].seconds / kicad[i].seconds:.2f} ({turnkey[i].processor / kicad[i].processor:.2f}) at {end}' for i, end in enumerate(ends))
    text = f"""Seconds that went by and, in brackets, that processors spent, which a busy machine does not change. Of KiCad's time Turnkey takes with the same limits {shares};
all its checks, with the limits of `typical-multilayer` and IPC class 2, take {everything.seconds / kicad[0].seconds:.2f} ({everything.processor / kicad[0].processor:.2f}) of what KiCad takes at {ends[0]}.
Bar: less than KiCad, by the clock and the processors with the same limits, by the processors with all checks: {'met' if met else 'MISSED'}."""
    return f'{text}\n\n{table(rows)}', met


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('demos', nargs='?', default=DEMOS)
    parser.add_argument('--boards', help='names of boards, separated by commas')
    parser.add_argument('--steps', default=','.join(map(str, STEPS)), help='limits of spacing and ring in mm')
    parser.add_argument('--turnkey', default=TURNKEY)
    parser.add_argument('--python', help='the Python that has pcbnew')
    parser.add_argument('--list', action='store_true', help='all that is not explained, not the first ten of a rule')
    parser.add_argument('--write')
    asked = parser.parse_args()
    python, begin = kicad_python(asked.python), time.perf_counter()
    sources = sorted(os.path.join(folder, name) for folder, _, names in os.walk(asked.demos) for name in names if name.endswith('.kicad_pcb'))
    if asked.boards:
        sources = [source for source in sources if os.path.splitext(os.path.basename(source))[0] in asked.boards.split(',')]
    if not sources:
        sys.exit(f'no board below {asked.demos}: on Debian they come with apt-get install --no-install-recommends kicad-demos')
    turnkey, console, tallies, times, parts = shlex.split(asked.turnkey), built_console(), {rule.name: Tally() for rule in RULES}, [], 0
    run([*turnkey, '--help'])                  # builds it where it is not built yet
    steps = [float(step) for step in asked.steps.split(',')]
    with tempfile.TemporaryDirectory() as place:
        home = os.path.join(place, 'home')
        os.makedirs(home)
        environment = {**os.environ, 'HOME': home, 'XDG_CONFIG_HOME': home, 'KICAD_CONFIG_HOME': home, 'LC_ALL': 'C.UTF-8'}
        for number, source in enumerate(sources):
            since = time.perf_counter()
            board = prepared(python, environment, source, os.path.join(place, str(number)))
            own = board.own_limits()
            limits = [(f'{step:g} mm', {rule.name: round(step * rule.factor, 6) for rule in RULES}) for step in steps]
            limits = [*([(OWN, own)] if own else []), *limits]
            times.append(measure(board, limits, python, environment, turnkey, console, tallies))
            parts += board.parts
            shutil.rmtree(board.folder)
            print(f'{board.name}: {time.perf_counter() - since:.0f} s', file=sys.stderr, flush=True)
    total = sum(len(one.unexplained) for one in tallies.values())
    pace, quick = speed(times, ('own limits', f'{steps[-1]:g} mm'))
    named = {rule: [f'{text}{f" ({count} times)" if count > 1 else ""}' for text, count in collections.Counter(one.unexplained).items()] for rule, one in tallies.items()}
    unexplained = [f'- **not explained** {rule}: {text}' for rule, texts in named.items() for text in (texts if asked.list else texts[:10])]
    words = f"""{len(sources)} boards, {parts} parts, each at the limits of its own project and at {len(steps)} steps: {', '.join(f'{step:g}' for step in steps)} mm of spacing and ring, the others with them
({', '.join(f'{rule.name} {rule.factor:g} times' for rule in RULES if rule.factor != 1)}). {'Every difference is explained.' if total == 0 else f'{total} differences are not explained.'} The run took {(time.perf_counter() - begin) / 60:.0f} minutes."""
    text = '\n\n'.join([words, agreement(tallies), *(['\n'.join(unexplained)] if unexplained else []), 'What only one of them has, and why:', reasons(tallies), pace])
    print(text)
    if asked.write:
        write_section(asked.write, 'kicad', SECTION.format(machine=machine(), text=text))
    return 0 if total == 0 and quick else 1


SECTION = """## KiCad as a second opinion

Made by `bench/kicad.py`; {machine}:

```sh
bench/kicad.py --write docs/benchmarks.md
```

The boards that come with KiCad 6, plotted by it and reviewed by both under the same limits. KiCad works on its own board file, Turnkey on the Gerber, drill and
position files. KiCad gives a finding for each two items, Turnkey one for each place: within 0.5 mm the narrowest gap of two nets, within 1 mm the copper of a net
that is nearest to the edge. So many findings of one may be one of the other, and each is looked up both ways: the place within 0.3 mm or on the items named, the
figure within 5 µm of KiCad's (which takes chords for arcs) and within 1 µm of what the items measure, 3 µm where holes are (drill files round to the micrometre).
Clearances of single footprints, pads and zones, net classes, custom rules, severities and exclusions are taken away for both.

{text}

KiCad's time is that of `WriteDRCReport` alone, with all its tests, in a process of its own, the median of three. Turnkey's is the median of five runs or more in one
process that is warm, following the copper included; beside it stands the whole process, start and reading of the files included.
"""


if __name__ == '__main__':
    sys.exit(main())
