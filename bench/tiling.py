"""Writes a package with many copies of a board beside each other: as large a design as one likes, whose nets and parts are as many more.

Reads what KiCad plots: Gerber of 4.6 digits in mm, Excellon in decimal mm, positions and parts as CSV. Names of nets and parts get two digits more.
"""
from __future__ import annotations
import csv, math, os, re

DIGITS = 1_000_000
STEP = (66.0, 42.0)
"""From one copy to the next in mm: the sample board is 64 × 40."""

PLACE = re.compile(r'^((?:G0[0-3])?)X(-?\d+)Y(-?\d+)(.*)$')
NAMED = re.compile(r'^%TO\.([NPC]),([^,*]+)(.*)$')
DRILLED = re.compile(r'X(-?[\d.]+)Y(-?[\d.]+)')


def write_tiled(source: str, target: str, copies: int) -> None:
    across = math.ceil(math.sqrt(copies))
    shifts = [(copy % across * STEP[0], copy // across * STEP[1]) for copy in range(copies)]
    os.makedirs(target)
    for name in sorted(os.listdir(source)):
        tiled = tiling_of(name)
        if tiled is None:
            continue
        with open(os.path.join(source, name), encoding='utf8', newline='') as file:
            text = file.read()
        with open(os.path.join(target, name), 'w', encoding='utf8', newline='') as file:
            file.write(tiled(text, shifts))


def tiling_of(name: str):
    """None for papers, and for what says how large the one board is."""
    if name.endswith('.gbr'):
        return gerber
    if name.endswith('.drl'):
        return drills
    if name.endswith('-pos.csv'):
        return positions
    return parts if name.endswith('-bom.csv') else None


def copied(name: str, copy: int) -> str:
    return f'{name}{copy:02d}'


def gerber(text: str, shifts: list[tuple[float, float]]) -> str:
    head, mark, rest = text.partition('G04 APERTURE END LIST*')
    if not mark or '%FSLAX46Y46*%' not in head or '%MOMM*%' not in head:
        raise SystemExit('not a Gerber file as KiCad plots it in mm')
    body = rest.replace('M02*', '').split('\n')
    lines = [head + mark]
    for copy, (dx, dy) in enumerate(shifts):
        # A copy begins as the file did.
        lines += ['%LPD*%', 'G01*']
        for line in body:
            if place := PLACE.match(line):
                line = f'{place[1]}X{int(place[2]) + round(dx * DIGITS)}Y{int(place[3]) + round(dy * DIGITS)}{place[4]}'
            elif (named := NAMED.match(line)) and named[2] != 'N/C':
                line = f'%TO.{named[1]},{copied(named[2], copy)}{named[3]}'
            lines.append(line)
    return '\n'.join([*lines, 'M02*', ''])


def drills(text: str, shifts: list[tuple[float, float]]) -> str:
    lines, head, tool = [], True, []

    def close() -> None:
        for dx, dy in shifts:
            lines.extend(DRILLED.sub(lambda place: f'X{float(place[1]) + dx:.4f}Y{float(place[2]) + dy:.4f}', line) for line in tool)
        tool.clear()

    for line in text.split('\n'):
        if head or re.match(r'T\d+$|M30', line):
            close()
            lines.append(line)
        else:
            tool.append(line)
        head &= line != '%'
    close()
    return '\n'.join(lines)


def rows(text: str) -> tuple[list[str], list[dict]]:
    reader = csv.DictReader(text.splitlines())
    return list(reader.fieldnames), list(reader)


def written(fields: list[str], content: list[dict]) -> str:
    class Text(list):
        write = list.append

    text = Text()
    writer = csv.DictWriter(text, fields)
    writer.writeheader()
    writer.writerows(content)
    return ''.join(text)


def positions(text: str, shifts: list[tuple[float, float]]) -> str:
    fields, parts = rows(text)
    return written(fields, [{**part, 'Ref': copied(part['Ref'], copy), 'PosX': f"{float(part['PosX']) + dx:.4f}", 'PosY': f"{float(part['PosY']) + dy:.4f}"}
                            for copy, (dx, dy) in enumerate(shifts) for part in parts])


def parts(text: str, shifts: list[tuple[float, float]]) -> str:
    fields, lines = rows(text)
    return written(fields, [{**line, 'Qty': int(line['Qty']) * len(shifts),
                             'Designators': ', '.join(copied(one.strip(), copy) for copy in range(len(shifts)) for one in line['Designators'].split(','))}
                            for line in lines])
