"""The part of bench/kicad.py that runs in KiCad's own Python: it plots a board as a package, writes down its copper as KiCad has it, and runs KiCad's design rules.

usage: kicad_board.py prepare BOARD FOLDER     board.kicad_pcb without local clearances, package/ and copper.json
       kicad_board.py review FOLDER REPORT     KiCad's report of board.kicad_pcb under the limits of board.kicad_pro; prints the seconds it took

Lengths in copper.json are nanometres, y points up as it does in Gerber files.
"""
from __future__ import annotations
import json, math, os, shutil, sys, time

import pcbnew

ARC_ERROR = 200
"""How far chords lie from an arc of a drawing, in nanometres."""

LAYERS = (('SoldermaskTop', pcbnew.F_Mask), ('SoldermaskBottom', pcbnew.B_Mask), ('PasteTop', pcbnew.F_Paste), ('PasteBottom', pcbnew.B_Paste),
          ('LegendTop', pcbnew.F_SilkS), ('LegendBottom', pcbnew.B_SilkS), ('Profile', pcbnew.Edge_Cuts))


# ---- copper as KiCad has it

def at(point) -> list[int]:
    return [point.x, -point.y]


def polygons(outlines) -> list[dict]:
    """Filled areas, each with its holes."""
    def ring(chain) -> list[list[int]]:
        return [at(chain.CPoint(i)) for i in range(chain.PointCount())]

    return [{'rings': [ring(outlines.Outline(i)), *(ring(outlines.Hole(i, j)) for j in range(outlines.HoleCount(i)))], 'radius': 0} for i in range(outlines.OutlineCount())]


def path(points: list[list[int]], radius: int) -> list[dict]:
    return [{'path': points, 'radius': radius}]


def line_of(shape) -> list[list[int]]:
    """The line that a graphic item is drawn along, arcs as chords."""
    kind = shape.GetShape()
    if kind == pcbnew.SHAPE_T_SEGMENT:
        return [at(shape.GetStart()), at(shape.GetEnd())]
    if kind == pcbnew.SHAPE_T_RECT:
        points = [at(corner) for corner in shape.GetRectCorners()]
        return [*points, points[0]]
    if kind == pcbnew.SHAPE_T_POLY:
        outline = shape.GetPolyShape().Outline(0)
        points = [placed(shape, outline.CPoint(i)) for i in range(outline.PointCount())]
        return [*points, points[0]]
    if kind == pcbnew.SHAPE_T_CIRCLE:
        return arc(at(shape.GetCenter()), shape.GetRadius(), 0, math.tau)
    if kind == pcbnew.SHAPE_T_ARC:
        return bow(shape.GetCenter(), shape.GetStart(), shape.GetArcAngle())
    return [at(point) for point in shape.GetBezierPoints()]


def placed(shape, point) -> list[int]:
    """Corners of a footprint's polygon are in the footprint's own coordinates."""
    if not isinstance(shape, pcbnew.FP_SHAPE):
        return at(point)
    footprint = shape.GetParentFootprint()
    turn, middle = math.radians(footprint.GetOrientationDegrees()), footprint.GetPosition()
    return [round(middle.x + point.y * math.sin(turn) + point.x * math.cos(turn)), -round(middle.y + point.y * math.cos(turn) - point.x * math.sin(turn))]


def bow(centre, start, tenths: float) -> list[list[int]]:
    """Angles are tenths of a degree, and turn clockwise where y points up."""
    (x, y), (sx, sy) = at(centre), at(start)
    return arc([x, y], math.hypot(sx - x, sy - y), math.atan2(sy - y, sx - x), -math.radians(tenths / 10))


def arc(middle: list[int], radius: float, start: float, sweep: float) -> list[list[int]]:
    steps = max(2, math.ceil(abs(sweep) / (2 * math.acos(max(0.0, 1 - ARC_ERROR / max(radius, ARC_ERROR * 2))))))
    return [[round(middle[0] + radius * math.cos(start + sweep * i / steps)), round(middle[1] + radius * math.sin(start + sweep * i / steps))] for i in range(steps + 1)]


def is_curved(shape) -> bool:
    return shape.GetShape() not in (pcbnew.SHAPE_T_SEGMENT, pcbnew.SHAPE_T_RECT, pcbnew.SHAPE_T_POLY)


