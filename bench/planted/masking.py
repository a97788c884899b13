"""Defects of the solder mask: openings that are missing, tight, too near to each other or over what is not to be soldered."""
from __future__ import annotations
import cmath, collections, math

from primitives import Capsule, Composite, Disc, Polygon

from .copies import BELOW, DEFINED, FOREIGN, MASK, TENTED, WEB, Copy, Plant
from .copper import flashes_of
from .files import Feature, GerberFile, support


MARK = 1.6
"""Round pads in a round opening that much larger are marks for cameras (IPC-7351B 3.4.3: twice as large at least, three times is better)."""


def is_mark(mask: GerberFile | None, pad: Feature) -> bool:
    return mask is not None and isinstance(pad.shape, Disc) and any(isinstance(one.shape, Disc) and abs(one.at - pad.at) < 0.01 and one.shape.radius >= MARK * pad.shape.radius for one in mask.around(pad.at, 0.02))


def soldered(copy: Copy) -> list[tuple[str, GerberFile, Feature]]:
    """Flashed pads without a hole that get paste from one opening: something is soldered to them, marks for cameras aside, which some tools give paste."""
    found = []
    for side, copper in copy.outer():
        paste, mask = copy.sheets.get(('paste', side)), copy.sheets.get(('soldermask', side))
        for pad in copper.features if paste else []:
            if pad.kind == 'flash' and pad.dark and any(abs(one.at - pad.at) < 0.01 for one in paste.around(pad.at, 0.02) if one.kind == 'flash') and copy.no_hole(pad.at, 0.3) and not is_mark(mask, pad):
                found.append((side, copper, pad))
    return copy.shuffled(found)


def sole_opening(sheet: GerberFile | None, pad: Feature) -> Feature | None:
    """The one opening over a pad that can be taken out, and that no other defect of this copy has to do with."""
    if sheet is None:
        return None
    left, low, right, high = pad.box
    over = [one for one in sheet.around(pad.at, max(right - left, high - low) / 2 + 0.1) if one.box[0] < right and one.box[2] > left and one.box[1] < high and one.box[3] > low]
    return over[0] if len(over) == 1 and over[0].kind == 'flash' and abs(over[0].at - pad.at) < 0.01 and over[0] in flashes_of(sheet) and over[0] not in sheet.taken else None


SLIPS = 0.1
"""Of pads of one size so many are taken at most, or one: what is missing on more of them may be meant."""


def size_of(side: str, pad: Feature) -> tuple[str, float, float]:
    width, height = round(pad.box[2] - pad.box[0], 2), round(pad.box[3] - pad.box[1], 2)
    return side, min(width, height), max(width, height)


def removed_opening(copy: Copy, count: int, role: str, kind: str, layer_name: str) -> None:
    pads = soldered(copy)
    sizes, slips = collections.Counter(size_of(side, pad) for side, _, pad in pads), collections.Counter()
    for side, _, pad in pads:
        if count == 0:
            return
        size = size_of(side, pad)
        opening = sole_opening(copy.sheets.get((role, side)), pad) if copy.is_free(pad.at) and slips[size] < max(1, SLIPS * sizes[size]) else None
        if opening is not None:
            copy.sheets[role, side].remove(opening)
            slips[size] += 1
            copy.plants.append(Plant(kind, (kind,), layer_name.format(side=side), at=pad.at))
            count -= 1


def mask_missing(copy: Copy, count: int) -> None:
    removed_opening(copy, count, 'soldermask', 'mask-missing', '{side} mask')


