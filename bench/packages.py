#!/usr/bin/env python3
"""Measures Turnkey on a folder of packages, one package per sub-folder or file.

usage: packages.py PACKAGES [--turnkey PATH] [--truth INDEX.tsv] [--runs N] [--qty LIST] [--write docs/benchmarks.md]

For each package: wall time of the whole `inspect` process with files in the page cache (median of N runs after a first one), its peak memory, what it
found, and whether two quotes and two inspections are the same to the byte. With --truth, a table with the columns package, copper_layers,
outline_width_mm, outline_height_mm, bom and centroid (file names separated by ';'), the findings are scored. Names that start with '_' or '.' are left out.
Standard library only. Exit code 1 when a package was not quoted or differs from the truth.
"""
import argparse, collections, csv, hashlib, html, json, os, re, statistics, sys, tempfile, zipfile
from xml.etree import ElementTree

from report import TURNKEY, machine, package_names, run, table, write_section

TOLERANCE_MM = 0.3

DESIGNATOR = re.compile(r'^[A-Z]{1,6}_?\d+[A-Z]?(_\d+)?$', re.I)
NUMBER = re.compile(r'^-?\d+([.,]\d+)?\s*(mm|mil|in)?$', re.I)


class NotReadHere(Exception):
    """A format that this script has no reading of its own for."""


def rows(path):
    """Cells of a text table, an XLSX or an ODS, read here on purpose without Turnkey."""
    ending = os.path.splitext(path)[1].lower()
    if ending == '.xlsx':
        return list(xlsx_rows(path))
    if ending == '.ods':
        return list(ods_rows(path))
    if ending not in ('.csv', '.txt', '.tsv', '.pos', '.mnt', '.xy'):
        raise NotReadHere(ending)
    content = open(path, 'rb').read()
    text = content.decode('utf16') if content[:2] in (b'\xff\xfe', b'\xfe\xff') else content.decode('utf-8-sig', 'replace')
    lines = text.splitlines()
    separator = delimiter(lines)
    table = csv.reader(lines, delimiter=separator) if separator else (line.split() for line in lines)
    return [[cell.strip().strip('"').strip() for cell in row] for row in table]


def delimiter(lines):
    """The separator that gives the most rows one and the same width, of at least three cells; None: columns stand apart by blanks."""
    best, weight = None, 0
    for candidate in '\t;,':
        widths = collections.Counter(len(row) for row in csv.reader(lines, delimiter=candidate) if len(row) > 2)
        width, count = max(widths.items(), key=lambda item: item[1], default=(0, 0))
        if count > weight:
            best, weight = candidate, count
    return best if weight * 3 > len([line for line in lines if line.strip()]) else None


def xlsx_rows(path):
    book = zipfile.ZipFile(path)
    shared = []
    if 'xl/sharedStrings.xml' in book.namelist():
        text = book.read('xl/sharedStrings.xml').decode('utf8', 'replace')
        shared = [re.sub(r'<[^>]+>', '', s) for s in re.findall(r'<si>(.*?)</si>', text, re.S)]
    for name in sorted(n for n in book.namelist() if re.match(r'xl/worksheets/sheet\d+\.xml', n)):
        for row in re.findall(r'<row[^>]*>(.*?)</row>', book.read(name).decode('utf8', 'replace'), re.S):
            cells = []
            for attributes, body in re.findall(r'<c ([^>]*?)(?:/>|>(.*?)</c>)', row, re.S):
                value, inline = re.search(r'<v>(.*?)</v>', body or ''), re.search(r'<t[^>]*>(.*?)</t>', body or '')
                text = shared[int(value[1])] if value and 't="s"' in attributes else value[1] if value else inline[1] if inline else ''
                cells.append(html.unescape(text).strip())
            yield cells


def ods_rows(path):
    name = lambda prefix, local: '{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}%s' % (prefix, local)
    repeated = name('table', 'number-columns-repeated')
    content = ElementTree.fromstring(zipfile.ZipFile(path).read('content.xml'))
    for row in content.iter(name('table', 'table-row')):
        cells = []
        for cell in row.findall(name('table', 'table-cell')):
            text = '\n'.join(''.join(paragraph.itertext()) for paragraph in cell.findall(name('text', 'p')))
            # The last cell of a row repeats to the edge of the sheet.
            cells += [text.strip()] * min(int(cell.get(repeated, 1)), 64)
        yield cells


def named(package, names):
    """Paths of files with these names anywhere in a package folder."""
    return sorted(os.path.join(folder, file) for folder, _, files in os.walk(package) for file in files if file in names)


def centroid_designators(path):
    """The designator column of rows that hold two numbers: a position file. It is the one of the first three with most designators in it; its other
    cells count as well, because a part may be called PULL_A1 while its footprint is R0603."""
    # A line that starts with '#' is a remark of the tool (KiCad dates its position files so).
    data = [row for row in rows(path) if sum(1 for cell in row if NUMBER.match(cell)) >= 2 and not row[0].startswith('#')]
    weight = [sum(1 for row in data if len(row) > column and DESIGNATOR.match(row[column])) for column in range(3)]
    best = weight.index(max(weight))
    return {row[best].upper() for row in data if len(row) > best and row[best]} if weight[best] else set()


