"""Defects of whole boards: layers that are missing, mirrored or beside the drill, marks that are gone."""
from __future__ import annotations
import collections, os

from .copies import Copy, Plant
from .copper import flashes_of
from .files import GerberFile


def missing_mask(copy: Copy) -> None:
    side, mask = next(((side, file) for (role, side), file in sorted(copy.sheets.items(), key=lambda item: item[0], reverse=True) if role == 'soldermask'), (None, None))
    if mask:
        os.remove(mask.path)
        copy.plants.append(Plant('missing-layer', ('missing-layer',), f'{side} mask'))


def missing_inner(copy: Copy) -> None:
    inner = [number for number in copy.copper if 1 < number < max(copy.copper)]
    if inner:
        number = copy.rng.choice(inner)
        os.remove(copy.copper[number].path)
        copy.plants.append(Plant('missing-layer', ('missing-layer',)))


OWN_IMAGE = 0.25
"""A layer of which more lies on itself when it is mirrored, as of a keyboard with two like halves, is not told from its mirror image by where things lie."""


def is_own_image(file: GerberFile) -> bool:
    places = {one.at for one in file.features if one.kind == 'flash'}
    axis = min(one.box[0] for one in file.features) + max(one.box[2] for one in file.features)
    near = collections.defaultdict(list)
    for at in places:
        near[round(at.real, 1), round(at.imag, 1)].append(at)
    lies = lambda at: any(abs(other - at) < 0.1 for x in (-0.1, 0, 0.1) for y in (-0.1, 0, 0.1) for other in near.get((round(at.real + x, 1), round(at.imag + y, 1)), ()))
    return sum(lies(complex(axis - at.real, at.imag)) for at in places) > OWN_IMAGE * len(places)


def mirrored(copy: Copy, file: GerberFile, layer: str) -> None:
    with open(file.path, 'w', encoding='latin1', newline='') as out:
        out.write(file.mirrored())
    copy.plants.append(Plant('mirrored-layer', ('mirrored-layer',), layer))


def mirrored_copper(copy: Copy) -> None:
    numbers = [number for number, layer in copy.copper.items() if sum(one.kind == 'flash' for one in layer.features) >= 20 and not is_own_image(layer)]
    if numbers and copy.plated:
        number = copy.rng.choice(numbers)
        mirrored(copy, copy.copper[number], f'L{number}')


def mirrored_mask(copy: Copy) -> None:
    for (role, side), file in sorted(copy.sheets.items(), key=lambda item: item[0], reverse=True):
        if role == 'soldermask' and sum(one.kind == 'flash' for one in file.features) >= 20 and not is_own_image(file):
            mirrored(copy, file, f'{side} mask')
            return


def fiducials(copy: Copy) -> None:
    """All marks of one face taken out of its copper."""
    marks = [one for one in copy.copper[1].features if one.attributes.upper().startswith('FID')] if 1 in copy.copper else []
    if marks and all(one in flashes_of(copy.copper[1]) for one in marks):
        for one in marks:
            copy.copper[1].remove(one)
        copy.plants.append(Plant('fiducials', ('fiducials',), 'top', value=0.0))


def missing_legend(copy: Copy) -> None:
    legends = [file for (role, _), file in copy.sheets.items() if role == 'legend']
    for file in legends:
        os.remove(file.path)
    if legends:
        copy.plants.append(Plant('missing-legend', ('missing-legend',)))


def registration(copy: Copy) -> None:
    """All holes of the plated drill file a little beside their pads."""
    for drill in copy.plated:
        pads = [pad for layer in copy.copper.values() for pad in flashes_of(layer)]
        at = {(round(pad.at.real, 3), round(pad.at.imag, 3)) for pad in pads}
        if sum((round(hit.at.real, 3), round(hit.at.imag, 3)) in at for hit in drill.hits) < max(10, 0.9 * len(drill.hits)):
            continue
        way = drill.snap(0.03)
        drill.shift(way)
        copy.plants.append(Plant('registration', ('registration',), value=abs(way)))
        return