def mask_web(copy: Copy, count: int) -> None:
    for side, _, pad in soldered(copy):
        if count == 0:
            return
        mask = copy.sheets.get(('soldermask', side))
        opening = sole_opening(mask, pad)
        for step in range(4 if opening else 0):
            turn = 1j ** step
            reach = (opening.box[2] - opening.box[0] if step % 2 == 0 else opening.box[3] - opening.box[1]) / 2
            at = mask.snap(pad.at + turn * (reach + WEB - BELOW + 0.1))
            web = opening.distance(at) - 0.1
            if abs(web - WEB + BELOW) < 0.004 and copy.is_free(at) and mask.nearest(at, 0.25, (opening,)) >= 0.25 and copy.no_hole(at, 0.5):
                mask.add_flash(at, 0.2)
                mask.taken.add(opening)
                copy.plants.append(Plant('mask-web', ('mask-web',), f'{side} mask', at=at - turn * (0.1 + web / 2), value=web))
                count -= 1
                break


TURNS = [cmath.rect(1, math.tau * step / 720) for step in range(720)]


def margin(pad: Feature, opening: Feature, by: complex = 0j) -> float:
    """Least that an opening, moved, reaches beyond a pad: of convex shapes the least difference of how far they reach, over all directions."""
    return min(support(opening.shape, turn) + (by * turn.conjugate()).real - support(pad.shape, turn) for turn in TURNS)


def mask_clearance(copy: Copy, count: int) -> None:
    """An opening that was moved so that it hardly reaches beyond its pad on one side."""
    for side, _, pad in soldered(copy):
        if count == 0:
            return
        mask = copy.sheets.get(('soldermask', side))
        opening = sole_opening(mask, pad) if copy.is_free(pad.at) else None
        if opening is None or not all(isinstance(one.shape, (Disc, Capsule, Polygon, Composite)) for one in (pad, opening)):
            continue
        to = mask.snap(opening.at + opening.box[2] - pad.box[2] - MASK + BELOW)
        left = margin(pad, opening, to - opening.at)
        if margin(pad, opening) < MASK + 0.005 or not 0.002 < left < MASK - 0.002:
            continue
        mask.move(opening, to)
        copy.plants.append(Plant('mask-clearance', ('mask-clearance',), f'{side} mask', at=pad.at, value=left))
        count -= 1


def mask_exposes(copy: Copy, count: int) -> None:
    """Copper of another net beside an opening."""
    for side, copper, pad in soldered(copy):
        if count == 0:
            return
        mask, number = copy.sheets.get(('soldermask', side)), next(number for number, layer in copy.copper.items() if layer is copper)
        opening = sole_opening(mask, pad)
        for step in range(4 if opening else 0):
            turn = 1j ** step
            reach = (opening.box[2] - opening.box[0] if step % 2 == 0 else opening.box[3] - opening.box[1]) / 2
            at = copper.snap(pad.at + turn * (reach + FOREIGN - BELOW + 0.1))
            gap = opening.distance(at) - 0.1
            if abs(gap - FOREIGN + BELOW) < 0.004 and copy.is_free(at) and mask.nearest(at, 0.25, (opening,)) >= 0.25 and copper.nearest(at, 0.2, (pad,)) >= 0.2 and copy.no_hole(at, 0.5):
                copper.add_flash(at, 0.2)
                mask.taken.add(opening)
                copy.plants.append(Plant('mask-exposes', ('mask-exposes',), f'{side} mask', at=at - turn * (0.1 + gap / 2), value=gap))
                count -= 1
                break


def mask_ganged(copy: Copy, count: int) -> None:
    """One opening over two pads of different nets, where the file says the nets."""
    pads = soldered(copy)
    for side, copper, pad in pads:
        if count == 0:
            return
        mask = copy.sheets.get(('soldermask', side))
        first = sole_opening(mask, pad) if pad.net and copy.is_free(pad.at) else None
        for other_side, _, other in pads if first else []:
            if other_side != side or not other.net or other.net == pad.net or not 0 < abs(other.at - pad.at) < 2 or not copy.is_free(other.at):
                continue
            second = sole_opening(mask, other)
            between = [pad.at + (other.at - pad.at) * i / 16 for i in range(17)]
            if second is None or any(mask.nearest(at, 0.1, (first, second)) < 0.1 or copper.nearest(at, 0.1, (pad, other)) < 0.1 for at in between):
                continue
            mask.add_stroke(mask.snap(pad.at), mask.snap(other.at), 0.1)
            mask.taken |= {first, second}
            boxes = [min(pad.box[0], other.box[0]), min(pad.box[1], other.box[1]), max(pad.box[2], other.box[2]), max(pad.box[3], other.box[3])]
            copy.plants.append(Plant('mask-ganged', ('mask-ganged',), f'{side} mask', at=complex(boxes[0] + boxes[2], boxes[1] + boxes[3]) / 2))
            count -= 1
            break