def drawn(item) -> list[dict]:
    """A graphic item or a text."""
    if hasattr(item, 'TransformToSegmentList'):
        points, radius = [at(point) for point in item.TransformToSegmentList()], item.GetEffectiveTextPenWidth() // 2
        return [{'path': points[i:i + 2], 'radius': radius} for i in range(0, len(points), 2)]
    if not hasattr(item, 'GetShape'):
        return []
    line, radius = line_of(item), item.GetWidth() // 2
    return [{'rings': [line], 'radius': radius}] if item.IsFilled() else path(line, radius)


def turned(pad, x: float, y: float) -> list[int]:
    """A place of the pad's own coordinates on the board."""
    turn, offset, middle = math.radians(pad.GetOrientationDegrees()), pad.GetOffset(), pad.GetPosition()
    x, y = x + offset.x, y + offset.y
    return [round(middle.x + y * math.sin(turn) + x * math.cos(turn)), -round(middle.y + y * math.cos(turn) - x * math.sin(turn))]


def of_pad(pad) -> list[dict]:
    shape, (x, y) = pad.GetShape(), (pad.GetSizeX() / 2, pad.GetSizeY() / 2)
    if shape == pcbnew.PAD_SHAPE_CIRCLE:
        return path([turned(pad, 0, 0)], round(x))
    if shape == pcbnew.PAD_SHAPE_OVAL:
        radius = min(x, y)
        return path([turned(pad, radius - x, radius - y), turned(pad, x - radius, y - radius)], round(radius))
    if shape in (pcbnew.PAD_SHAPE_RECT, pcbnew.PAD_SHAPE_ROUNDRECT):
        radius = pad.GetRoundRectCornerRadius() if shape == pcbnew.PAD_SHAPE_ROUNDRECT else 0
        x, y = x - radius, y - radius
        return [{'rings': [[turned(pad, *corner) for corner in ((-x, -y), (x, -y), (x, y), (-x, y))]], 'radius': radius}]
    return polygons(pad.GetEffectivePolygon())


def is_bare(pad) -> bool:
    """A land that is open in the mask and gets no paste: a contact."""
    sides = [(mask, paste) for copper_layer, mask, paste in ((pcbnew.F_Cu, pcbnew.F_Mask, pcbnew.F_Paste), (pcbnew.B_Cu, pcbnew.B_Mask, pcbnew.B_Paste)) if pad.IsOnLayer(copper_layer)]
    return pad.GetDrillSizeX() == 0 and any(pad.IsOnLayer(mask) and not pad.IsOnLayer(paste) for mask, paste in sides)


def slot(pad) -> dict:
    (x, y), middle, turn = (pad.GetDrillSizeX() / 2, pad.GetDrillSizeY() / 2), pad.GetPosition(), math.radians(pad.GetOrientationDegrees())
    radius = min(x, y)
    dx, dy = x - radius, y - radius
    ends = [[round(middle.x + sign * (dy * math.sin(turn) + dx * math.cos(turn))), -round(middle.y + sign * (dy * math.cos(turn) - dx * math.sin(turn)))] for sign in (-1, 1)]
    return {'path': ends if dx or dy else ends[:1], 'radius': round(radius), 'plated': pad.GetAttribute() != pcbnew.PAD_ATTRIB_NPTH}


def described(item, kind: str) -> dict:
    net = item.GetNetname() if hasattr(item, 'GetNetname') else ''
    box = item.GetBoundingBox()
    return {'kind': kind, 'text': item.GetSelectMenuText(pcbnew.EDA_UNITS_MILLIMETRES), 'at': at(item.GetPosition()), 'net': net,
            'box': [box.GetLeft(), -box.GetBottom(), box.GetRight(), -box.GetTop()]}


