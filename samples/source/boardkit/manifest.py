"""The true values of a board, taken from KiCad's own model of it: what tests compare a reading against."""

import json
import math
import os
from collections import Counter

import pcbnew

from .build import outline_edges
from .outputs import bill, placements

ROLES = {"F_Cu": ("copper", "top", 1), "B_Cu": ("copper", "bottom", None), "In1_Cu": ("copper", "inner", 2),
         "In2_Cu": ("copper", "inner", 3), "F_Mask": ("soldermask", "top", None), "B_Mask": ("soldermask", "bottom", None),
         "F_Paste": ("paste", "top", None), "B_Paste": ("paste", "bottom", None), "F_Silkscreen": ("legend", "top", None),
         "B_Silkscreen": ("legend", "bottom", None), "Edge_Cuts": ("outline", "all", None)}
OTHERS = {"-PTH.drl": ("drill", "excellon"), "-NPTH.drl": ("drill", "excellon"), "-job.gbrjob": ("job", "gerber-job"),
          "-bom.csv": ("bom", "csv"), "-all-pos.csv": ("centroid", "csv")}


def write(board, design, names, extra_files, path):
    facts = {
        "about": f"True values of {design.name}, taken from KiCad's board model by samples/source, not by Turnkey. "
                 "Lengths in mm; origin of the placements at the board's lower left corner, y up; rotations as in the "
                 "centroid file, counter-clockwise, KiCad's own for the bottom.",
        "name": design.name, "revision": design.revision,
        "files": [_role(name, design) for name in sorted([*names, *extra_files])],
        "board": _board(board, design),
        "bom": {"lines": [{
            "designators": names, "quantity": len(names), "manufacturer": item.manufacturer, "mpn": item.mpn,
            "value": item.value, "footprint": item.footprint.split(":")[1], "mounting": item.mounting, "doNotPlace": not fitted,
        } for names, item, fitted in bill(design)]},
        "placements": [{"designator": n, "xMm": x, "yMm": y, "rotation": r, "side": s}
                       for n, x, y, r, s in placements(board, design)],
    }
    facts["counts"] = {
        "bomLines": len(facts["bom"]["lines"]),
        "bomLinesFitted": sum(not line["doNotPlace"] for line in facts["bom"]["lines"]),
        "placementsTop": sum(p["side"] == "top" for p in facts["placements"]),
        "placementsBottom": sum(p["side"] == "bottom" for p in facts["placements"]),
        "nets": sum(1 for n in board.GetNetsByName() if str(n)),
    }
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        json.dump(facts, file, indent=2, ensure_ascii=False)
        file.write("\n")
    return facts


def _role(name, design):
    stem = name.removeprefix(design.name + "-").removesuffix(".gbr")
    if stem in ROLES:
        role, side, layer = ROLES[stem]
        entry = {"path": name, "role": role, "side": side, "format": "gerber"}
        if role == "copper":
            entry["copperLayer"] = layer or design.layers
        return entry
    for ending, (role, format_) in OTHERS.items():
        if name == design.name + ending:
            return {"path": name, "role": role, "format": format_}
    return {"path": name, "role": "notes" if name.startswith("fabrication") else "other", "format": "text"}


