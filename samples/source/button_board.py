"""The button board of the sensor kit: two keys and a light on two layers, on a four-way cable."""

from boardkit.design import Design, Item, Part
from sensor_node import ITEMS as NODE, two

ITEMS = {key: NODE[key] for key in ("button", "green", "1k", "10k", "100n", "tvs")} | {
    "cable": Item("JST", "B4B-PH-K-S(LF)(SN)", "Cable", "Header PH 4 way 2.0 mm top entry",
                  "Connector_JST:JST_PH_B4B-PH-K_1x04_P2.00mm_Vertical", "THT"),
}

PARTS = {
    "J1": Part("cable", 15, 14.6, 0, pins={"1": "+3V3", "2": "KEY_A", "3": "KEY_B", "4": "GND"}),
    "SW1": two("button", 8.4, 6.4, 0, "KEY_A", "GND"),
    "SW2": two("button", 27.6, 6.4, 0, "KEY_B", "GND"),
    "D1": two("green", 18, 4, 180, "LED_K", "+3V3"),
    "D2": two("tvs", 11.6, 13.4, 90, "KEY_A", "GND"),
    "D3": two("tvs", 24.6, 13.4, 90, "KEY_B", "GND"),
    "R1": two("1k", 18, 7.4, 0, "LED_K", "GND"),
    "R2": two("10k", 13.4, 9.6, 180, "KEY_A", "+3V3"),
    "R3": two("10k", 22.6, 9.6, 0, "KEY_B", "+3V3"),
    "C1": two("100n", 8.4, 10.6, 0, "KEY_A", "GND"),
    "C2": two("100n", 27.6, 10.6, 180, "KEY_B", "GND"),
}

F, B = "F.SilkS", "B.SilkS"

DESIGN = Design(
    name="button-board", title="TURNKEY button board", revision="A", date="2026-09-01", company="Turnkey open design",
    width=36, height=20, corner=2, layers=2, thickness=1.6, mask="Black", finish="HAL lead-free",
    items=ITEMS, parts=PARTS, planes={"GND": "B.Cu"}, pours="GND", wide_nets=("+3V3",),
    mounting_holes=(("H1", "MountingHole:MountingHole_2.7mm_M2.5", 3.2, 16.8),
                    ("H2", "MountingHole:MountingHole_2.7mm_M2.5", 32.8, 16.8)),
    fiducials=((2.6, 2.6, "top"), (33.4, 2.6, "top"), (8, 17.4, "top")),
    texts=(("A", 8.4, 3.4, 1.0, 0.15, F), ("B", 27.6, 3.4, 1.0, 0.15, F), ("ON", 18, 2.2, 0.8, 0.13, F),
           ("TURNKEY button board", 18, 6, 1.4, 0.22, B), ("rev A   2026-09-01", 18, 8.4, 1.0, 0.15, B)),
    stitch=4.0)
