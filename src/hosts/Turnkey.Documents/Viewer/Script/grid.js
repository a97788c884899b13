// Finds what lies in a rectangle, and what covers a place.

import { FLASH, LINE, ARC, AREA, flattenContour, sweepOf } from './scene.js';

/** Boxes sorted into the squares of a grid; those over many squares are looked at every time. */
export class BoxGrid {
  /** @param {Int32Array} boxes Left, bottom, right, top of each. */
  constructor(boxes, count) {
    this.boxes = boxes;
    let left = Infinity, bottom = Infinity, right = -Infinity, top = -Infinity;
    for (let i = 0; i < count; i++) {
      left = Math.min(left, boxes[4 * i]); bottom = Math.min(bottom, boxes[4 * i + 1]);
      right = Math.max(right, boxes[4 * i + 2]); top = Math.max(top, boxes[4 * i + 3]);
    }
    this.left = count > 0 ? left : 0;
    this.bottom = count > 0 ? bottom : 0;
    const width = count > 0 ? right - left + 1 : 1, height = count > 0 ? top - bottom + 1 : 1;
    this.cell = Math.max(1, Math.sqrt(width * height / Math.max(1, Math.min(count / 2, 40000))), width / 4000, height / 4000);
    this.columns = Math.floor(width / this.cell) + 1;
    this.rows = Math.floor(height / this.cell) + 1;
    this.large = [];
    this.from = new Int32Array(this.columns * this.rows + 1);
    const small = [];
    for (let i = 0; i < count; i++) {
      const span = this.span(boxes[4 * i], boxes[4 * i + 1], boxes[4 * i + 2], boxes[4 * i + 3]);
      if ((span.c1 - span.c0 + 1) * (span.r1 - span.r0 + 1) > 48) { this.large.push(i); continue; }
      small.push(i);
      for (let r = span.r0; r <= span.r1; r++) for (let c = span.c0; c <= span.c1; c++) this.from[r * this.columns + c + 1]++;
    }
    for (let i = 1; i < this.from.length; i++) this.from[i] += this.from[i - 1];
    this.items = new Int32Array(this.from[this.from.length - 1]);
    const next = this.from.slice();
    for (const i of small) {
      const span = this.span(boxes[4 * i], boxes[4 * i + 1], boxes[4 * i + 2], boxes[4 * i + 3]);
      for (let r = span.r0; r <= span.r1; r++) for (let c = span.c0; c <= span.c1; c++) this.items[next[r * this.columns + c]++] = i;
    }
    this.seen = new Int32Array(count);
    this.stamp = 0;
  }

  span(left, bottom, right, top) {
    const clamp = (value, most) => Math.max(0, Math.min(most, Math.floor(value)));
    return {
      c0: clamp((left - this.left) / this.cell, this.columns - 1), c1: clamp((right - this.left) / this.cell, this.columns - 1),
      r0: clamp((bottom - this.bottom) / this.cell, this.rows - 1), r1: clamp((top - this.bottom) / this.cell, this.rows - 1),
    };
  }

  /** Numbers of the boxes that meet a rectangle, ascending. */
  query(left, bottom, right, top) {
    const found = [], { boxes, seen } = this, stamp = ++this.stamp;
    const meets = i => boxes[4 * i] <= right && boxes[4 * i + 2] >= left && boxes[4 * i + 1] <= top && boxes[4 * i + 3] >= bottom;
    for (const i of this.large) if (meets(i)) found.push(i);
    const { c0, c1, r0, r1 } = this.span(left, bottom, right, top);
    for (let r = r0; r <= r1; r++) {
      for (let k = this.from[r * this.columns + c0]; k < this.from[r * this.columns + c1 + 1]; k++) {
        const i = this.items[k];
        if (seen[i] === stamp) continue;
        seen[i] = stamp;
        if (meets(i)) found.push(i);
      }
    }
    return Int32Array.from(found).sort();
  }
}

/** True when an object of a layer covers a place, or comes nearer than `near`. */
export function covers(scene, layer, i, x, y, near) {
  const kind = layer.kind[i];
  if (kind === AREA) return insideArea(layer, layer.shape[i], x, y);
  const shape = scene.shapes[layer.shape[i]];
  const reach = shape.width / 2 + near;
  if (kind === LINE) return distanceToLine(x, y, layer.x0[i], layer.y0[i], layer.x1[i], layer.y1[i]) <= reach;
  if (kind === ARC) return distanceToEdge(x, y, arcOf(layer, i)) <= reach;
  const dx = x - layer.x0[i], dy = y - layer.y0[i];
  if (shape.circle) return Math.hypot(dx, dy) <= reach;
  let inside = false;
  for (const part of flatShape(shape, 10).parts) if (windingOf(part.points, dx, dy) !== 0) inside = part.dark;
  return inside;
}

/** A layer's arc as an edge. */
export function arcOf(layer, i) {
  return { x0: layer.x0[i], y0: layer.y0[i], x1: layer.x1[i], y1: layer.y1[i], cx: layer.cx[i], cy: layer.cy[i], turn: 1 };
}

/** Distance of a place from a line or arc. */
export function distanceToEdge(x, y, edge) {
  const near = nearestOnEdge(x, y, edge);
  return Math.hypot(x - near.x, y - near.y);
}