def copper(board) -> list[dict]:
    layers = [layer for layer in board.GetEnabledLayers().CuStack()]
    items = []

    def add(item, kind: str, shapes: dict[str, list[dict]], **more) -> None:
        items.append({**described(item, kind), 'layers': {str(layers.index(layer) + 1): shape for layer, shape in shapes.items()}, **more})

    for track in board.GetTracks():
        if isinstance(track, pcbnew.PCB_VIA):
            hole = {'path': [at(track.GetPosition())], 'radius': track.GetDrillValue() // 2, 'plated': True}
            add(track, 'via', {layer: path([at(track.GetPosition())], track.GetWidth() // 2) for layer in layers if track.FlashLayer(layer)}, hole=hole)
        elif isinstance(track, pcbnew.PCB_ARC):
            add(track, 'arc', {track.GetLayer(): path(bow(track.GetCenter(), track.GetStart(), track.GetAngle()), track.GetWidth() // 2)})
        else:
            ends = [at(track.GetStart()), at(track.GetEnd())]
            add(track, 'track', {track.GetLayer(): path(ends if ends[0] != ends[1] else ends[:1], track.GetWidth() // 2)})
    for footprint in board.GetFootprints():
        for pad in footprint.Pads():
            drilled = pad.GetDrillSizeX() > 0
            on = [layer for layer in layers if pad.IsOnLayer(layer) and pad.FlashLayer(layer)]
            # KiCad itself plots no copper for a bare hole whose pad the drill takes away.
            if pad.GetAttribute() == pcbnew.PAD_ATTRIB_NPTH and pad.GetSizeX() <= pad.GetDrillSizeX() and pad.GetSizeY() <= pad.GetDrillSizeY():
                on = []
            shape = of_pad(pad) if on else []
            add(pad, 'pad', {layer: shape for layer in on}, part=footprint.GetReference(), number=pad.GetNumber(),
                netTie='net tie' in footprint.GetKeywords().lower(), bare=is_bare(pad), castellated=pad.GetProperty() == pcbnew.PAD_PROP_CASTELLATED, **({'hole': slot(pad)} if drilled else {}))
        for item in [*footprint.GraphicalItems(), footprint.Reference(), footprint.Value()]:
            if item.GetLayer() in layers and not (hasattr(item, 'IsVisible') and not item.IsVisible()):
                add(item, 'graphic', {item.GetLayer(): drawn(item)}, part=footprint.GetReference())
    for item in board.GetDrawings():
        if item.GetLayer() in layers:
            add(item, 'graphic', {item.GetLayer(): drawn(item)})
    for zone in [*board.Zones(), *(zone for footprint in board.GetFootprints() for zone in footprint.Zones())]:
        if not zone.GetIsRuleArea():
            add(zone, 'zone', {layer: polygons(zone.GetFilledPolysList(layer)) for layer in layers if zone.IsOnLayer(layer) and zone.HasFilledPolysForLayer(layer)}, priority=zone.GetPriority())
    return items


def edges(board) -> list[dict]:
    """Lines of the board's edge without their width, and of its margin, which KiCad's rule takes for an edge too."""
    everything = [*board.GetDrawings(), *(item for footprint in board.GetFootprints() for item in footprint.GraphicalItems())]
    return [{**described(item, 'edge'), 'path': line_of(item), 'margin': item.GetLayer() == pcbnew.Margin, 'curved': is_curved(item)}
            for item in everything if item.GetLayer() in (pcbnew.Edge_Cuts, pcbnew.Margin) and hasattr(item, 'GetShape')]


def openings(board) -> dict[str, list[dict]]:
    """What is drawn open in the mask beside the openings of pads, by copper layer."""
    everything = [*board.GetDrawings(), *(item for footprint in board.GetFootprints() for item in footprint.GraphicalItems())]
    faces = ((1, pcbnew.F_Mask), (board.GetCopperLayerCount(), pcbnew.B_Mask))
    return {str(layer): [shape for item in everything if item.GetLayer() == mask for shape in drawn(item)] for layer, mask in faces}


# ---- a package

def plot(board, folder: str) -> None:
    plotter = pcbnew.PLOT_CONTROLLER(board)
    how = plotter.GetPlotOptions()
    how.SetOutputDirectory(folder)
    how.SetPlotFrameRef(False)
    how.SetUseGerberProtelExtensions(False)
    how.SetUseGerberX2format(True)
    how.SetIncludeGerberNetlistInfo(True)
    how.SetUseGerberAttributes(True)
    how.SetGerberPrecision(6)
    how.SetCreateGerberJobFile(False)
    how.SetUseAuxOrigin(False)
    how.SetDrillMarksType(pcbnew.PCB_PLOT_PARAMS.NO_DRILL_SHAPE)
    how.SetSkipPlotNPTH_Pads(False)
    how.SetPlotViaOnMaskLayer(False)
    how.SetSubtractMaskFromSilk(False)
    how.SetExcludeEdgeLayer(True)
    how.SetScale(1)
    how.SetMirror(False)
    how.SetNegative(False)
    how.SetPlotInvisibleText(False)
    copper_layers = [(f'Copper_L{number}', layer) for number, layer in enumerate(board.GetEnabledLayers().CuStack(), 1)]
    for name, layer in [*copper_layers, *((name, layer) for name, layer in LAYERS if board.IsLayerEnabled(layer))]:
        plotter.SetLayer(layer)
        plotter.OpenPlotfile(name, pcbnew.PLOT_FORMAT_GERBER, name)
        if not plotter.PlotLayer():
            sys.exit(f'KiCad could not plot the layer {name}')
    plotter.ClosePlot()
    drills = pcbnew.EXCELLON_WRITER(board)
    drills.SetFormat(True, pcbnew.EXCELLON_WRITER.DECIMAL_FORMAT, 3, 3)
    drills.SetOptions(False, False, pcbnew.wxPoint(0, 0), False)
    drills.SetRouteModeForOvalHoles(False)
    drills.CreateDrillandMapFilesSet(folder, True, False)
    with open(os.path.join(folder, 'positions.csv'), 'w', encoding='utf8') as file:
        file.write('Ref,Val,Package,PosX,PosY,Rot,Side\n')
        for footprint in sorted(board.GetFootprints(), key=lambda one: one.GetReference()):
            place = footprint.GetPosition()
            texts = ','.join('"' + text.replace('"', '""') + '"' for text in (footprint.GetReference(), footprint.GetValue(), str(footprint.GetFPID().GetLibItemName())))
            file.write(f"{texts},{place.x / 1e6:.6f},{-place.y / 1e6:.6f},{footprint.GetOrientationDegrees():.4f},{'bottom' if footprint.IsFlipped() else 'top'}\n")


# ---- KiCad's design rules

def without_local_rules(board) -> None:
    """What items ask for beside the board's limits: their own clearances. The project's classes, severities and exclusions are in another file."""
    for footprint in board.GetFootprints():
        footprint.SetLocalClearance(0)
        for pad in footprint.Pads():
            pad.SetLocalClearance(0)
        for zone in footprint.Zones():
            zone.SetLocalClearance(0)
    for zone in board.Zones():
        zone.SetLocalClearance(0)


def prepare(source: str, folder: str) -> None:
    package, target = os.path.join(folder, 'package'), os.path.join(folder, 'board.kicad_pcb')
    os.makedirs(package)
    shutil.copy(source, target)
    board = pcbnew.LoadBoard(target)
    outlined = [zone for zone in board.Zones() if zone.IsFilled() and zone.GetFilledPolysUseThickness()]
    if outlined:
        pcbnew.ZONE_FILLER(board).Fill(board.Zones())
    without_local_rules(board)
    pcbnew.SaveBoard(target, board)
    board = pcbnew.LoadBoard(target)
    plot(board, package)
    with open(os.path.join(folder, 'copper.json'), 'w', encoding='utf8') as file:
        json.dump({'items': copper(board), 'edges': edges(board), 'openings': openings(board), 'copperLayers': board.GetCopperLayerCount(), 'parts': len(board.GetFootprints())}, file)


def review(folder: str, report: str) -> None:
    board = pcbnew.LoadBoard(os.path.join(folder, 'board.kicad_pcb'))
    begin, spent = time.perf_counter(), time.process_time()
    written = pcbnew.WriteDRCReport(board, report, pcbnew.EDA_UNITS_MILLIMETRES, True)
    seconds, processor = time.perf_counter() - begin, time.process_time() - spent
    if not written:
        sys.exit('KiCad wrote no report')
    print(json.dumps({'seconds': seconds, 'processorSeconds': processor}))


if __name__ == '__main__':
    {'prepare': prepare, 'review': review}[sys.argv[1]](*sys.argv[2:])
    sys.stdout.flush()
    # KiCad's library is not taken down in order when the interpreter ends.
    os._exit(0)
