"""Builds a KiCad board from a `Design`: outline, parts, nets, tracks, vias, pours, legend."""

import pcbnew

from . import legend, wiring
from .pcb import LAYERS, LIBRARIES, at, mm, point

THT, SMD = 1, 2
EXCLUDED = 4 | 8   # FP_EXCLUDE_FROM_POS_FILES | FP_EXCLUDE_FROM_BOM


def build(design, log=print):
    pcbnew.KIID.SeedGenerator(20240901)
    board = pcbnew.BOARD()
    board.SetCopperLayerCount(design.layers)
    _rules(board, design)
    _title(board, design)
    _outline(board, design)
    nets = _nets(board, design)
    for name in sorted(design.parts, key=legend.natural):
        _place(board, design, name, nets)
    _mechanical(board, design, nets)
    for layer, *box in design.keepouts:
        _keepout(board, LAYERS[layer], *box)
    left = wiring.wire(board, design, nets, log)
    _pours(board, design, nets)
    for text in design.texts:
        _text(board, *text)
    for points, layer in design.logos:
        _polygon(board, points, layer)
    for line in legend.place_references(board, design):
        log(line)
    return board, left


def fill(file):
    """Fills the pours of a saved board. KiCad fills only boards that belong to a project, as loaded ones do."""
    board = pcbnew.LoadBoard(file)
    board.BuildConnectivity()
    pcbnew.ZONE_FILLER(board).Fill(board.Zones())
    pcbnew.SaveBoard(file, board)
    return board


def _rules(board, design):
    settings = board.GetDesignSettings()
    settings.SetBoardThickness(mm(design.thickness))
    settings.SetAuxOrigin(at(0, design.height))
    settings.SetGridOrigin(at(0, design.height))
    settings.m_TrackMinWidth = mm(0.15)
    settings.m_MinClearance = mm(0.15)
    settings.m_ViasMinSize = mm(0.5)
    settings.m_ViasMinAnnulus = mm(0.13)
    settings.m_MinThroughDrill = mm(0.3)
    settings.m_HoleClearance = mm(0.25)
    settings.m_HoleToHoleMin = mm(0.25)
    settings.m_CopperEdgeClearance = mm(0.3)
    settings.m_SolderMaskMargin = mm(0.05)
    settings.m_SolderMaskMinWidth = mm(0)
    default = settings.GetNetClasses().GetDefault()
    default.SetClearance(mm(0.15))
    default.SetTrackWidth(mm(design.default_width))
    default.SetViaDiameter(mm(design.via[0]))
    default.SetViaDrill(mm(design.via[1]))


def _title(board, design):
    block = board.GetTitleBlock()
    block.SetTitle(design.title)
    block.SetRevision(design.revision)
    block.SetDate(design.date)
    block.SetCompany(design.company)


def _edge(board, kind, *points):
    shape = pcbnew.PCB_SHAPE(board)
    shape.SetLayer(pcbnew.Edge_Cuts)
    shape.SetWidth(mm(0.1))
    if kind == "line":
        shape.SetShape(pcbnew.SHAPE_T_SEGMENT)
        shape.SetStart(point(points[0]))
        shape.SetEnd(point(points[1]))
    else:
        shape.SetShape(pcbnew.SHAPE_T_ARC)
        shape.SetArcGeometry(*(point(p) for p in points))
    board.Add(shape)


def _outline(board, design):
    for edge in outline_edges(design):
        _edge(board, *edge)
    for cutout in design.cutouts:
        for edge in cutout:
            _edge(board, *edge)


def outline_edges(design):
    w, h, r = design.width, design.height, design.corner
    d = r - r * 0.5 ** 0.5
    return [("line", (r, 0), (w - r, 0)), ("arc", (w - r, 0), (w - d, d), (w, r)),
            ("line", (w, r), (w, h - r)), ("arc", (w, h - r), (w - d, h - d), (w - r, h)),
            ("line", (w - r, h), (r, h)), ("arc", (r, h), (d, h - d), (0, h - r)),
            ("line", (0, h - r), (0, r)), ("arc", (0, r), (d, d), (r, 0))]


def _nets(board, design):
    names = {net for part in design.parts.values() for net in part.pins.values()} | {t[1] for t in design.test_points}
    nets = {}
    for name in sorted(names):
        nets[name] = pcbnew.NETINFO_ITEM(board, name)
        board.Add(nets[name])
    return nets


def load(footprint):
    library, name = footprint.split(":")
    loaded = pcbnew.FootprintLoad(f"{LIBRARIES}/{library}.pretty", name)
    if loaded is None:
        raise SystemExit(f"no footprint {footprint} in {LIBRARIES}")
    loaded.SetFPIDAsString(footprint)
    return loaded


