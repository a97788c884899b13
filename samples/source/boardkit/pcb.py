"""Between a design's millimetres and KiCad's nanometres: the board lies at a fixed offset on the sheet."""

import pcbnew

LIBRARIES = "/usr/share/kicad/footprints"
LAYERS = {"F.Cu": pcbnew.F_Cu, "In1.Cu": pcbnew.In1_Cu, "In2.Cu": pcbnew.In2_Cu, "B.Cu": pcbnew.B_Cu,
          "F.SilkS": pcbnew.F_SilkS, "B.SilkS": pcbnew.B_SilkS, "F.Mask": pcbnew.F_Mask, "B.Mask": pcbnew.B_Mask}
OFFSET = (100.0, 60.0)


def mm(value):
    return int(round(value * 1e6))


def at(x, y):
    return pcbnew.wxPoint(mm(x + OFFSET[0]), mm(y + OFFSET[1]))


def point(xy):
    return at(*xy)


def local(p):
    """A KiCad position in the design's millimetres."""
    return p.x / 1e6 - OFFSET[0], p.y / 1e6 - OFFSET[1]


def polygons(shape):
    """The outlines of a SHAPE_POLY_SET as lists of local positions."""
    found = []
    for i in range(shape.OutlineCount()):
        chain = shape.Outline(i)
        found.append([local(chain.CPoint(k)) for k in range(chain.PointCount())])
    return found
