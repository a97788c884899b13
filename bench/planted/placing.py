"""Defects of the centroid file: parts turned, moved, and set where no pad is."""
from __future__ import annotations
import collections, re

from .copies import Copy, Plant
from .files import CentroidTable, Placed

LOPSIDED = re.compile(r'SOT-?23(?![-_ ]?[68])|SOT-?89|SOT-?223|SOT-?323|SOT-?353|SC-?70-?5|SC-?59|TO-?252|D-?PAK', re.I)
CHIP = re.compile(r'(^|[^0-9])(0201|0402|0603|0805|1206)([^0-9]|$)')
POLAR = re.compile(r'^(LED|D_|CP_)|SOD-?\d|SMA$|SMB$|EIA-?3528', re.I)
BESIDE_MM = 30.0               # of the board: there is no pad


def parts_of(copy: Copy) -> list[tuple[CentroidTable, Placed, int]]:
    """Each with how many share its footprint and side."""
    parts = [(file, part) for file in copy.tables for part in file.parts]
    shared = collections.Counter((part.package, part.side) for _, part in parts)
    return copy.shuffled([(file, part, shared[part.package, part.side]) for file, part in parts])


def placement_rotation(copy: Copy, count: int) -> None:
    """One part of each footprint, so that the others still agree."""
    done, left = set(), collections.Counter({'placement-rotation': count, 'placement-rotation, footprint used once or twice': count, 'placement-undeterminable': count})
    for file, part, shared in parts_of(copy):
        key = part.package, part.side
        if key in done:
            continue
        lopsided, chip, polar = LOPSIDED.search(part.package), CHIP.search(part.package), POLAR.search(part.package)
        if polar and not lopsided:
            kind, turn, rules = 'placement-undeterminable', 180, ('placement-undeterminable', 'placement-rotation')
        elif lopsided or chip and not part.designator.startswith(('D', 'LED')):
            kind = 'placement-rotation' if shared >= 3 else 'placement-rotation, footprint used once or twice'
            # Of a footprint used once or twice the files may not tell which angle is wrong: then it is to be asked for.
            turn, rules = copy.rng.choice((90, 180)) if lopsided else 90, ('placement-rotation',) if shared >= 3 else ('placement-rotation', 'placement-undeterminable')
        else:
            continue
        if left[kind] == 0:
            continue
        done.add(key)
        left[kind] -= 1
        file.put(part, rotation=(part.rotation + turn) % 360)
        copy.plants.append(Plant(kind, rules, names=part.designator, value=None if kind == 'placement-undeterminable' or shared == 2 else float(turn)))
    for file in copy.tables:
        file.write()


def placement_offset(copy: Copy, count: int) -> None:
    done = set()
    for file, part, shared in parts_of(copy):
        if count == 0:
            break
        if (part.package, part.side) in done or not (CHIP.search(part.package) or LOPSIDED.search(part.package)):
            continue
        done.add((part.package, part.side))
        file.put(part, x=part.x + 0.5)
        copy.plants.append(Plant('placement-offset', ('placement-offset',), names=part.designator, value=0.5 if shared < 3 else None))
        count -= 1
    for file in copy.tables:
        file.write()


def placement_missing_pads(copy: Copy, count: int) -> None:
    parts = [(file, part) for file, part, _ in parts_of(copy) if CHIP.search(part.package)]
    far = max((part.x for file in copy.tables for part in file.parts), default=0.0) + BESIDE_MM
    for file, part in parts[:min(count, len(parts) // 10)]:
        file.put(part, x=far)
        copy.plants.append(Plant('placement-missing-pads', ('placement-missing-pads', 'placement-offset'), names=part.designator))
        far += BESIDE_MM
    for file in copy.tables:
        file.write()
