"""Hands a placed board to the maze router and lays the tracks and vias it finds."""

import numpy as np
import pcbnew

from .maze_router import Grid, Net, Router, Rules, Terminal
from .pcb import OFFSET, at, mm, polygons

PITCH = 0.1
CLEARANCE = 0.17      # the board's rule is 0.15
EDGE = 0.35           # copper to board edge, rule 0.3
HOLE = 0.27           # copper to the edge of a non-plated hole, rule 0.25
LAYERS = (pcbnew.F_Cu, pcbnew.B_Cu)


def wire(board, design, nets, log):
    widths = (design.default_width, design.wide_width)
    grid = Grid(design.width, design.height, PITCH)
    rules = Rules(widths, design.via[0], design.via[1], CLEARANCE, 0.25)
    router = Router(grid, rules, log)
    _obstacles(board, design, router)
    numbers = {net.GetNetname(): net.GetNetCode() for net in nets.values()}
    for net, x, y in design.thermal_vias:
        _via(board, nets[net], design, x, y)
        cell = grid.nearest(x, y)
        for layer in range(2):
            for k, w in enumerate(widths):
                mask = np.zeros(grid.cells, dtype=bool)
                mask[router._spread([cell], router.track_via[k])] = True
                router.claim(k, layer, mask, numbers[net])
        router.via_blocked[router._spread([cell], router.via_via)] = True
    wanted = [_net(board, design, name, numbers[name], grid, router) for name in sorted(numbers)]
    # A net without a plane and with one pad only has nothing to join.
    wanted = [n for n in wanted if n.plane or len(n.terminals) > 1]
    wanted.sort(key=lambda n: (not n.plane, n.name not in design.wide_nets, _extent(n, grid), n.name))
    left = router.route(wanted) if wanted else []
    for net in wanted:
        _lay(board, design, nets[net.name], net, grid)
    if design.stitch:
        _stitch(board, design, nets[design.pours], router)
    return left


def _obstacles(board, design, router):
    grid, rules = router.grid, router.rules
    for pad in board.GetPads():
        npth = pad.GetAttribute() == pcbnew.PAD_ATTRIB_NPTH
        net = pad.GetNetCode() if pad.GetNetCode() > 0 else -1
        gap = HOLE if npth else CLEARANCE
        for layer, kicad in enumerate(LAYERS):
            if not pad.IsOnLayer(kicad) and not npth:
                continue
            for k, width in enumerate(rules.widths):
                router.claim(k, layer, _grown(grid, pad, gap + width / 2), net)
        router.via_blocked |= _grown(grid, pad, gap + rules.via_diameter / 2)
    _edges(board, design, router)
    for zone in _keepouts(board):
        for layer, kicad in enumerate(LAYERS):
            if not zone.IsOnLayer(kicad):
                continue
            if zone.GetDoNotAllowTracks():
                for k, width in enumerate(rules.widths):
                    router.owner[k][layer][_within(grid, zone, width / 2 + 0.02)] = -1
            if zone.GetDoNotAllowVias():
                router.via_blocked |= _within(grid, zone, rules.via_diameter / 2 + 0.02)


def _keepouts(board):
    """The board's own rule areas and those that footprints bring along."""
    return [z for z in board.Zones() if z.GetIsRuleArea()] + \
        [z for f in board.Footprints() for z in f.Zones() if z.GetIsRuleArea()]


def _within(grid, zone, by):
    shape = pcbnew.SHAPE_POLY_SET(zone.Outline())
    shape.Inflate(mm(by), 32)
    return grid.inside(polygons(shape))


def _edges(board, design, router):
    grid, rules = router.grid, router.rules
    outline = pcbnew.SHAPE_POLY_SET()
    board.GetBoardPolygonOutlines(outline)
    contours = polygons(outline)
    holes = []
    for i in range(outline.OutlineCount()):
        for k in range(outline.HoleCount(i)):
            chain = outline.Hole(i, k)
            holes.append([(chain.CPoint(n).x / 1e6 - OFFSET[0], chain.CPoint(n).y / 1e6 - OFFSET[1])
                          for n in range(chain.PointCount())])
    outside = ~grid.inside(contours)
    if holes:
        outside |= grid.inside(holes)
    for k, width in enumerate(rules.widths):
        blocked = outside.copy()
        for contour in contours + holes:
            blocked |= grid.near_polyline(contour, EDGE + width / 2)
        for layer in range(2):
            router.claim(k, layer, blocked, -1)
    for contour in contours + holes:
        router.via_blocked |= grid.near_polyline(contour, EDGE + rules.via_diameter / 2)
    router.via_blocked |= outside


