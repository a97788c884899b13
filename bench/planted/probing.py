"""Defects of test access: nets whose last bare copper was covered."""
from __future__ import annotations
import collections

from .copies import NEEDLE, Copy, Plant
from .copper import flashes_of, middle
from .files import Feature, GerberFile


def is_under(copper: Feature, opening: Feature) -> bool:
    """Nearly: areas are looked for at nine places of the opening's extent."""
    left, low, right, high = opening.box
    if copper.box[0] >= right or copper.box[2] <= left or copper.box[1] >= high or copper.box[3] <= low:
        return False
    return copper.kind != 'region' or any(copper.distance(complex(x, y)) == 0 for x in (left, (left + right) / 2, right) for y in (low, (low + high) / 2, high))


def probe_size(copy: Copy, count: int) -> None:
    """A test point on a track of a net with two pins, too small for a nail and for a needle; the files say what belongs to the net."""
    pins = collections.Counter(one.net for _, copper in copy.outer() for one in copper.features if one.kind == 'flash' and one.net and one.attributes and not one.attributes.upper().startswith(('FID', 'MP')))
    diameter = round(NEEDLE - 0.05, 4)
    for side, copper, one in copy.shuffled([(side, copper, one) for side, copper in copy.outer() for one in copper.strokes(1.0)]):
        mask = copy.sheets.get(('soldermask', side))
        if count == 0 or mask is None:
            return
        at = copper.snap(middle(one))
        if pins[one.net] < 2 or 2 * one.shape.radius > diameter - 0.02 or not copy.is_free(at) or not copper.is_track(one):
            continue
        near = [other for other in copper.around(at, 0.35) if other is not one and other.distance(at) < 0.35]
        if near or mask.nearest(at, 0.5) < 0.5 or not copy.no_hole(at, 0.5):
            continue
        copper.add_test_point(at, diameter)
        mask.add_flash(mask.snap(at), diameter + 0.1)
        for rule in ('probe-size', 'flying-probe-size'):
            copy.plants.append(Plant(rule, (rule,), side, at=at, value=diameter))
        count -= 1


def net_access(copy: Copy, count: int) -> None:
    """All openings over a net taken out of the mask, where the files say what belongs to it and each opening lies over one pad or via."""
    masks = {number: mask for number in (1, max(copy.copper, default=0)) if number in copy.copper and (mask := copy.mask_of(number)) is not None}
    if not masks:
        return
    bare, pins = collections.defaultdict(list), collections.Counter()
    for number, mask in masks.items():
        copper = copy.copper[number]
        for opening in mask.features:
            half = max(opening.box[2] - opening.box[0], opening.box[3] - opening.box[1]) / 2
            middle = complex(opening.box[0] + opening.box[2], opening.box[1] + opening.box[3]) / 2
            under = [one for one in copper.around(middle, half) if is_under(one, opening)]
            nets = {one.net for one in under}
            for net in nets:
                bare[net].append((mask, opening, nets == {net} and opening.kind == 'flash' and opening in flashes_of(mask)))
        for one in copper.features:
            pins[one.net] += one.kind == 'flash' and one.attributes != '' and not one.attributes.upper().startswith(('FID', 'MP'))
    for net in copy.shuffled(sorted(net for net in bare if net and pins[net] >= 2 and len(bare[net]) <= 12)):
        if count == 0:
            return
        openings = bare[net]
        if not all(sole for _, _, sole in openings) or not all(copy.is_free(opening.at) for _, opening, _ in openings):
            continue
        for mask, opening, _ in openings:
            mask.remove(opening)
        copy.plants.append(Plant('net-access', ('net-access',), names=net))
        count -= 1