def _board(board, design):
    outline = pcbnew.SHAPE_POLY_SET()
    board.GetBoardPolygonOutlines(outline)
    edge = [outline.Outline(i).CPoint(k) for i in range(outline.OutlineCount()) for k in range(outline.Outline(i).PointCount())]
    xs, ys = [p.x for p in edge], [p.y for p in edge]
    holes, slots = Counter(), []
    lands = Counter()
    for pad in board.GetPads():
        drill = pad.GetDrillSize()
        plated = pad.GetAttribute() == pcbnew.PAD_ATTRIB_PTH
        if drill.x > 0 and drill.x == drill.y:
            holes[("component" if plated else "nonPlated", drill.x)] += 1
        elif drill.x > 0:
            slots.append((plated, min(drill.x, drill.y), max(drill.x, drill.y)))
        elif pad.IsOnCopperLayer():
            # Pads without copper only open the paste stencil; two pads in one place are one land (USB-C).
            parent = pad.GetParent().GetReference()
            kind = "fiducial" if parent.startswith("FID") else "testPoint" if parent.startswith("TP") else "component"
            side = "top" if pad.IsOnLayer(pcbnew.F_Cu) else "bottom"
            lands[(side, kind, pad.GetPosition().x, pad.GetPosition().y)] += 1
    widths = set()
    for track in board.GetTracks():
        if isinstance(track, pcbnew.PCB_VIA):
            holes[("via", track.GetDrill())] += 1
        else:
            widths.add(track.GetWidth())
    count = lambda kind: sum(n for (k, _), n in holes.items() if k == kind)
    diameters = [d for (_, d) in holes] + [w for _, w, _ in slots]
    outer = abs(_signed_area(outline_edges(design)))
    pads = Counter(key for side, kind, _, _ in lands for key in (side, kind))
    return {
        "widthMm": round((max(xs) - min(xs)) / 1e6, 4), "heightMm": round((max(ys) - min(ys)) / 1e6, 4),
        "areaMm2": round(outer - sum(abs(_signed_area(c)) for c in design.cutouts), 4),
        "outlineAreaBeforeCutoutsMm2": round(outer, 4),
        "cutouts": len(design.cutouts), "copperLayers": board.GetCopperLayerCount(), "thicknessMm": design.thickness,
        "vias": count("via"), "platedComponentHoles": count("component"), "platedSlots": sum(p for p, _, _ in slots),
        "nonPlatedHoles": count("nonPlated"), "nonPlatedSlots": sum(not p for p, _, _ in slots),
        "platedRoundHoles": count("via") + count("component"),
        "slotsMm": [{"widthMm": w / 1e6, "lengthMm": l / 1e6, "plated": p} for p, w, l in sorted(slots)],
        "tools": [{"kind": k, "diameterMm": d / 1e6, "count": n} for (k, d), n in sorted(holes.items())],
        "smallestDrillMm": min(diameters) / 1e6, "minTrackMm": min(widths) / 1e6 if widths else None,
        "minSpaceRuleMm": 0.15 if widths else None,
        "surfaceMountPadsTop": pads["top"], "surfaceMountPadsBottom": pads["bottom"],
        "surfaceMountPadsOf": {k: pads[k] for k in ("component", "fiducial", "testPoint")},
        "padsInTheSamePlace": sum(lands.values()) - len(lands),
        "fiducials": [{"xMm": x, "yMm": round(design.height - y, 4), "side": s} for x, y, s in design.fiducials],
    }


def _signed_area(edges):
    """Exact area of a closed contour of lines and arcs: shoelace over the ends plus each arc's segment."""
    total = 0.0
    for kind, *points in edges:
        (ax, ay), (bx, by) = points[0], points[-1]
        total += (ax * by - bx * ay) / 2
        if kind == "arc":
            total += _segment(*points)
    return total


def _segment(a, middle, b):
    """Signed area between an arc through three points and its chord."""
    (ax, ay), (mx, my), (bx, by) = a, middle, b
    d = 2 * (ax * (my - by) + mx * (by - ay) + bx * (ay - my))
    cx = ((ax * ax + ay * ay) * (my - by) + (mx * mx + my * my) * (by - ay) + (bx * bx + by * by) * (ay - my)) / d
    cy = ((ax * ax + ay * ay) * (bx - mx) + (mx * mx + my * my) * (ax - bx) + (bx * bx + by * by) * (mx - ax)) / d
    angle = lambda x, y: math.atan2(y - cy, x - cx)
    turn = lambda t: t % (2 * math.pi)
    sweep = turn(angle(bx, by) - angle(ax, ay))
    if turn(angle(mx, my) - angle(ax, ay)) > sweep:
        sweep -= 2 * math.pi
    return math.hypot(ax - cx, ay - cy) ** 2 * (sweep - math.sin(sweep)) / 2