def mask_overlap(copy: Copy, count: int) -> None:
    """A smaller opening over a round or rectangular pad, so that mask lies on it on all sides, but on little of it."""
    over = DEFINED - BELOW
    for side, _, pad in soldered(copy):
        if count == 0:
            return
        mask = copy.sheets.get(('soldermask', side))
        opening = sole_opening(mask, pad) if copy.is_free(pad.at) else None
        left, low, right, high = pad.box
        # A pad of which more is covered is opened in part.
        if opening is None or min(right - left, high - low) < 12 * over or mask.nearest(pad.at, abs(complex(right - left, high - low)) / 2, (opening,)) < abs(complex(right - left, high - low)) / 2:
            continue
        if isinstance(pad.shape, Disc):
            mask.remove(opening)
            at = mask.snap(pad.at)
            mask.add_flash(at, 2 * (pad.shape.radius - over))
            value = over - abs(at - pad.at)
        elif isinstance(pad.shape, Polygon) and {corner.real for corner in pad.shape.corners} <= {left, right} and {corner.imag for corner in pad.shape.corners} <= {low, high}:
            mask.remove(opening)
            low_left, high_right = mask.snap(complex(left + over, low + over)), mask.snap(complex(right - over, high - over))
            mask.add_area([low_left, complex(high_right.real, low_left.imag), high_right, complex(low_left.real, high_right.imag)])
            value = min(low_left.real - left, low_left.imag - low, right - high_right.real, high - high_right.imag)
        else:
            continue
        copy.plants.append(Plant('mask-overlap', ('mask-overlap',), f'{side} mask', at=pad.at, value=value))
        count -= 1


def mask_on_via(copy: Copy, count: int) -> None:
    """An open via beside a pad that it is joined to, where other layers have areas at most."""
    ring, drill = 0.2, 0.2
    for side, copper, pad in soldered(copy) if copy.plated and copy.plated[0].span(max(copy.copper)) == (1, max(copy.copper)) else []:
        if count == 0:
            return
        mask = copy.sheets.get(('soldermask', side))
        opening = sole_opening(mask, pad)
        for step in range(4 if opening else 0):
            turn = 1j ** step
            reach = (opening.box[2] - opening.box[0] if step % 2 == 0 else opening.box[3] - opening.box[1]) / 2
            at = mask.snap(pad.at + turn * (reach + TENTED - BELOW + ring))
            web = opening.distance(at) - ring
            others = any(one.kind != 'region' and one.distance(at) < 0.4 for layer in copy.copper.values() if layer is not copper for one in layer.around(at, 0.4))
            if abs(web - TENTED + BELOW) < 0.004 and not others and copy.is_free(at) and mask.nearest(at, 0.4, (opening,)) >= 0.4 and copper.nearest(at, 0.4, (pad,)) >= 0.4 and copy.no_hole(at, 0.5):
                copper.add_stroke(copper.snap(pad.at), copper.snap(at), 0.15)
                copper.add_flash(copper.snap(at), 2 * ring)
                mask.add_flash(at, 2 * ring)
                mask.taken.add(opening)
                copy.plated[0].add(copy.plated[0].snap(at), copy.plated[0].tool(drill))
                copy.plants.append(Plant('mask-on-via', ('mask-on-via',), f'{side} mask', at=copper.snap(at), value=web))
                count -= 1
                break