/** The place of a line or arc that is nearest to another. */
export function nearestOnEdge(x, y, edge) {
  if (edge.turn === 0) return nearestOnLine(x, y, edge.x0, edge.y0, edge.x1, edge.y1);
  const start = Math.atan2(edge.y0 - edge.cy, edge.x0 - edge.cx);
  let turned = edge.turn * (Math.atan2(y - edge.cy, x - edge.cx) - start);
  while (turned < 0) turned += 2 * Math.PI;
  if (turned <= sweepOf(edge)) {
    const away = Math.hypot(x - edge.cx, y - edge.cy) || 1, radius = Math.hypot(edge.x0 - edge.cx, edge.y0 - edge.cy);
    return { x: edge.cx + (x - edge.cx) * radius / away, y: edge.cy + (y - edge.cy) * radius / away };
  }
  const first = Math.hypot(x - edge.x0, y - edge.y0), last = Math.hypot(x - edge.x1, y - edge.y1);
  return first < last ? { x: edge.x0, y: edge.y0 } : { x: edge.x1, y: edge.y1 };
}

export function nearestOnLine(x, y, x0, y0, x1, y1) {
  const dx = x1 - x0, dy = y1 - y0, length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / length));
  return { x: x0 + along * dx, y: y0 + along * dy };
}

function distanceToLine(x, y, x0, y0, x1, y1) {
  const near = nearestOnLine(x, y, x0, y0, x1, y1);
  return Math.hypot(x - near.x, y - near.y);
}

function insideArea(layer, area, x, y) {
  let winding = 0;
  for (let c = layer.contoursFrom[area]; c < layer.contoursFrom[area + 1]; c++) {
    const first = layer.pointsFrom[c], last = layer.pointsFrom[c + 1];
    for (let p = first, q = last - 1; p < last; q = p++) winding += crossing(layer.px[q], layer.py[q], layer.px[p], layer.py[p], x, y);
  }
  return winding !== 0;
}

function windingOf(points, x, y) {
  let winding = 0;
  for (let p = 0, q = points.length - 2; p < points.length; q = p, p += 2) winding += crossing(points[q], points[q + 1], points[p], points[p + 1], x, y);
  return winding;
}

/** Whether the line from a to b passes right of a place, upwards or downwards. */
function crossing(ax, ay, bx, by, x, y) {
  if ((ay > y) === (by > y)) return 0;
  const cross = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
  return by > ay ? (cross > 0 ? 1 : 0) : (cross < 0 ? -1 : 0);
}

/**
 * A pad shape as polygons around its origin: dark parts turn counter-clockwise. Clear parts that are plainly holes turn the other way, so that all
 * can be filled at once; a shape with other clear parts is `layered` and painted part by part.
 */
export function flatShape(shape, tolerance) {
  const fineness = Math.max(0, Math.floor(Math.log2(Math.max(1, tolerance))));
  let flat = shape.flat.get(fineness);
  if (flat) return flat;
  const parts = shape.parts.map(part => ({ dark: part.dark, points: flatPoints(part.edges, 2 ** fineness) }));
  for (const part of parts) {
    // The same turn for all dark parts: overlapping ones must not cancel.
    if (areaOf(part.points) > 0 !== part.dark) part.points = reversed(part.points);
  }
  const dark = parts.filter(part => part.dark);
  const clear = parts.filter(part => !part.dark);
  const plainHoles = clear.length === 0 || (dark.length === 1 && parts[0].dark && clear.every(hole => within(hole.points, dark[0].points)) && apart(clear));
  flat = { parts, layered: !plainHoles };
  shape.flat.set(fineness, flat);
  return flat;
}

function flatPoints(edges, tolerance) {
  const points = flattenContour(edges, tolerance);
  const flat = new Float64Array(points.length * 2);
  points.forEach(([x, y], i) => { flat[2 * i] = x; flat[2 * i + 1] = y; });
  return flat;
}

function areaOf(points) {
  let twice = 0;
  for (let p = 0, q = points.length - 2; p < points.length; q = p, p += 2) twice += points[q] * points[p + 1] - points[p] * points[q + 1];
  return twice;
}

function reversed(points) {
  const back = new Float64Array(points.length);
  for (let i = 0; i < points.length; i += 2) { back[i] = points[points.length - 2 - i]; back[i + 1] = points[points.length - 1 - i]; }
  return back;
}

function within(inner, outer) {
  for (let i = 0; i < inner.length; i += 2) if (windingOf(outer, inner[i], inner[i + 1]) === 0) return false;
  return true;
}

function apart(parts) {
  const boxes = parts.map(({ points }) => {
    const xs = points.filter((_, i) => i % 2 === 0), ys = points.filter((_, i) => i % 2 === 1);
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  });
  return boxes.every((a, i) => boxes.every((b, k) => i >= k || a[0] > b[2] || b[0] > a[2] || a[1] > b[3] || b[1] > a[3]));
}

/** Builds the indexes of a scene. */
export function indexScene(scene) {
  for (const layer of scene.layers) layer.grid = new BoxGrid(layer.box, layer.count);
  const boxes = new Int32Array(scene.holes.length * 4);
  scene.holes.forEach((hole, i) => {
    const { edge } = hole, reach = hole.diameter / 2;
    let left = Math.min(edge.x0, edge.x1), right = Math.max(edge.x0, edge.x1), bottom = Math.min(edge.y0, edge.y1), top = Math.max(edge.y0, edge.y1);
    if (edge.turn !== 0) {
      const radius = Math.hypot(edge.x0 - edge.cx, edge.y0 - edge.cy);
      left = edge.cx - radius; right = edge.cx + radius; bottom = edge.cy - radius; top = edge.cy + radius;
    }
    boxes.set([Math.floor(left - reach), Math.floor(bottom - reach), Math.ceil(right + reach), Math.ceil(top + reach)], i * 4);
  });
  scene.holeGrid = new BoxGrid(boxes, scene.holes.length);
}
