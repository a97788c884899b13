// What is at a place: pad, track, net, part, hole; and what a measurement snaps to.

import { FLASH, LINE, AREA, isPad } from './scene.js';
import { covers, distanceToEdge, flatShape, nearestOnEdge, nearestOnLine } from './grid.js';

const SHAPE_NAMES = ['round', 'rectangular', 'obround', 'polygonal', ''];

/** How far beside a part's middle a click, or the middle of the pad it hit, may be, in millimetres, where nothing says which pads are the part's. */
const NEAREST_PART_WITHIN = 3;

/** In millimetres: middles this near to each other are the same. */
const SAME_MIDDLE = 0.1;

/**
 * @param {object[]} layers Copper that can be seen, the nearest to the eye first.
 * @param {number} near Board units that count as hit, for fingers.
 */
export function pick(scene, layers, side, x, y, near) {
  const found = { feature: null, layer: null, net: 0, part: 0, hole: null, nearestPart: null };
  for (const i of scene.holeGrid.query(x - near, y - near, x + near, y + near)) {
    const hole = scene.holes[i];
    const away = distanceToEdge(x, y, hole.edge);
    if (away <= hole.diameter / 2 + near && (!found.hole || hole.diameter < found.hole.diameter)) found.hole = hole;
  }
  for (const layer of layers) {
    const hit = pickOnLayer(scene, layer, x, y, 0) ?? pickOnLayer(scene, layer, x, y, near);
    if (!hit) continue;
    found.layer = layer;
    found.feature = hit.feature;
    found.net = hit.net;
    found.part = hit.part;
    break;
  }
  if (found.net === 0 && found.hole) found.net = found.hole.net;
  if (found.part === 0) pickPart(scene, side, x, y, found);
  return found;
}

function pickOnLayer(scene, layer, x, y, near) {
  if (layer.negative) return null;
  const ids = layer.grid.query(x - near, y - near, x + near, y + near);
  let best = -1, net = 0, part = 0;
  // From the last painted back to what erased the place.
  for (let k = ids.length - 1; k >= 0; k--) {
    const i = ids[k];
    if (!covers(scene, layer, i, x, y, layer.dark[i] === 1 ? near : 0)) continue;
    if (layer.dark[i] === 0) break;
    const mark = scene.marks[layer.mark[i]];
    if (best < 0 || rank(scene, layer, i) < rank(scene, layer, best)) best = i;
    net = net || mark[0];
    if (isPad(scene, layer, i)) part = part || mark[1];
  }
  if (best < 0) return null;
  const own = scene.marks[layer.mark[best]];
  return { feature: best, net: own[0] || net, part: own[1] || part };
}

/** Of what lies on each other, a part's pad says more than another pad, that more than a track, and a track more than an area. */
function rank(scene, layer, i) {
  if (isPad(scene, layer, i)) return scene.marks[layer.mark[i]][1] > 0 ? 0 : 1;
  return layer.kind[i] === AREA ? 3 : 2;
}

/** The part whose pads lie around a place; else the one whose middle is nearest: to the middle of the pad where one was hit, for that is whose part is asked. */
function pickPart(scene, side, x, y, found) {
  const mm = 1e6 / scene.unit, { layer, feature } = found, pad = layer !== null && isPad(scene, layer, feature);
  const box = pad ? boxAround(layer, feature) : null, from = box ? { x: (box.left + box.right) / 2, y: (box.bottom + box.top) / 2 } : { x, y };
  let smallest = Infinity, nearest = NEAREST_PART_WITHIN * mm;
  scene.parts.forEach((part, i) => {
    if (part.side !== side) return;
    if (part.box) {
      const { left, bottom, right, top } = part.box, size = (right - left) * (top - bottom);
      if (x >= left && x <= right && y >= bottom && y <= top && size < smallest) { smallest = size; found.part = i + 1; }
    } else if (part.placed) {
      const away = Math.hypot(from.x - part.x, from.y - part.y);
      if (away < nearest) { nearest = away; found.nearestPart = { part: i + 1, away, pad }; }
    }
  });
  if (found.part > 0) found.nearestPart = null;
  // A part that stands on a pad, but not on its middle, is one beside whatever the pad belongs to.
  const near = found.nearestPart && scene.parts[found.nearestPart.part - 1];
  if (near && pad && nearest > SAME_MIDDLE * mm && covers(scene, layer, feature, near.x, near.y, 0)) found.nearestPart = null;
}

function boxAround(layer, i) {
  const [left, bottom, right, top] = layer.box.subarray(4 * i, 4 * i + 4);
  return { left, bottom, right, top };
}

