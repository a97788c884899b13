"""The front panel of the sensor kit: a bare board that is a cover, with openings for two keys and a light."""

from boardkit.design import Design


def circle(x, y, r):
    return (("arc", (x + r, y), (x, y + r), (x - r, y)), ("arc", (x - r, y), (x, y - r), (x + r, y)))


F = "F.SilkS"

DESIGN = Design(
    name="front-panel", title="TURNKEY front panel", revision="A", date="2026-09-01", company="Turnkey open design",
    width=44, height=28, corner=3, layers=2, thickness=1.6, mask="Black", finish="ENIG",
    items={}, parts={}, planes={}, pours="",
    cutouts=(circle(12.4, 10.4, 3), circle(31.6, 10.4, 3)),
    mounting_holes=(("H1", "MountingHole:MountingHole_2.7mm_M2.5", 7.2, 20.8),
                    ("H2", "MountingHole:MountingHole_2.7mm_M2.5", 36.8, 20.8),
                    ("H3", "MountingHole:MountingHole_2.2mm_M2", 22, 8)),
    texts=(("A", 12.4, 15.4, 1.6, 0.25, F), ("B", 31.6, 15.4, 1.6, 0.25, F), ("ON", 22, 11, 1.2, 0.18, F),
           ("TURNKEY", 22, 20.4, 2.4, 0.4, F), ("sensor kit", 22, 23.8, 1.4, 0.22, F)))
