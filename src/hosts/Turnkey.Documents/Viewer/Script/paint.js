// Paints layers and boards into tiles. Everything here is a generator that pauses between pieces of work, so that the page never waits.

import { FLASH, LINE, ARC, AREA, flattenContour, sweepOf } from './scene.js';
import { flatShape } from './grid.js';

/** Pixels of a tile's side. */
export const TILE = 512;

/** Objects painted between two pauses. */
const PAINTED_AT_ONCE = 160;

/**
 * @typedef {{k: number, m: number, ox: number, oy: number}} TileView
 * Board units to pixels of a tile: x·m·k − ox, −y·k − oy; m is −1 seen from the bottom.
 */

/** What a tile shows of the board, in its units, with a margin of a pixel. */
export function tileWindow(view) {
  const a = (view.ox - 1) / (view.k * view.m), b = (view.ox + TILE + 1) / (view.k * view.m);
  return { left: Math.min(a, b), right: Math.max(a, b), bottom: -(view.oy + TILE + 1) / view.k, top: -(view.oy - 1) / view.k };
}

/**
 * Paints a layer in its painting order: what erases takes away what this layer painted before, nothing else.
 * @param {(mark: number) => boolean} [only] Paints only objects whose mark passes; what erases always erases.
 */
export function* paintLayer(context, scene, layer, view, colour, only) {
  const window = tileWindow(view);
  const ids = layer.grid.query(window.left, window.bottom, window.right, window.top);
  const pen = new Pen(context, scene, layer, view);
  context.fillStyle = context.strokeStyle = colour;
  if (layer.negative) context.fillRect(0, 0, TILE, TILE);
  for (let k = 0; k < ids.length; k++) {
    const i = ids[k];
    if (only && layer.dark[i] === 1 && !only(layer.mark[i])) continue;
    pen.draw(i);
    if (k % PAINTED_AT_ONCE === PAINTED_AT_ONCE - 1) { pen.flush(); yield; }
  }
  pen.flush();
  context.globalCompositeOperation = 'source-over';
}

/** Collects what can be painted with one call. */
class Pen {
  constructor(context, scene, layer, view) {
    Object.assign(this, { context, scene, layer, view });
    this.key = -1;
    this.stroking = false;
    this.x = this.y = NaN;
    this.tolerance = 0.15 / view.k;
  }

  draw(i) {
    const { context, layer } = this;
    const kind = layer.kind[i];
    if (kind === AREA) {
      this.flush();
      this.polarity(layer.dark[i] === 1);
      this.area(layer.shape[i]);
      return;
    }
    const key = (layer.shape[i] * 4 + kind) * 2 + layer.dark[i];
    if (key !== this.key) {
      this.flush();
      this.key = key;
      this.polarity(layer.dark[i] === 1);
      this.stroking = kind !== FLASH;
      const shape = this.scene.shapes[layer.shape[i]];
      context.beginPath();
      if (this.stroking) {
        context.lineWidth = shape.width * this.view.k;
        context.lineCap = context.lineJoin = 'round';
      }
    }
    if (kind === FLASH) this.flash(this.scene.shapes[layer.shape[i]], layer.x0[i], layer.y0[i], layer.dark[i] === 1);
    else if (kind === LINE) this.line(i);
    else this.arc(i);
  }

  flush() {
    if (this.key < 0) return;
    if (this.stroking) this.context.stroke();
    else this.context.fill();
    this.key = -1;
    this.x = this.y = NaN;
  }

  polarity(dark) {
    this.context.globalCompositeOperation = dark !== this.layer.negative ? 'source-over' : 'destination-out';
  }

  px(x) { return x * this.view.m * this.view.k - this.view.ox; }
  py(y) { return -y * this.view.k - this.view.oy; }

  line(i) {
    const { context, layer } = this;
    // Strokes that go on where the last one ended are one line.
    if (layer.x0[i] !== this.x || layer.y0[i] !== this.y) context.moveTo(this.px(layer.x0[i]), this.py(layer.y0[i]));
    context.lineTo(this.px(layer.x1[i]), this.py(layer.y1[i]));
    this.x = layer.x1[i]; this.y = layer.y1[i];
  }

  arc(i) {
    const { layer } = this;
    tracePath(this.context, { x0: layer.x0[i], y0: layer.y0[i], x1: layer.x1[i], y1: layer.y1[i], cx: layer.cx[i], cy: layer.cy[i], turn: 1 }, this.view, true);
  }

