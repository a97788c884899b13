"""A two-layer maze router with negotiated congestion (McMurchie & Ebeling's PathFinder).

Everything lies on a square grid. A cell may be used by a track of a width class when the track, centred
there, keeps its clearance to all copper of other nets: pads and edges forbid cells for good (`owner`), other
routed nets only make them dear (`paint`). Nets in conflict are ripped up and routed again while the price of
shared cells rises, until nothing is shared. No randomness: the same board gives the same tracks.

Lengths are millimetres, positions (x, y) with y downwards, origin at the board's top left corner.
"""

import ctypes
import functools
import os
import subprocess
import tempfile

import numpy as np

FREE, ANYBODY_ELSE = 0, -1
INTS, DOUBLES = ctypes.POINTER(ctypes.c_int), ctypes.POINTER(ctypes.c_double)


@functools.cache
def _compiled():
    """The search in C: the same in Python takes a hundred times as long."""
    folder = tempfile.mkdtemp(prefix="maze-")
    library = os.path.join(folder, "maze_search.so")
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "maze_search.c")
    subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-o", library, source, "-lm"], check=True)
    return ctypes.CDLL(library)


class Grid:
    def __init__(self, width, height, pitch):
        self.pitch = pitch
        self.columns = int(round(width / pitch)) + 1
        self.rows = int(round(height / pitch)) + 1
        self.cells = self.columns * self.rows

    def at(self, cell):
        """Position of a cell within one layer."""
        return (cell % self.columns) * self.pitch, (cell // self.columns) * self.pitch

    def nearest(self, x, y):
        return int(round(y / self.pitch)) * self.columns + int(round(x / self.pitch))

    def inside(self, polygons):
        """Boolean map (flat) of the cells inside any of the polygons, each a list of (x, y); even-odd per polygon."""
        hit = np.zeros((self.rows, self.columns), dtype=bool)
        for points in polygons:
            p = np.asarray(points, dtype=float)
            q = np.roll(p, -1, axis=0)
            first = max(0, int(np.floor(p[:, 1].min() / self.pitch)))
            last = min(self.rows - 1, int(np.ceil(p[:, 1].max() / self.pitch)))
            for row in range(first, last + 1):
                y = row * self.pitch
                crosses = (p[:, 1] <= y) != (q[:, 1] <= y)
                if not crosses.any():
                    continue
                a, b = p[crosses], q[crosses]
                xs = np.sort(a[:, 0] + (y - a[:, 1]) * (b[:, 0] - a[:, 0]) / (b[:, 1] - a[:, 1]))
                for left, right in zip(xs[0::2], xs[1::2]):
                    lo = max(0, int(np.ceil(left / self.pitch - 1e-9)))
                    hi = min(self.columns - 1, int(np.floor(right / self.pitch + 1e-9)))
                    if hi >= lo:
                        hit[row, lo:hi + 1] = True
        return hit.ravel()

    def near_polyline(self, points, distance):
        """Boolean map of the cells closer than the distance to a closed polyline."""
        ys, xs = np.divmod(np.arange(self.cells), self.columns)
        xs, ys = xs * self.pitch, ys * self.pitch
        near = np.zeros(self.cells, dtype=bool)
        for (ax, ay), (bx, by) in zip(points, points[1:] + points[:1]):
            dx, dy = bx - ax, by - ay
            length = dx * dx + dy * dy
            t = np.clip(((xs - ax) * dx + (ys - ay) * dy) / length, 0, 1) if length > 0 else 0
            near |= np.hypot(xs - ax - t * dx, ys - ay - t * dy) < distance
        return near

    def disc(self, radius):
        """(dx, dy) offsets of the cells closer than the radius."""
        r = int(np.ceil(radius / self.pitch))
        return np.array([(dx, dy) for dy in range(-r, r + 1) for dx in range(-r, r + 1)
                         if np.hypot(dx, dy) * self.pitch < radius - 1e-9])


class Rules:
    """Widths are the width classes, the narrowest first; clearance includes a small margin over the board's rule."""
    def __init__(self, widths, via_diameter, via_drill, clearance, hole_to_hole):
        self.widths, self.via_diameter, self.via_drill = widths, via_diameter, via_drill
        self.clearance, self.hole_to_hole = clearance, hole_to_hole


class Terminal:
    """One pad to be joined: its cells per layer (layer -> array of cells), and its width class."""
    def __init__(self, name, cells, width_class, on_plane=False):
        self.name, self.cells, self.width_class, self.on_plane = name, cells, width_class, on_plane


class Net:
    """A net to route. With `plane` every terminal only needs a way down to the plane: a via, or copper that has one."""
    def __init__(self, number, name, terminals, plane=False):
        self.number, self.name, self.terminals, self.plane = number, name, terminals, plane
        self.paths = []   # (width class, [(layer, cell), ...])
        self.vias = []    # cells
        self.painted = None


class Router:
    def __init__(self, grid, rules, log=lambda text: None):
        self.grid, self.rules, self.log = grid, rules, log
        classes = len(rules.widths)
        self.owner = [[np.zeros(grid.cells, dtype=np.int32) for _ in range(2)] for _ in range(classes)]
        self.via_blocked = np.zeros(grid.cells, dtype=bool)
        self.paint = [[np.zeros(grid.cells, dtype=np.int16) for _ in range(2)] for _ in range(classes)]
        self.via_paint = [np.zeros(grid.cells, dtype=np.int16) for _ in range(2)]
        self.history = [np.zeros(grid.cells) for _ in range(2)]
        self.via_history = np.zeros(grid.cells)
        via = rules.via_diameter / 2
        self.track_track = [[grid.disc(a / 2 + b / 2 + rules.clearance) for b in rules.widths] for a in rules.widths]
        self.track_via = [grid.disc(a / 2 + via + rules.clearance) for a in rules.widths]
        self.via_via = grid.disc(max(2 * via + rules.clearance, rules.via_drill + rules.hole_to_hole))
        self.own_via_via = grid.disc(rules.via_drill + rules.hole_to_hole + 0.1)

    # obstacles ---------------------------------------------------------------------------------------------------
    def claim(self, width_class, layer, mask, net):
        """Only `net` may pass these cells; cells claimed twice belong to nobody."""
        owner = self.owner[width_class][layer]
        taken = mask & (owner != FREE) & (owner != net)
        owner[mask & (owner == FREE)] = net
        owner[taken] = ANYBODY_ELSE

    # search ------------------------------------------------------------------------------------------------------
    def _spread(self, cells, offsets):
        rows, columns = np.divmod(np.asarray(cells, dtype=np.int64), self.grid.columns)
        x = (columns[:, None] + offsets[:, 0]).ravel()
        y = (rows[:, None] + offsets[:, 1]).ravel()
        ok = (x >= 0) & (x < self.grid.columns) & (y >= 0) & (y < self.grid.rows)
        return np.unique(y[ok] * self.grid.columns + x[ok])

    def _prices(self, net, width_class, pressure):
        """Price per cell of both layers in one list, infinite where forbidden; and the price of a via per cell."""
        layers = []
        for layer in range(2):
            owner = self.owner[width_class][layer]
            price = 1.0 + pressure * self.paint[width_class][layer] + self.history[layer]
            price[(owner != FREE) & (owner != net.number)] = np.inf
            layers.append(price)
        via = 1.0 + pressure * (self.via_paint[0] + self.via_paint[1]) + self.via_history
        via[self.via_blocked] = np.inf
        if net.vias:
            via[self._spread(net.vias, self.own_via_via)] = np.inf
        return np.concatenate(layers), via

    def _search(self, net, starts, goals, width_class, pressure, to_plane):
        """Cheapest way from the start states to a goal state, or to a new via when `to_plane`; None if there is none."""
        price, via_price = self._prices(net, width_class, pressure)
        starts = np.array(sorted(starts), dtype=np.int32)
        goals = np.array(sorted(goals), dtype=np.int32)
        path = np.empty(2 * self.grid.cells + 1, dtype=np.int32)
        length = _compiled().maze_search(
            self.grid.columns, self.grid.rows, price.ctypes.data_as(DOUBLES), via_price.ctypes.data_as(DOUBLES),
            starts.ctypes.data_as(INTS), len(starts), goals.ctypes.data_as(INTS), len(goals), int(to_plane),
            path.ctypes.data_as(INTS))
        return path[:length][::-1].tolist() if length else None

    # nets --------------------------------------------------------------------------------------------------------
    def _rip(self, net):
        if net.painted is not None:
            for array, cells in net.painted:
                array[cells] -= 1
        net.paths, net.vias, net.painted = [], [], None

    def _paint(self, net):
        net.painted = []
        classes = range(len(self.rules.widths))
        for layer in range(2):
            for k in classes:
                parts = [self._spread([c for l, c in path if l == layer], self.track_track[k][w])
                         for w, path in net.paths if any(l == layer for l, _ in path)]
                if net.vias:
                    parts.append(self._spread(net.vias, self.track_via[k]))
                if parts:
                    net.painted.append((self.paint[k][layer], np.unique(np.concatenate(parts))))
            parts = [self._spread([c for l, c in path if l == layer], self.track_via[w])
                     for w, path in net.paths if any(l == layer for l, _ in path)]
            if net.vias:
                parts.append(self._spread(net.vias, self.via_via))
            if parts:
                net.painted.append((self.via_paint[layer], np.unique(np.concatenate(parts))))
        for array, cells in net.painted:
            array[cells] += 1

    def _route(self, net, pressure):
        self._rip(net)
        cells = self.grid.cells
        states = lambda t: {layer * cells + int(c) for layer, cs in t.cells.items() for c in cs}
        if net.plane:
            tree, waiting = set(), [t for t in net.terminals if not t.on_plane]
        else:
            waiting = list(net.terminals)
            tree = states(waiting.pop(0))
        while waiting:
            if net.plane:
                terminal = waiting.pop(0)
            else:
                terminal = min(waiting, key=lambda t: self._apart(t, tree))
                waiting.remove(terminal)
            path = self._search(net, sorted(states(terminal)), tree, terminal.width_class, pressure, net.plane)
            if path is None:
                self.log(f"no way for {net.name} at {terminal.name}")
                return False
            if path[-1] == -1:
                path.pop()
                net.vias.append(path[-1] % cells)
            steps = [divmod(s, cells) for s in path]
            net.vias += [b for (la, a), (lb, b) in zip(steps, steps[1:]) if la != lb]
            net.paths.append((terminal.width_class, steps))
            tree |= set(path) | states(terminal)
            tree |= {v + l * cells for v in net.vias for l in range(2)}
        self._paint(net)
        return True

    def _apart(self, terminal, tree):
        y, x = divmod(np.array(sorted(tree)) % self.grid.cells, self.grid.columns)
        own = np.concatenate([np.asarray(c) for c in terminal.cells.values()])
        oy, ox = divmod(int(own[len(own) // 2]), self.grid.columns)
        return int(np.hypot(x - ox, y - oy).min() * 1000)

    def _conflicts(self, net):
        """Cells of the net that another net's copper is too close to: of tracks as (layer, cell), of vias as (None, cell)."""
        shared = []
        for w, path in net.paths:
            for layer, cell in path:
                if self.paint[w][layer][cell] > 1:
                    shared.append((layer, cell))
        shared += [(None, cell) for cell in net.vias if any(paint[cell] > 1 for paint in self.via_paint)]
        return shared

    def route(self, nets, rounds=60):
        """Routes all nets; returns the names of those left in conflict or without a way."""
        pressure = 0.6
        todo = list(nets)
        for number in range(rounds):
            lost = [n.name for n in todo if not self._route(n, pressure)]
            fighting = []
            for net in nets:
                shared = self._conflicts(net)
                if shared:
                    fighting.append(net)
                    for layer, cell in shared:
                        (self.via_history if layer is None else self.history[layer])[cell] += pressure
            self.log("  " + " ".join(n.name for n in fighting))
            self.log(f"round {number + 1}: {len(todo)} routed, {len(fighting)} in conflict, {len(lost)} without a way")
            if not fighting and not lost:
                return []
            # Now and then all signals start afresh, so that a net boxed in by peaceful neighbours finds room.
            everyone = number % 4 == 3
            todo = [n for n in nets if n in fighting or n.name in lost or (everyone and not n.plane)]
            pressure = min(pressure * 1.1, 10)
        return sorted({n.name for n in todo})