def bom_designators(path):
    """Designators of a BOM, alone or in lists. Their column is the one with most of them (values such as C0402 look alike), and from the first of them on
    every other word in it counts as well, because a part may be called POWER. A row with one cell only is a remark."""
    table, weight = rows(path), collections.Counter()
    lists = [[words(cell) for cell in row] for row in table]
    alike = lambda cell: bool(cell) and all(DESIGNATOR.match(word) for word in cell)
    for row in lists:
        for column, cell in enumerate(row):
            weight[column] += len(cell) if alike(cell) else 0
    if not any(weight.values()):
        return set()
    best = max(weight, key=weight.get)
    first = next(i for i, row in enumerate(lists) if len(row) > best and alike(row[best]))
    return {word.upper() for row in lists[first:] if len(row) > best and sum(map(bool, row)) > 1 for word in row[best]}


def words(cell):
    """The words of a cell; a range such as Q1-Q6 is spelt out."""
    found = []
    for word in re.split(r'[\s,;]+', cell):
        ends = re.match(r'^([A-Z]+)(\d{1,4})-\1?(\d{1,4})$', word, re.I)
        found += [f'{ends[1]}{i}' for i in range(int(ends[2]), int(ends[3]) + 1)] if ends else [word] if word else []
    return found


def own_reading(package, listed, read):
    """What this script counts in the files that the truth names, and why it is no measure: (designators, '') or (None, reason). A set from which a file
    is missing would call what Turnkey read there surplus, and an empty one would agree with anything: neither is a measure. A table of a heading alone
    (no part on that side) is read all the same."""
    names = [name.strip() for name in (listed or '').split(';') if name.strip()]
    if not names:
        return None, 'the truth names no file'
    found = set()
    for name in names:
        paths = named(package, [name])
        if not paths:
            return None, f'{name} is absent, or inside an archive'
        for path in paths:
            try:
                own = read(path)
                lines = len(rows(path))
            except NotReadHere as error:
                return None, f'{name}: this script does not read {error}'
            except (OSError, ValueError, LookupError, csv.Error, zipfile.BadZipFile, ElementTree.ParseError) as error:
                return None, f'{name}: {error}'
            if not own and lines > 1:
                return None, f'{name}: this script finds no designator in it'
            found |= own
    return (found, '') if found else (None, 'this script finds no designator')


def differences(want, have):
    """What is on one side only, by name; empty when the sets are the same."""
    listed = lambda names: ', '.join(sorted(names)[:12]) + (f' and {len(names) - 12} more' if len(names) > 12 else '')
    return '; '.join(f'{what} {listed(names)}' for what, names in (('only counted apart:', want - have), ('only ours:', have - want)) if names)


def designators_of(result):
    """Turnkey's designators: (of the BOM, of the placements)."""
    bom = result.get('bom') or {}
    return {d.upper() for line in bom.get('lines') or [] for d in line['designators']}, {str(p['designator']).upper() for p in bom.get('placements') or []}


def score(package, truth, result):
    """For one package: (what, right, remark); right is None where nothing was measured."""
    board = result.get('board') or {}
    if truth.get('copper_layers'):
        want, have = int(truth['copper_layers']), board.get('copperLayers')
        yield 'copper layers', have == want, f'{have}, not {want}'
    if truth.get('outline_width_mm'):
        want = sorted((float(truth['outline_width_mm']), float(truth['outline_height_mm'])))
        have = sorted((board.get('widthMm') or 0, board.get('heightMm') or 0))
        yield 'outline', all(abs(a - b) <= TOLERANCE_MM for a, b in zip(want, have)), f'{have} mm, not {want} mm'
    bom, placed = designators_of(result)
    for what, column, read, have in (('BOM designators', 'bom', bom_designators, bom), ('centroid designators', 'centroid', centroid_designators, placed)):
        if truth.get(column):
            want, reason = own_reading(package, truth[column], read)
            if want is None:
                yield what, None, reason
                continue
            # What a diagnostic names was not lost in silence: it is shown, and does not count against.
            said = ' '.join(diagnostic['message'] for diagnostic in result.get('diagnostics', [])).upper()
            silent = {name for name in want - have if not re.search(rf'(?<![A-Z0-9]){re.escape(name)}(?![A-Z0-9])', said)}
            yield what, not silent and not have - want, differences(want, have) + (' (each named in a diagnostic)' if want != have and not silent and not have - want else '')


