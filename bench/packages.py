#!/usr/bin/env python3
"""Measures Turnkey on a folder of packages, one package per sub-folder or file.

usage: packages.py PACKAGES [--turnkey PATH] [--truth INDEX.tsv] [--runs N] [--qty LIST] [--write FILE.md]

For each package: wall time of the whole `inspect` process with files in the page cache (median of N runs after a first one), its peak memory, what it
found, and whether two quotes and two inspections are the same to the byte. With --truth, a table with the columns package, copper_layers,
outline_width_mm, outline_height_mm, bom and centroid (file names separated by ';'), the findings are scored. Names that start with '_' or '.' are left out.
Standard library only. Exit code 1 when a package was not quoted or differs from the truth.
"""
import argparse, csv, datetime, hashlib, json, os, platform, re, statistics, subprocess, sys, tempfile, time, zipfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TOLERANCE_MM = 0.3


def run(command, **keywords):
    """Standard output, exit code, seconds and peak resident memory in MB of one process."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        begin = time.perf_counter()
        process = subprocess.Popen(command, stdout=out, stderr=err, **keywords)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        scale = 1024 if platform.system() == 'Darwin' else 1
        return out.read(), err.read(), process.returncode, seconds, usage.ru_maxrss / 1024 / scale


DESIGNATOR = re.compile(r'^[A-Z]{1,6}_?\d+[A-Z]?(_\d+)?$', re.I)
NUMBER = re.compile(r'^-?\d+([.,]\d+)?\s*(mm|mil|in)?$', re.I)


def rows(path):
    """Cells of a text table or an XLSX, read here on purpose without Turnkey."""
    if path.lower().endswith('.xlsx'):
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
                    cells.append(shared[int(value[1])] if value and 't="s"' in attributes else value[1] if value else inline[1] if inline else '')
                yield cells
        return
    content = open(path, 'rb').read()
    text = content.decode('utf16') if content[:2] in (b'\xff\xfe', b'\xfe\xff') else content.decode('utf8', 'replace')
    for line in text.splitlines():
        separator = '\t' if '\t' in line else ';' if line.count(';') > 2 else ',' if line.count(',') > 2 else None
        yield [cell.strip().strip('"').strip() for cell in (line.split(separator) if separator else line.split())]


def named(package, names):
    """Paths of files with these names anywhere in a package folder."""
    return sorted(os.path.join(folder, file) for folder, _, files in os.walk(package) for file in files if file in names)


def centroid_designators(package, names):
    """The designator column of rows that hold two numbers: position files. It is the one of the first three with most designators in it; its other
    cells count as well, because a part may be called PULL_A1 while its footprint is R0603."""
    found = set()
    for path in named(package, names):
        # A line that starts with '#' is a remark of the tool (KiCad dates its position files so).
        data = [row for row in rows(path) if sum(1 for cell in row if NUMBER.match(cell)) >= 2 and not row[0].startswith('#')]
        weight = [sum(1 for row in data if len(row) > column and DESIGNATOR.match(row[column])) for column in range(3)]
        if max(weight) > 0:
            best = weight.index(max(weight))
            found.update(row[best].upper() for row in data if len(row) > best and row[best])
    return found


def bom_designators(package, names):
    """Every designator that stands in a cell, or in a list in a cell, of a row: BOM files (text and XLSX)."""
    found = set()
    for path in named(package, names):
        if not path.lower().endswith(('.csv', '.txt', '.xlsx')):
            continue
        lists = []
        for row in rows(path):
            for column, cell in enumerate(row):
                words = [word for word in re.split(r'[\s,;]+', cell) if word]
                if words and all(DESIGNATOR.match(word) for word in words):
                    lists.append((column, words))
        # The designator column is the one with most of them: values such as C0402 look alike.
        weight = {}
        for column, words in lists:
            weight[column] = weight.get(column, 0) + len(words)
        if weight:
            best = max(weight, key=weight.get)
            found.update(word.upper() for column, words in lists if column == best for word in words)
    return found


def score(package, truth, result):
    """Pairs of (what, right) for one package."""
    board, bom = result.get('board') or {}, result.get('bom') or {}
    if truth.get('copper_layers'):
        yield 'copper layers', board.get('copperLayers') == int(truth['copper_layers'])
    if truth.get('outline_width_mm'):
        want = sorted((float(truth['outline_width_mm']), float(truth['outline_height_mm'])))
        have = sorted((board.get('widthMm') or 0, board.get('heightMm') or 0))
        yield 'outline', all(abs(a - b) <= TOLERANCE_MM for a, b in zip(want, have))
    if truth.get('centroid'):
        want = centroid_designators(package, [name.strip() for name in truth['centroid'].split(';')])
        yield 'centroid designators', want <= {str(p['designator']).upper() for p in bom.get('placements') or []}
    if truth.get('bom'):
        want = bom_designators(package, [name.strip() for name in truth['bom'].split(';')])
        have = {d.upper() for line in bom.get('lines') or [] for d in line['designators']}
        yield 'BOM designators', bool(have) and want <= have


def quotes_alike(turnkey, package, quantities):
    """Exit code of a quote, and whether a second one wrote the same bytes."""
    digests = []
    code = 0
    for _ in range(2):
        with tempfile.TemporaryDirectory() as folder:
            _, _, code, _, _ = run([turnkey, 'quote', package, '--qty', quantities, '--out', folder])
            digest = hashlib.sha256()
            for name in sorted(os.listdir(folder)):
                digest.update(name.encode() + b'\0' + open(os.path.join(folder, name), 'rb').read())
            digests.append((code, sorted(os.listdir(folder)), digest.hexdigest()))
    return code, digests[0] == digests[1] and bool(digests[0][1])


def processor():
    try:
        return re.search(r'model name\s*: (.*)', open('/proc/cpuinfo').read())[1]
    except (OSError, TypeError):
        return platform.machine()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('packages')
    parser.add_argument('--turnkey', default=os.path.join(ROOT, 'turnkey'))
    parser.add_argument('--truth')
    parser.add_argument('--runs', type=int, default=5)
    parser.add_argument('--qty', default='10,100,1000')
    parser.add_argument('--write')
    options = parser.parse_args()

    truths = {}
    if options.truth:
        with open(options.truth, newline='') as file:
            truths = {row['package'].split('/')[-1]: row for row in csv.DictReader(file, delimiter='\t')}
    names = sorted(n for n in os.listdir(options.packages) if not n.startswith(('_', '.')) and (not truths or n in truths))
    missing = sorted(set(truths) - set(names))

    run([options.turnkey, '--version'])  # builds, where that is due
    lines, times, memories, scores, bad = [], [], [], {}, [f'{name}: absent' for name in missing]
    for name in names:
        package = os.path.join(options.packages, name)
        first, error, code, _, _ = run([options.turnkey, 'inspect', package, '--json'])
        seconds, memory, same = [], 0, True
        for _ in range(options.runs):
            again, _, _, took, peak = run([options.turnkey, 'inspect', package, '--json'])
            seconds.append(took)
            memory = max(memory, peak)
            same &= again == first
        try:
            result = json.loads(first)
        except ValueError:
            bad.append(f'{name}: no result, exit code {code}: {error[-200:].decode("utf8", "replace")}')
            continue
        quoted, alike = quotes_alike(options.turnkey, package, options.qty)
        for what, right in [('quoted', quoted == 0), ('deterministic', same and alike), *score(package, truths.get(name, {}), result)]:
            entry = scores.setdefault(what, [0, 0])
            entry[1] += 1
            entry[0] += right
            if not right:
                bad.append(f'{name}: {what}')
        board, bom = result.get('board') or {}, result.get('bom') or {}
        times.append((statistics.median(seconds), name))
        memories.append((memory, name))
        placements = {p['designator'].upper() for p in bom.get('placements') or []}
        designators = {d.upper() for line in bom.get('lines') or [] for d in line['designators']}
        truth = truths.get(name, {})
        files = lambda column: [x.strip() for x in (truth.get(column) or '').split(';') if x.strip()]
        severities = [d['severity'] for d in result.get('diagnostics', [])]
        lines.append([
            name, f"{board.get('widthMm') or 0:.4g} × {board.get('heightMm') or 0:.4g}" if board.get('widthMm') else '–', str(board.get('copperLayers', '–')), str(len(bom.get('lines') or [])),
            f"{len(designators)} / {len(bom_designators(package, files('bom'))) or '–'}", f"{len(placements)} / {len(centroid_designators(package, files('centroid'))) or '–'}",
            f"{severities.count('error')} / {severities.count('warning')}", f'{times[-1][0]:.2f}', f'{memory:.0f}'])

    summary = [f'- {what}: {right} of {of}' for what, (right, of) in scores.items()]
    if times:
        summary.append(f'- `inspect`, whole process, files in the page cache: median {statistics.median(t for t, _ in times):.2f} s, worst {max(times)[0]:.2f} s ({max(times)[1]})')
        summary.append(f'- peak memory of `inspect`: median {statistics.median(m for m, _ in memories):.0f} MB, worst {max(memories)[0]:.0f} MB ({max(memories)[1]})')
    heading = ['package', 'size (mm)', 'layers', 'BOM lines', 'BOM designators, ours / counted apart', 'placements, ours / counted apart', 'errors / warnings', 'seconds', 'MB']
    table = ['| ' + ' | '.join(row) + ' |' for row in [heading, ['---'] * len(heading), *lines]]
    text = '\n'.join(summary + [''] + table + ([''] + ['Not as it should be:', ''] + [f'- {b}' for b in bad] if bad else []))
    print(text)
    if options.write:
        with open(options.write, 'w') as file:
            file.write(f'''# Benchmarks

Made by `bench/packages.py` ({options.runs} runs each, quantities {options.qty}) on {len(names)} public packages of different CAD tools, which are not part of
this repository. {datetime.date.today()}, {os.cpu_count()} cores of {processor()}, {platform.system()}:

```sh
bench/packages.py PACKAGES --truth PACKAGES/INDEX.tsv --write docs/benchmarks.md
```

"Counted apart" is the script's own simple reading of the files that the
truth table names (text and XLSX), independent of Turnkey; it also counts parts that a BOM marks as not placed.

{text}
''')
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main())