/** Words for a pad, track or area. */
export function describeFeature(scene, layer, i) {
  const mark = scene.marks[layer.mark[i]], fn = scene.featureFunctions[mark[3]] ?? '';
  if (layer.kind[i] === AREA) {
    if (!isPad(scene, layer, i)) return { what: fn || 'copper area', size: null, pin: '' };
    const box = boxAround(layer, i);
    return { what: fn || 'pad', size: [box.right - box.left, box.top - box.bottom], pin: mark[2] };
  }
  const shape = scene.shapes[layer.shape[i]];
  if (!isPad(scene, layer, i)) return { what: fn && fn !== 'conductor' ? fn : 'track', size: [shape.width], pin: '' };
  const name = SHAPE_NAMES[shape.kind] ?? '';
  const size = shape.circle || shape.width === shape.height ? [shape.width] : [shape.width, shape.height];
  return { what: fn || 'pad', shape: name, round: shape.kind === 0, size, pin: mark[2] };
}

/** The place that a measurement means: the middle of a pad or hole, the end of a track, else an edge; null when nothing is near. */
export function snap(scene, layers, x, y, reach) {
  let best = null, rankOfBest = Infinity;
  const offer = (place, what, importance) => {
    const away = Math.hypot(place.x - x, place.y - y);
    if (away > reach) return;
    // A middle wins over an edge unless the edge is much nearer.
    const value = away / reach + importance;
    if (value < rankOfBest) { rankOfBest = value; best = { x: place.x, y: place.y, what }; }
  };
  for (const i of scene.holeGrid.query(x - reach, y - reach, x + reach, y + reach)) {
    const { edge, diameter } = scene.holes[i];
    offer({ x: edge.x0, y: edge.y0 }, 'middle of the hole', 0);
    if (edge.x0 === edge.x1 && edge.y0 === edge.y1) offer(onCircle(edge.x0, edge.y0, diameter / 2, x, y), 'edge of the hole', 0.7);
    else offer({ x: edge.x1, y: edge.y1 }, 'end of the slot', 0);
  }
  for (const layer of layers) {
    for (const i of layer.grid.query(x - reach, y - reach, x + reach, y + reach)) {
      if (layer.dark[i] === 0 || layer.kind[i] === AREA) continue;
      const shape = scene.shapes[layer.shape[i]];
      if (layer.kind[i] === FLASH) {
        const what = isPad(scene, layer, i) ? 'pad' : 'track';
        offer({ x: layer.x0[i], y: layer.y0[i] }, 'middle of the ' + what, 0);
        offer(onShape(shape, layer.x0[i], layer.y0[i], x, y), 'edge of the ' + what, 0.6);
        continue;
      }
      offer({ x: layer.x0[i], y: layer.y0[i] }, 'end of the track', 0.2);
      offer({ x: layer.x1[i], y: layer.y1[i] }, 'end of the track', 0.2);
      if (layer.kind[i] !== LINE) continue;
      const middle = nearestOnLine(x, y, layer.x0[i], layer.y0[i], layer.x1[i], layer.y1[i]);
      offer(onCircle(middle.x, middle.y, shape.width / 2, x, y), 'edge of the track', 0.8);
    }
  }
  for (const edge of [...scene.boundaries, ...scene.cutouts].flat()) {
    offer({ x: edge.x0, y: edge.y0 }, 'corner of the board', 0.2);
    offer(nearestOnEdge(x, y, edge), 'edge of the board', 0.75);
  }
  return best;
}

function onCircle(cx, cy, radius, x, y) {
  const away = Math.hypot(x - cx, y - cy) || 1;
  return { x: cx + (x - cx) * radius / away, y: cy + (y - cy) * radius / away };
}

function onShape(shape, cx, cy, x, y) {
  if (shape.circle) return onCircle(cx, cy, shape.width / 2, x, y);
  let best = { x: Infinity, y: Infinity }, least = Infinity;
  for (const { points } of flatShape(shape, 5).parts) {
    for (let p = 0, q = points.length - 2; p < points.length; q = p, p += 2) {
      const place = nearestOnLine(x, y, cx + points[q], cy + points[q + 1], cx + points[p], cy + points[p + 1]);
      const away = Math.hypot(place.x - x, place.y - y);
      if (away < least) { least = away; best = place; }
    }
  }
  return best;
}

/** Nets and parts whose name holds a text, those that begin with it first. */
export function search(scene, text, most) {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const found = [];
  const look = (kind, name, number, more) => {
    const lower = name.toLowerCase();
    const at = lower.indexOf(wanted);
    if (at >= 0) found.push({ kind, name, number, more, order: lower === wanted ? 0 : at === 0 ? 1 : 2 });
  };
  scene.parts.forEach((part, i) => { if (part.placed || part.box) look('part', part.designator, i + 1, partText(scene, part)); });
  scene.nets.forEach((net, i) => look('net', net, i + 1, scene.netFacts[i].pads + (scene.netFacts[i].pads === 1 ? ' pad' : ' pads')));
  found.sort((a, b) => a.order - b.order || (a.kind === b.kind ? 0 : a.kind === 'part' ? -1 : 1) || a.name.length - b.name.length || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return found.slice(0, most);
}

/** What a part is, in few words. */
export function partText(scene, part) {
  const line = scene.lines[part.line];
  return (line && (line[1] || line[0])) || part.value || '';
}