def quotes_alike(turnkey, package, quantities):
    """Exit code of a quote, and whether a second one wrote the same bytes."""
    digests = []
    code = 0
    for _ in range(2):
        with tempfile.TemporaryDirectory() as folder:
            code = run([turnkey, 'quote', package, '--qty', quantities, '--out', folder]).code
            digest = hashlib.sha256()
            for name in sorted(os.listdir(folder)):
                digest.update(name.encode() + b'\0' + open(os.path.join(folder, name), 'rb').read())
            digests.append((code, sorted(os.listdir(folder)), digest.hexdigest()))
    return code, digests[0] == digests[1] and bool(digests[0][1])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('packages')
    parser.add_argument('--turnkey', default=TURNKEY)
    parser.add_argument('--truth')
    parser.add_argument('--runs', type=int, default=5)
    parser.add_argument('--qty', default='10,100,1000')
    parser.add_argument('--write')
    options = parser.parse_args()

    truths = {}
    if options.truth:
        with open(options.truth, newline='') as file:
            truths = {row['package'].split('/')[-1]: row for row in csv.DictReader(file, delimiter='\t')}
    names = [name for name in package_names(options.packages) if not truths or name in truths]
    missing = sorted(set(truths) - set(names))

    run([options.turnkey, '--version'])  # builds, where that is due
    lines, times, memories, scores, unmeasured, bad = [], [], [], {}, [], [f'{name}: absent' for name in missing]
    for name in names:
        package = os.path.join(options.packages, name)
        first = run([options.turnkey, 'inspect', package, '--json'])
        seconds, memory, same = [], 0, True
        for _ in range(options.runs):
            again = run([options.turnkey, 'inspect', package, '--json'])
            seconds.append(again.seconds)
            memory = max(memory, again.megabytes)
            same &= again.output == first.output
        try:
            result = json.loads(first.output)
        except ValueError:
            bad.append(f'{name}: no result, exit code {first.code}: {first.error[-200:].decode("utf8", "replace")}')
            continue
        quoted, alike = quotes_alike(options.turnkey, package, options.qty)
        truth = truths.get(name, {})
        for what, right, remark in [('quoted', quoted == 0, f'exit code {quoted}'), ('deterministic', same and alike, 'two runs differ'), *score(package, truth, result)]:
            entry = scores.setdefault(what, [0, 0, 0])
            if right is None:
                entry[2] += 1
                unmeasured.append(f'{name}: {what}: {remark}')
                continue
            entry[1] += 1
            entry[0] += right
            if not right:
                bad.append(f'{name}: {what}: {remark}')
        board, bom = result.get('board') or {}, result.get('bom') or {}
        times.append((statistics.median(seconds), name))
        memories.append((memory, name))
        designators, placements = designators_of(result)
        apart = lambda column, read: (lambda own: '–' if not truth.get(column) else 'not measured' if own is None else len(own))(own_reading(package, truth.get(column), read)[0])
        severities = [d['severity'] for d in result.get('diagnostics', [])]
        lines.append([
            name, f"{board.get('widthMm') or 0:.4g} × {board.get('heightMm') or 0:.4g}" if board.get('widthMm') else '–', str(board.get('copperLayers', '–')), str(len(bom.get('lines') or [])),
            f"{len(designators)} / {apart('bom', bom_designators)}", f"{len(placements)} / {apart('centroid', centroid_designators)}",
            f"{severities.count('error')} / {severities.count('warning')}", f'{times[-1][0]:.2f}', f'{memory:.0f}'])

    summary = [f'- {what}: {right} of {of}' + (f', {left} not measured' if left else '') for what, (right, of, left) in scores.items()]
    if times:
        summary.append(f'- `inspect`, whole process, files in the page cache: median {statistics.median(t for t, _ in times):.2f} s, worst {max(times)[0]:.2f} s ({max(times)[1]})')
        summary.append(f'- peak memory of `inspect`: median {statistics.median(m for m, _ in memories):.0f} MB, worst {max(memories)[0]:.0f} MB ({max(memories)[1]})')
    heading = ['package', 'size (mm)', 'layers', 'BOM lines', 'BOM designators, ours / counted apart', 'placements, ours / counted apart', 'errors / warnings', 'seconds', 'MB']
    text = '\n'.join(summary + ['', table([heading, *lines])])
    for heading, remarks in (('Not as it should be:', bad), ('Not measured:', unmeasured)):
        if remarks:
            text += '\n'.join(['', '', heading, '', *(f'- {remark}' for remark in remarks)])
    print(text)
    if options.write:
        write_section(options.write, 'packages', f'''## Packages

Made by `bench/packages.py` ({options.runs} runs each, quantities {options.qty}) on {len(names)} public packages of different CAD tools, which are not part of
this repository. {machine()}:

```sh
bench/packages.py PACKAGES --truth PACKAGES/INDEX.tsv --write docs/benchmarks.md
```

"Counted apart" is the script's own simple reading of the files that the truth table names (text, XLSX and ODS), independent of Turnkey; it also
counts parts that a BOM marks as not placed. Designators are right when both sets are the same; what either has alone is listed below. Where the
script's own reading finds nothing, or cannot read a file, that is not measured, and counts neither way.

{text}
''')
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main())