  flash(shape, x, y, dark) {
    const { context } = this, px = this.px(x), py = this.py(y);
    if (shape.circle) {
      const radius = shape.width / 2 * this.view.k;
      // Of the same area; nobody sees the corners of half a pixel.
      if (radius < 0.7) { const half = radius * 0.886; context.rect(px - half, py - half, 2 * half, 2 * half); return; }
      context.moveTo(px + radius, py);
      context.arc(px, py, radius, 0, 2 * Math.PI);
      return;
    }
    const flat = flatShape(shape, this.tolerance);
    if (flat.layered) { this.layered(flat, shape, px, py, dark); return; }
    const { k, m } = this.view;
    for (const { points } of flat.parts) {
      for (let p = 0; p < points.length; p += 2) {
        if (p === 0) context.moveTo(px + points[p] * m * k, py - points[p + 1] * k);
        else context.lineTo(px + points[p] * m * k, py - points[p + 1] * k);
      }
      context.closePath();
    }
  }

  /** A shape whose clear parts erase only what the shape itself painted before. */
  layered(flat, shape, px, py, dark) {
    this.flush();
    const { k, m } = this.view, { context } = this;
    const left = Math.max(0, Math.floor(px + Math.min(shape.box.left * m, shape.box.right * m) * k) - 1);
    const right = Math.min(TILE, Math.ceil(px + Math.max(shape.box.left * m, shape.box.right * m) * k) + 1);
    const above = Math.max(0, Math.floor(py - shape.box.top * k) - 1), below = Math.min(TILE, Math.ceil(py - shape.box.bottom * k) + 1);
    if (right <= left || below <= above) return;
    const stamp = scratch('stamp');
    stamp.fillStyle = context.fillStyle;
    for (const part of flat.parts) {
      stamp.globalCompositeOperation = part.dark ? 'source-over' : 'destination-out';
      stamp.beginPath();
      for (let p = 0; p < part.points.length; p += 2) stamp.lineTo(px + part.points[p] * m * k, py - part.points[p + 1] * k);
      stamp.fill();
    }
    this.polarity(dark);
    context.drawImage(stamp.canvas, left, above, right - left, below - above, left, above, right - left, below - above);
  }

  area(area) {
    const { context, layer } = this;
    context.beginPath();
    for (let c = layer.contoursFrom[area]; c < layer.contoursFrom[area + 1]; c++) {
      let lastX = NaN, lastY = NaN;
      for (let p = layer.pointsFrom[c], end = layer.pointsFrom[c + 1]; p < end; p++) {
        const x = this.px(layer.px[p]), y = this.py(layer.py[p]);
        // Steps that nobody sees.
        if (Math.abs(x - lastX) + Math.abs(y - lastY) < 0.3) continue;
        if (p === layer.pointsFrom[c]) context.moveTo(x, y);
        else context.lineTo(x, y);
        lastX = x; lastY = y;
      }
      context.closePath();
    }
    context.fill();
  }
}

/** Adds a line or arc to the path of a context. */
export function tracePath(context, edge, view, begin) {
  const x = value => value * view.m * view.k - view.ox, y = value => -value * view.k - view.oy;
  if (begin) context.moveTo(x(edge.x0), y(edge.y0));
  if (edge.turn === 0) { context.lineTo(x(edge.x1), y(edge.y1)); return; }
  const radius = (Math.hypot(edge.x0 - edge.cx, edge.y0 - edge.cy) + Math.hypot(edge.x1 - edge.cx, edge.y1 - edge.cy)) / 2;
  const angle = (px, py) => Math.atan2(-(py - edge.cy), (px - edge.cx) * view.m);
  const from = angle(edge.x0, edge.y0), sweep = sweepOf(edge);
  // On the screen y points down, which turns the sense; the view from the bottom turns it again.
  const turn = -edge.turn * view.m;
  context.arc(x(edge.cx), y(edge.cy), radius * view.k, from, from + turn * sweep, turn < 0);
}

function traceContours(context, contours, view) {
  context.beginPath();
  for (const edges of contours) {
    edges.forEach((edge, i) => tracePath(context, edge, view, i === 0));
    context.closePath();
  }
}

/** Paints holes as they are drilled or milled. */
export function paintHoles(context, scene, view, wanted) {
  const window = tileWindow(view);
  for (const i of scene.holeGrid.query(window.left, window.bottom, window.right, window.top)) {
    const hole = scene.holes[i];
    if (!wanted(hole) || hole.diameter === 0) continue;
    traceHole(context, hole, view, hole.diameter / 2 * view.k);
  }
}