def _grown(grid, pad, by):
    shape = pcbnew.SHAPE_POLY_SET(pad.GetEffectivePolygon())
    shape.Inflate(mm(by), 32)
    return grid.inside(polygons(shape))


def _net(board, design, name, number, grid, router):
    plane = name in design.planes
    terminals = []
    for pad in board.GetPads():
        if pad.GetNetname() != name:
            continue
        cells = {}
        for layer, kicad in enumerate(LAYERS):
            if pad.IsOnLayer(kicad):
                inside = np.flatnonzero(_grown(grid, pad, -0.04))
                if not len(inside):
                    inside = np.array([grid.nearest(*_position(pad))])
                cells[layer] = inside
        through = pad.GetAttribute() == pcbnew.PAD_ATTRIB_PTH
        slim = min(pad.GetSize().x, pad.GetSize().y) / 1e6 < 0.4
        wide = (name in design.wide_nets or plane) and not slim
        tied = any(pad.HitTest(at(x, y)) for net, x, y in design.thermal_vias if net == name)
        label = f"{pad.GetParent().GetReference()}.{pad.GetNumber()}"
        terminals.append(Terminal(label, cells, 1 if wide else 0, plane and (through or tied)))
    terminals.sort(key=lambda t: t.name)
    return Net(number, name, terminals, plane)


def _position(pad):
    return pad.GetPosition().x / 1e6 - OFFSET[0], pad.GetPosition().y / 1e6 - OFFSET[1]


def _extent(net, grid):
    cells = np.concatenate([np.asarray(c) for t in net.terminals for c in t.cells.values()])
    y, x = np.divmod(cells, grid.columns)
    return int(x.max() - x.min() + y.max() - y.min())


def _lay(board, design, kicad_net, net, grid):
    widths = (design.default_width, design.wide_width)
    for width_class, path in net.paths:
        for layer, run in _runs(path):
            for a, b in _straights(run, grid):
                track = pcbnew.PCB_TRACK(board)
                track.SetLayer(LAYERS[layer])
                track.SetStart(at(*grid.at(a)))
                track.SetEnd(at(*grid.at(b)))
                track.SetWidth(mm(widths[width_class]))
                track.SetNet(kicad_net)
                board.Add(track)
    for cell in dict.fromkeys(net.vias):
        _via(board, kicad_net, design, *grid.at(cell))


def _runs(path):
    """The stretches of a path on one layer."""
    run = []
    for layer, cell in path:
        if run and run[-1][0] != layer:
            yield run[-1][0], [c for _, c in run]
            run = []
        run.append((layer, cell))
    if run:
        yield run[-1][0], [c for _, c in run]


def _straights(cells, grid):
    start = 0
    for i in range(1, len(cells)):
        if i + 1 == len(cells) or cells[i + 1] - cells[i] != cells[i] - cells[i - 1]:
            yield cells[start], cells[i]
            start = i


def _via(board, net, design, x, y):
    via = pcbnew.PCB_VIA(board)
    via.SetPosition(at(x, y))
    via.SetWidth(mm(design.via[0]))
    via.SetDrill(mm(design.via[1]))
    via.SetNet(net)
    board.Add(via)


def _stitch(board, design, net, router):
    """Ties the outer pours to the plane wherever a via has room, on a lattice and along the edge."""
    grid = router.grid
    free = ~router.via_blocked & (router.via_paint[0] == 0) & (router.via_paint[1] == 0)
    inset, p = 1.0, design.stitch
    xs = np.linspace(inset, design.width - inset, int(round((design.width - 2 * inset) / p)) + 1)
    ys = np.linspace(inset, design.height - inset, int(round((design.height - 2 * inset) / p)) + 1)
    for y in ys:
        for x in xs:
            cell = grid.nearest(x, y)
            if free[cell]:
                _via(board, net, design, *grid.at(cell))
