"""What a board design is here: plain data, written down in one module per board, built by `build.py`.

Positions are millimetres from the board's top left corner, y downwards, seen from the top even for parts on the
bottom. Rotations are degrees counter-clockwise as KiCad shows them.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Item:
    """A part number as the bill of materials names it."""
    manufacturer: str
    mpn: str
    value: str
    description: str
    footprint: str            # library:name in KiCad's own footprint libraries
    mounting: str = "SMD"     # SMD or THT


@dataclass(frozen=True)
class Part:
    item: str
    x: float
    y: float
    rotation: float = 0
    side: str = "top"
    pins: dict = field(default_factory=dict)   # pad number -> net
    fitted: bool = True
    label: tuple = None       # (x, y, rotation) of the reference text; found automatically without


@dataclass(frozen=True)
class Design:
    name: str                 # file name
    title: str
    revision: str
    date: str                 # ISO 8601, the date all files carry
    company: str
    width: float
    height: float
    corner: float
    layers: int
    thickness: float
    finish: str
    mask: str = field(default="Green", kw_only=True)
    items: dict               # key -> Item
    parts: dict               # designator -> Part
    planes: dict              # net -> copper layer of its plane
    pours: str                # net poured on the outer layers
    wide_nets: tuple = ()
    cutouts: tuple = ()       # each a tuple of edges: ("line", a, b) or ("arc", a, middle, b)
    mounting_holes: tuple = ()   # (designator, footprint, x, y)
    fiducials: tuple = ()        # (x, y, side)
    test_points: tuple = ()      # (designator, net, x, y, side)
    texts: tuple = ()            # (text, x, y, size, thickness, layer, rotation)
    logos: tuple = ()            # (points, layer): filled legend polygons
    thermal_vias: tuple = ()     # (net, x, y)
    keepouts: tuple = ()         # (layer, left, top, right, bottom): no tracks or vias
    stitch: float = 0            # pitch of the pour's stitching vias, 0 for none
    default_width: float = 0.2
    wide_width: float = 0.38
    via: tuple = (0.6, 0.3)