function traceHole(context, hole, view, radius) {
  const { edge } = hole;
  context.beginPath();
  if (edge.turn === 0 && edge.x0 === edge.x1 && edge.y0 === edge.y1) {
    context.arc(edge.x0 * view.m * view.k - view.ox, -edge.y0 * view.k - view.oy, radius, 0, 2 * Math.PI);
    context.fill();
    return;
  }
  context.lineWidth = 2 * radius;
  context.lineCap = context.lineJoin = 'round';
  tracePath(context, edge, view, true);
  context.stroke();
}

const scratches = new Map();

/** An empty tile to work on; one for each purpose, because only one tile is painted at a time. */
function scratch(purpose) {
  let context = scratches.get(purpose);
  if (!context) {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = TILE;
    scratches.set(purpose, context = canvas.getContext('2d'));
  }
  context.globalCompositeOperation = 'source-over';
  context.clearRect(0, 0, TILE, TILE);
  return context;
}

function cover(context, colour, operation) {
  context.globalCompositeOperation = operation;
  context.fillStyle = colour;
  context.fillRect(0, 0, TILE, TILE);
  context.globalCompositeOperation = 'source-over';
}

function combine(context, other, operation) {
  context.globalCompositeOperation = operation;
  context.drawImage(other.canvas, 0, 0);
  context.globalCompositeOperation = 'source-over';
}

/** A face of the board as it will look when made: laminate, copper, mask with its openings, finish, legend, holes and edge cut through. */
export function* paintMade(context, scene, side, view) {
  const colours = scene.colours, face = scene.faces[side];
  const named = names => scene.layers.filter(layer => names.includes(layer.name));
  const covered = face.mask.length > 0;

  cover(context, covered ? colours.mask : colours.laminate, 'source-over');
  const copper = scratch('copper');
  for (const layer of named(face.copper)) yield* paintLayer(copper, scene, layer, view, covered ? colours.maskOverCopper : colours.finish);
  combine(context, copper, 'source-over');
  yield;
  const open = scratch('open');
  if (covered) {
    for (const layer of named(face.mask)) yield* paintLayer(open, scene, layer, view, '#000');
    context.fillStyle = context.strokeStyle = colours.tent;
    paintHoles(context, scene, view, hole => hole.through && hole.closed);
    const bare = scratch('bare');
    cover(copper, colours.finish, 'source-atop');
    cover(bare, colours.laminate, 'source-over');
    combine(bare, copper, 'source-over');
    combine(bare, open, 'destination-in');
    combine(context, bare, 'source-over');
    yield;
  }
  if (face.legend.length > 0) {
    const legend = scratch('legend');
    for (const layer of named(face.legend)) yield* paintLayer(legend, scene, layer, view, colours.legend);
    if (covered) combine(legend, open, 'destination-out');
    combine(context, legend, 'source-over');
    yield;
  }
  cutBoard(context, scene, view);
  context.globalCompositeOperation = 'destination-out';
  context.fillStyle = context.strokeStyle = '#000';
  paintHoles(context, scene, view, hole => hole.through && !(covered && hole.closed));
  context.globalCompositeOperation = 'source-over';
  if (covered) {
    // The mask closes a via unless it has an opening there.
    const vias = scratch('vias');
    vias.fillStyle = vias.strokeStyle = '#000';
    paintHoles(vias, scene, view, hole => hole.through && hole.closed);
    combine(vias, open, 'destination-in');
    combine(context, vias, 'destination-out');
  }
  context.strokeStyle = colours.laminate;
  // The milled edge keeps a white board visible on a white page.
  paintEdge(context, scene, view, Math.max(1, 80000 / scene.unit * view.k));
}

/** Leaves what lies on the board. */
export function cutBoard(context, scene, view) {
  const material = scratch('material');
  material.fillStyle = '#000';
  for (const edges of scene.boundaries) { traceContours(material, [edges], view); material.fill(); }
  material.globalCompositeOperation = 'destination-out';
  for (const edges of scene.cutouts) { traceContours(material, [edges], view); material.fill(); }
  combine(context, material, 'destination-in');
}

export function paintEdge(context, scene, view, width) {
  context.lineWidth = width;
  context.lineCap = context.lineJoin = 'round';
  traceContours(context, scene.boundaries, view);
  context.stroke();
  traceContours(context, scene.cutouts, view);
  context.stroke();
}
