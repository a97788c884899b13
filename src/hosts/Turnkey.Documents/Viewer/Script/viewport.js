// Where one looks: a place in the middle, a scale and a side.

/** Pixels (of the style sheet) a millimetre: from a panel on a phone to half a micrometre. */
const LEAST_ZOOM = 0.2, MOST_ZOOM = 2000;

export class Viewport {
  constructor(scene) {
    this.scene = scene;
    this.width = this.height = 1;
    this.dpr = 1;
    this.side = 'top';
    const { bounds } = scene;
    this.cx = (bounds.left + bounds.right) / 2;
    this.cy = (bounds.bottom + bounds.top) / 2;
    this.s = 1e-3;
  }

  /** −1 from the bottom: the board is turned about its vertical axis. */
  get m() { return this.side === 'bottom' ? -1 : 1; }

  /** Pixels a millimetre. */
  get zoom() { return this.s * 1e6 / this.scene.unit; }

  get fitScale() {
    const { bounds } = this.scene, margin = 24;
    return Math.min(Math.max(60, this.width - margin) / Math.max(1, bounds.right - bounds.left), Math.max(60, this.height - margin) / Math.max(1, bounds.top - bounds.bottom));
  }

  fitted() {
    const { bounds } = this.scene;
    return { cx: (bounds.left + bounds.right) / 2, cy: (bounds.bottom + bounds.top) / 2, s: this.clampScale(this.fitScale) };
  }

  clampScale(s) {
    const mm = 1e6 / this.scene.unit;
    return Math.max(Math.min(LEAST_ZOOM / mm, this.fitScale / 4), Math.min(MOST_ZOOM / mm, s));
  }

  /** Of a place in millimetres and a zoom, each null where not asked for, what is not as asked once it is shown: names, as in addresses. */
  outside(x, y, zoom) {
    const { bounds, unit } = this.scene, mm = 1e6 / unit, s = zoom / mm;
    // Addresses are written with three decimals, zooms with four figures.
    const beside = (value, least, most) => value !== null && (value * mm < least - 0.001 * mm || value * mm > most + 0.001 * mm);
    return [beside(x, bounds.left, bounds.right) && 'x', beside(y, bounds.bottom, bounds.top) && 'y', zoom !== null && Math.abs(this.clampScale(s) / s - 1) > 0.001 && 'zoom'].filter(Boolean);
  }

  /** The middle stays over the board, so that it cannot be lost. */
  set(cx, cy, s) {
    const { bounds } = this.scene;
    this.s = this.clampScale(s);
    this.cx = Math.max(bounds.left, Math.min(bounds.right, cx));
    this.cy = Math.max(bounds.bottom, Math.min(bounds.top, cy));
  }

  toScreen(x, y) { return { x: this.width / 2 + this.m * (x - this.cx) * this.s, y: this.height / 2 - (y - this.cy) * this.s }; }
  toBoard(x, y) { return { x: this.cx + this.m * (x - this.width / 2) / this.s, y: this.cy - (y - this.height / 2) / this.s }; }

  /** The middle at which a place of the board comes to lie at a place of the screen. */
  middleFor(place, x, y, s) { return { cx: place.x - this.m * (x - this.width / 2) / s, cy: place.y + (y - this.height / 2) / s }; }
}
