"""Puts every reference designator where it can be read: beside its part, off pads, off other text."""

import re

import pcbnew

from .pcb import at, mm

SIZE, THICKNESS, GAP = 0.8, 0.13, 0.2


def natural(text):
    """Sort key that puts R2 before R10."""
    return [int(t) if t.isdigit() else t for t in re.split(r"(\d+)", text)]


def _box(item):
    b = item.GetBoundingBox()
    return b.GetLeft() / 1e6, b.GetTop() / 1e6, b.GetRight() / 1e6, b.GetBottom() / 1e6


def _text_box(text, upright):
    """The glyphs of a line of capitals: KiCad's box leaves room for overbars and descenders."""
    b = _box(text)
    tall = (b[3] - b[1] if not upright else b[2] - b[0]) - SIZE - 2 * THICKNESS
    trim = max(0, tall / 2)
    return (b[0], b[1] + trim, b[2], b[3] - trim) if not upright else (b[0] + trim, b[1], b[2] - trim, b[3])


def _hits(a, b, gap):
    return a[0] < b[2] + gap and b[0] < a[2] + gap and a[1] < b[3] + gap and b[1] < a[3] + gap


def place_references(board, design):
    """Moves the visible references; returns a line for each that found no free place and was hidden."""
    complaints = []
    for side, silk, copper in (("top", pcbnew.F_SilkS, pcbnew.F_Cu), ("bottom", pcbnew.B_SilkS, pcbnew.B_Cu)):
        footprints = sorted((f for f in board.Footprints() if f.GetLayer() == copper),
                            key=lambda f: (not _fixed(design, f), natural(f.GetReference())))
        taken = _taken(board, silk, copper)
        for footprint in footprints:
            reference = footprint.Reference()
            if not reference.IsVisible():
                continue
            reference.SetTextSize(pcbnew.wxSize(mm(SIZE), mm(SIZE)))
            reference.SetTextThickness(mm(THICKNESS))
            reference.SetKeepUpright(True)
            box = _settle(board, design, footprint, reference, taken, _fixed(design, footprint))
            if box is None:
                reference.SetVisible(False)
                complaints.append(f"no room for the legend of {footprint.GetReference()}")
            else:
                taken.append(box)
    return complaints


def _fixed(design, footprint):
    part = design.parts.get(footprint.GetReference())
    return part.label if part else None


def _taken(board, silk, copper):
    boxes = []
    for pad in board.GetPads():
        if pad.IsOnLayer(copper) or pad.GetAttribute() == pcbnew.PAD_ATTRIB_NPTH:
            boxes.append(_grown(_box(pad), 0.1))
    for footprint in board.Footprints():
        for item in footprint.GraphicalItems():
            if item.GetLayer() == silk:
                boxes += _strokes(item)
        # The body's area: a legend under the part cannot be read.
        if footprint.GetLayer() == copper:
            body = [_box(i) for i in footprint.GraphicalItems() if i.GetLayerName().endswith(".Fab") and i.GetClass() != "MTEXT"]
            if body:
                boxes.append((min(b[0] for b in body), min(b[1] for b in body), max(b[2] for b in body), max(b[3] for b in body)))
    for drawing in board.GetDrawings():
        if drawing.GetLayer() == silk:
            boxes.append(_box(drawing))
        elif drawing.GetLayer() == pcbnew.Edge_Cuts:
            boxes += [_grown(b, 0.2) for b in _strokes(drawing)]
    return boxes


def _strokes(item):
    """Boxes that follow the item's stroke: the frame of a rectangle is four boxes, not its whole area."""
    b = _box(item)
    if item.GetClass() != "MTEXT" and min(b[2] - b[0], b[3] - b[1]) > 0.6:
        start, end = item.GetStart(), item.GetEnd()
        if item.GetShape() == pcbnew.SHAPE_T_SEGMENT:
            steps = 12
            return [((start.x + (end.x - start.x) * t / steps) / 1e6 - 0.3, (start.y + (end.y - start.y) * t / steps) / 1e6 - 0.3,
                     (start.x + (end.x - start.x) * t / steps) / 1e6 + 0.3, (start.y + (end.y - start.y) * t / steps) / 1e6 + 0.3)
                    for t in range(steps + 1)]
    return [b]


def _grown(b, by):
    return b[0] - by, b[1] - by, b[2] + by, b[3] + by


def _settle(board, design, footprint, reference, taken, fixed):
    if fixed:
        reference.SetPosition(at(fixed[0], fixed[1]))
        reference.SetTextAngle(fixed[2] * 10 - footprint.GetOrientation())
        return _text_box(reference, fixed[2] == 90)
    corner = at(0, 0)
    left, top = corner.x / 1e6, corner.y / 1e6
    x0, y0, x1, y1 = _extent(footprint)
    for angle in (0, 90):
        # Text angles are relative to the part's.
        reference.SetTextAngle((angle * 10 - footprint.GetOrientation()) % 3600)
        reference.SetPosition(at(0, 0))
        b = _text_box(reference, angle == 90)
        w, h = b[2] - b[0], b[3] - b[1]
        cx, cy = (b[0] + b[2]) / 2 - left, (b[1] + b[3]) / 2 - top
        mx, my = (x0 + x1) / 2, (y0 + y1) / 2
        for away in (0.0, 0.2, 0.45, 0.8):
            for dx, dy in _candidates(x0, y0, x1, y1, mx, my, w, h, away):
                reference.SetPosition(at(dx - left - cx, dy - top - cy))
                box = _text_box(reference, angle == 90)
                inside = (box[0] > left + 0.4 and box[1] > top + 0.4 and
                          box[2] < left + design.width - 0.4 and box[3] < top + design.height - 0.4)
                if inside and not any(_hits(box, other, 0.02) for other in taken):
                    return box
    return None


def _candidates(x0, y0, x1, y1, mx, my, w, h, away):
    above, below = y0 - GAP - away - h / 2, y1 + GAP + away + h / 2
    before, after = x0 - GAP - away - w / 2, x1 + GAP + away + w / 2
    yield mx, above
    yield mx, below
    yield after, my
    yield before, my
    for x in (x0 + w / 2, x1 - w / 2, x0 - w / 2, x1 + w / 2):
        yield x, above
        yield x, below
    for y in (y0 + h / 2, y1 - h / 2):
        yield after, y
        yield before, y


def _extent(footprint):
    """The box around pads and legend of the part, without its texts."""
    silk = (pcbnew.F_SilkS, pcbnew.B_SilkS)
    boxes = [_box(p) for p in footprint.Pads()]
    boxes += [_box(i) for i in footprint.GraphicalItems() if i.GetLayer() in silk and i.GetClass() != "MTEXT"]
    return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
