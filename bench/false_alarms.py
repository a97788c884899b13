#!/usr/bin/env python3
"""Holds boards that were really made against the class that their finest features ask for: what is an error there is looked at, or a false alarm.

usage: false_alarms.py PACKAGES [--turnkey PATH] [--list board-classes.tsv] [--write docs/benchmarks.md]

The list names for each package the capability: the least of the two multilayer classes that its finest features, as measured, ask for (who made it is not on
record); and it explains the errors that stay. Standard library only. Exit code 1 when a package has more than three error findings, or an error of a rule that
the list does not explain.
"""
import argparse, csv, json, os, sys

from report import ROOT, TURNKEY, machine, run, table, write_section

MOST_ERRORS = 3


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('packages')
    parser.add_argument('--turnkey', default=TURNKEY)
    parser.add_argument('--list', default=os.path.join(ROOT, 'bench', 'board-classes.tsv'))
    parser.add_argument('--write')
    arguments = parser.parse_args()
    with open(arguments.list, encoding='utf8') as file:
        boards = list(csv.DictReader(file, delimiter='\t'))
    rows, failed = [], []
    for board in boards:
        path = os.path.join(arguments.packages, board['package'])
        if not os.path.isdir(path):
            continue
        done = run([arguments.turnkey, 'check', path, '--capability', board['capability'], '--json'])
        if done.code not in (0, 3):
            failed.append(f"{board['package']}: exit {done.code}, {done.error.decode('utf8', 'replace')[-300:]}")
            continue
        findings = json.loads(done.output)['findings']
        errors = [finding for finding in findings if finding['severity'] == 'error']
        explained = board['errors that stay, each looked at'] or ''
        unexplained = [finding['rule'] for finding in errors if finding['rule'] not in explained]
        if len(errors) > MOST_ERRORS:
            failed.append(f"{board['package']}: {len(errors)} error findings")
        if unexplained:
            failed.append(f"{board['package']}: not explained: {', '.join(unexplained)}")
        rows.append([board['package'], board['capability'], board['why'], str(len(errors)), str(len(findings) - len(errors)), explained])
    text = table([['package', 'capability', 'why', 'errors', 'warnings', 'errors that stay'], *rows])
    text += '\n\n' + ('\n'.join(f'- **missed** {line}' for line in failed) if failed else f'- {len(rows)} of {len(rows)} boards within the bar')
    print(text)
    if arguments.write:
        write_section(arguments.write, 'false-alarms', '## Design review: boards that were made\n\n'
                      f'`bench/false_alarms.py PACKAGES`, {machine()}. At the class that the finest features of each board ask for (`bench/board-classes.tsv`; who made it is not on record) at most '
                      f'{MOST_ERRORS} error findings a board after grouping, each explained.\n\n{text}')
    return 1 if failed or not rows else 0


if __name__ == '__main__':
    sys.exit(main())
