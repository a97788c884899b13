#!/usr/bin/env python3
"""Measures the BOM scrub against hand-checked truth.

usage: scrub.py PACKAGES [--turnkey PATH] [--truth FILE.tsv] [--write docs/benchmarks.md] [--list]

Runs `inspect --bom --json` over each package, says how many BOM lines get a part number, parameters or neither, and compares with the truth beside this
script: part number, manufacturer, kind, value, tolerance, voltage, dielectric, size and power of each line. --list prints every field that differs. A field is
missing where the truth has it and the scrub does not; it is wrong where the scrub says another thing, or says something where the BOM does not.
Standard library only. Exit code 1 when fewer than 98 % of the parameters read are right, or a wrong one is shown as certain.
"""
import argparse, collections, csv, json, os, sys
from decimal import Decimal

from report import TURNKEY, machine, package_names, run, table, write_section

TRUTH = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'scrub-truth.tsv')
PRINCIPAL = ('resistance', 'capacitance', 'inductance', 'impedance', 'frequency')
PARAMETERS = ('kind', 'value', 'tolerance', 'voltage', 'dielectric', 'size', 'power')
NAMES = ('mpn', 'manufacturer')
LEAST_RIGHT = 0.98


def read_truth(path):
    with open(path, encoding='utf-8') as file:
        rows = (line for line in file if not line.startswith('#'))
        return list(csv.DictReader(rows, delimiter='\t'))


def said(line):
    """What the scrub says of a line: field → (text or number, certainty)."""
    fields = {'kind': (line['kind']['value'], line['kind']['certainty'])}
    for fact in line['parameters']:
        name = fact['name']
        field = 'value' if name in PRINCIPAL else 'size' if name == 'package' else name
        fields[field] = (fact['text'] if fact['value'] is None else Decimal(str(fact['value'])), fact['certainty'])
    if line['mpn']:
        fields['mpn'] = (line['mpn']['value'], line['mpn']['certainty'])
    if line['manufacturer']:
        fields['manufacturer'] = (line['manufacturer']['name'], line['manufacturer']['certainty'])
    return fields


def number(text):
    try:
        return Decimal(text)
    except ArithmeticError:
        return None


def same(field, truth, found):
    if isinstance(found, Decimal):
        return number(truth) == found
    if field == 'tolerance':
        return truth == found.rstrip('%')
    if field == 'mpn':
        return truth.replace(' ', '').upper() == found.replace(' ', '').upper()
    # "X5R or X7R" leaves the choice to the buyer; so does a kind that the row leaves open.
    return found == truth or (' or ' in truth and found in truth.split(' or '))


def judge(field, truth, fact):
    """One of '', 'unjudged', 'missing', 'right', 'wrong', and whether it was shown as certain."""
    if truth == '?':
        return 'unjudged', False
    if fact is None:
        return ('missing' if truth else ''), False
    certain = fact[1] == 'certain'
    if not truth:
        # Kinds and packages that the truth leaves out are those of parts that are not bought by parameters.
        return 'wrong', certain
    return ('right' if same(field, truth, fact[0]) else 'wrong'), certain


def inspect(turnkey, path):
    outcome = run([turnkey, 'inspect', path, '--bom', '--json'])
    try:
        return json.loads(outcome.output)['scrub']['lines']
    except (ValueError, KeyError):
        sys.exit(f'{path}: {outcome.error.decode(errors="replace")[:400]}')


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('packages')
    parser.add_argument('--turnkey', default=TURNKEY)
    parser.add_argument('--truth', default=TRUTH)
    parser.add_argument('--write')
    parser.add_argument('--list', action='store_true')
    asked = parser.parse_args()

    truth = collections.defaultdict(list)
    for row in read_truth(asked.truth):
        truth[row['package']].append(row)
    counts = collections.Counter()
    wrong_certain, differences, rows, unchecked = 0, [], [], 0
    for name in package_names(asked.packages):
        lines = inspect(asked.turnkey, os.path.join(asked.packages, name))
        bom = [line for line in lines if line['kind']['value'] != 'not-a-part']
        by_number = sum(1 for line in bom if line['mpn'])
        by_code = sum(1 for line in bom if not line['mpn'] and line['codes'])
        parameters = sum(1 for line in bom if any(fact['name'] in PRINCIPAL and fact['certainty'] != 'unknown' for fact in line['parameters']))
        neither = sum(1 for line in bom if line['identity'] == 'unknown')
        if bom:
            rows.append([name, len(bom), by_number, by_code, parameters, neither])
        places = {designator: line for line in lines for designator in line['designators']}
        for row in truth[name]:
            line = places.get(row['designator'])
            if line is None:
                unchecked += 1
                differences.append((name, row['designator'], 'line', 'not found', '', ''))
                continue
            facts = said(line)
            for field in PARAMETERS + NAMES:
                result, certain = judge(field, row[field], facts.get(field))
                counts['parameter' if field in PARAMETERS else field, result] += 1
                if result == 'wrong' and certain:
                    wrong_certain += 1
                if result in ('wrong', 'missing'):
                    differences.append((name, row['designator'], field, result + (' and certain' if result == 'wrong' and certain else ''), row[field], facts.get(field, ('', ''))[0]))

    checked = sum(len(rows_of) for rows_of in truth.values()) - unchecked
    right, wrong = counts['parameter', 'right'], counts['parameter', 'wrong']
    share = right / (right + wrong) if right + wrong else 0
    result = [['lines checked', checked], ['packages', sum(1 for rows_of in truth.values() if rows_of)], ['parameters right', f'{right} of {right + wrong} read ({share:.2%})'],
              ['parameters missing', counts['parameter', 'missing']], ['wrong and shown as certain', wrong_certain],
              ['part numbers right', f"{counts['mpn', 'right']} of {counts['mpn', 'right'] + counts['mpn', 'wrong']} read, {counts['mpn', 'missing']} missing"],
              ['manufacturers right', f"{counts['manufacturer', 'right']} of {counts['manufacturer', 'right'] + counts['manufacturer', 'wrong']} read, {counts['manufacturer', 'missing']} missing"]]
    text = table([['package', 'parts', 'part number', 'code only', 'parameters', 'neither'], *rows]) + '\n\n' + table([['against the truth', ''], *result])
    print(text)
    if asked.list:
        for difference in differences:
            print('\t'.join(str(cell) for cell in difference))
    if asked.write:
        write_section(asked.write, 'scrub', f'## BOM scrub\n\n`bench/scrub.py` over the sample packages, {machine()}. Truth: `bench/scrub-truth.tsv`.\n\n{text}')
    return 0 if share >= LEAST_RIGHT and wrong_certain == 0 and checked >= 150 else 1


if __name__ == '__main__':
    sys.exit(main())