def _add(board, footprint, reference, value, x, y, rotation, side):
    footprint.SetReference(reference)
    footprint.SetValue(value)
    board.Add(footprint)
    footprint.SetPosition(at(x, y))
    footprint.SetOrientationDegrees(rotation)
    if side == "bottom":
        # The position and the rotation are as seen from the top: flip left to right about the part's own origin.
        footprint.Flip(at(x, y), True)
        footprint.SetOrientationDegrees(rotation)
    return footprint


def _place(board, design, name, nets):
    part = design.parts[name]
    item = design.items[part.item]
    footprint = _add(board, load(item.footprint), name, item.value, part.x, part.y, part.rotation, part.side)
    attributes = THT if item.mounting == "THT" else SMD
    footprint.SetAttributes(attributes if part.fitted else attributes | 4)
    numbers = {pad.GetNumber() for pad in footprint.Pads()}
    unknown = set(part.pins) - numbers
    if unknown:
        raise SystemExit(f"{name} has no pads {sorted(unknown)}")
    for pad in footprint.Pads():
        if pad.GetNumber() in part.pins:
            pad.SetNet(nets[part.pins[pad.GetNumber()]])


def _mechanical(board, design, nets):
    for reference, footprint, x, y in design.mounting_holes:
        hole = _add(board, load(footprint), reference, footprint.split("_")[-1], x, y, 0, "top")
        hole.SetAttributes(EXCLUDED)
        hole.Reference().SetVisible(False)
    for number, (x, y, side) in enumerate(design.fiducials, 1):
        fiducial = _add(board, load("Fiducial:Fiducial_1mm_Mask2mm"), f"FID{number}", "Fiducial", x, y, 0, side)
        fiducial.SetAttributes(EXCLUDED)
        fiducial.Reference().SetVisible(False)
    for reference, net, x, y, side in design.test_points:
        test = _add(board, load("TestPoint:TestPoint_Pad_D1.5mm"), reference, net, x, y, 0, side)
        test.SetAttributes(EXCLUDED)
        for pad in test.Pads():
            pad.SetNet(nets[net])


def _zone(board, net, layer, corners, priority=0):
    zone = pcbnew.ZONE(board)
    zone.SetLayer(layer)
    zone.SetNet(net)
    outline = zone.Outline()
    outline.NewOutline()
    for x, y in corners:
        outline.Append(at(x, y).x, at(x, y).y)
    zone.SetLocalClearance(mm(0.2))
    zone.SetMinThickness(mm(0.2))
    zone.SetThermalReliefGap(mm(0.25))
    zone.SetThermalReliefSpokeWidth(mm(0.3))
    zone.SetPadConnection(pcbnew.ZONE_CONNECTION_THERMAL)
    zone.SetIslandRemovalMode(pcbnew.ISLAND_REMOVAL_MODE_ALWAYS)
    zone.SetPriority(priority)
    board.Add(zone)
    return zone


def _pours(board, design, nets):
    w, h, i = design.width, design.height, 0.4
    box = [(i, i), (w - i, i), (w - i, h - i), (i, h - i)]
    for net, layer in sorted(design.planes.items()):
        _zone(board, nets[net], LAYERS[layer], box)
    for layer in ("F.Cu", "B.Cu"):
        if design.pours and layer not in design.planes.values():
            _zone(board, nets[design.pours], LAYERS[layer], box)


def _keepout(board, layer, left, top, right, bottom):
    zone = pcbnew.ZONE(board)
    zone.SetIsRuleArea(True)
    zone.SetDoNotAllowTracks(True)
    zone.SetDoNotAllowVias(True)
    zone.SetDoNotAllowCopperPour(False)
    zone.SetDoNotAllowPads(False)
    zone.SetDoNotAllowFootprints(False)
    zone.SetLayer(layer)
    outline = zone.Outline()
    outline.NewOutline()
    for x, y in ((left, top), (right, top), (right, bottom), (left, bottom)):
        outline.Append(at(x, y).x, at(x, y).y)
    board.Add(zone)


def _text(board, text, x, y, size, thickness, layer, rotation=0, justify="center"):
    item = pcbnew.PCB_TEXT(board)
    item.SetText(text)
    item.SetLayer(LAYERS[layer])
    item.SetPosition(at(x, y))
    item.SetTextSize(pcbnew.wxSize(mm(size), mm(size)))
    item.SetTextThickness(mm(thickness))
    item.SetTextAngle(rotation * 10)
    item.SetMirrored(layer.startswith("B."))
    if justify == "left":
        item.SetHorizJustify(pcbnew.GR_TEXT_HJUSTIFY_LEFT)
    board.Add(item)


def _polygon(board, points, layer):
    shape = pcbnew.PCB_SHAPE(board)
    shape.SetShape(pcbnew.SHAPE_T_POLY)
    shape.SetLayer(LAYERS[layer])
    shape.SetFilled(True)
    shape.SetWidth(0)
    vector = pcbnew.wxPoint_Vector()
    for x, y in points:
        vector.append(at(x, y))
    shape.SetPolyPoints(vector)
    board.Add(shape)
