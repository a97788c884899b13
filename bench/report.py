"""What the benchmark scripts share: processes with their time and memory, Gerber files found by content, and sections of a page of results.

A section stands between two comments that name it; a script replaces its own section and leaves the rest of the page as it is.
"""
from __future__ import annotations
import datetime, os, platform, re, subprocess, tempfile, time
from dataclasses import dataclass
from typing import Iterable, Iterator, Sequence

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TURNKEY = os.path.join(ROOT, 'turnkey')
HEADING = '# Benchmarks\n\nEach section is written by the script that it names; `bench/all.sh` runs them all.\n'


@dataclass
class Outcome:
    """One process that ended: what it wrote, its exit code, seconds of wall time and peak resident memory in MB."""
    output: bytes
    error: bytes
    code: int
    seconds: float
    megabytes: float


def run(command: Sequence[str], **keywords) -> Outcome:
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        begin = time.perf_counter()
        process = subprocess.Popen(command, stdout=out, stderr=err, **keywords)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        scale = 1024 if platform.system() == 'Darwin' else 1
        return Outcome(out.read(), err.read(), process.returncode, seconds, usage.ru_maxrss / 1024 / scale)


def package_names(folder: str) -> list[str]:
    """Packages are the sub-folders and archives of a folder; names that start with '_' or '.' are left out."""
    archive = ('.zip', '.tar', '.tgz', '.tar.gz')
    return sorted(name for name in os.listdir(folder)
                  if not name.startswith(('_', '.')) and (os.path.isdir(os.path.join(folder, name)) or name.lower().endswith(archive)))


GERBER = re.compile(rb'%\s*(FS[LTD]?[AI]|MO(MM|IN)\s*\*|ADD\d+)|^G04[^*]*\*\s*G0?[1-9]', re.M)
OPERATION = re.compile(rb'[XY]-?\d+D0?[123]\*')


def is_gerber(path: str) -> bool:
    """By content: a format, unit or aperture statement, and an operation. A layer with nothing on it has no operation, and nothing to compare."""
    try:
        with open(path, 'rb') as file:
            content = file.read()
    except OSError:
        return False
    return b'\0' not in content[:4096] and bool(GERBER.search(content[:65536])) and bool(OPERATION.search(content))


def gerber_files(places: Iterable[str]) -> Iterator[str]:
    """Every Gerber file below folders, and files named themselves, in ordinal order; names that start with '_' or '.' are left out."""
    for place in places:
        if os.path.isfile(place):
            yield place
            continue
        for folder, folders, files in os.walk(place):
            folders[:] = sorted(name for name in folders if not name.startswith(('_', '.')))
            yield from (path for path in (os.path.join(folder, name) for name in sorted(files)) if is_gerber(path))


def processor() -> str:
    try:
        with open('/proc/cpuinfo') as file:
            return re.search(r'model name\s*: (.*)', file.read())[1]
    except (OSError, TypeError):
        return platform.machine()


def machine() -> str:
    return f'{datetime.date.today()}, {os.cpu_count()} cores of {processor()}, {platform.system()}'


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table in Markdown; the first row is the heading."""
    heading, *body = [[str(cell).replace('|', '\\|') for cell in row] for row in rows]
    return '\n'.join('| ' + ' | '.join(row) + ' |' for row in [heading, ['---'] * len(heading), *body])


def replaced(page: str, name: str, section: str) -> str:
    """The page with the section of this name in place of the one before, or at the end. An empty page gets its heading."""
    begin, end = f'<!-- {name} -->', f'<!-- end of {name} -->'
    whole = f'{begin}\n{section.strip()}\n{end}'
    at, to = page.find(begin), page.find(end)
    if at >= 0 and to > at:
        return page[:at] + whole + page[to + len(end):]
    if at >= 0 or to >= 0:
        raise SystemExit(f'the page has one mark of the section {name} without the other')
    return (page.rstrip() or HEADING.rstrip()) + '\n\n' + whole + '\n'


def write_section(path: str, name: str, section: str) -> None:
    try:
        with open(path, encoding='utf8') as file:
            page = file.read()
    except FileNotFoundError:
        page = ''
    with open(path, 'w', encoding='utf8') as file:
        file.write(replaced(page, name, section))


def self_test() -> None:
    page = replaced(replaced('', 'a', 'one'), 'b', 'two')
    assert page.startswith(HEADING) and page.index('one') < page.index('two')
    again = replaced(page, 'a', 'three')
    assert 'one' not in again and again.index('three') < again.index('two') and replaced(again, 'a', 'one') == page
    assert replaced('# Own words\n', 'a', 'one').startswith('# Own words\n'), 'what is there stays'
    try:
        replaced('<!-- a -->\ncut off', 'a', 'one')
    except SystemExit:
        pass
    else:
        raise AssertionError('half a section was replaced')
    assert table([['a', 'b'], ['x|y', 1]]) == '| a | b |\n| --- | --- |\n| x\\|y | 1 |'
    print('self-test passed')


if __name__ == '__main__':
    self_test()
