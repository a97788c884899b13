// A board as data: decodes the format that docs/board-scene.md describes.

/** Kinds of objects on a layer. */
export const FLASH = 0, LINE = 1, ARC = 2, AREA = 3;

/** The version of the format that this reads. */
const SCENE_VERSION = 1;

/** Reads whole numbers in seven-bit groups. */
class SceneReader {
  /** @param {Uint8Array} bytes */
  constructor(bytes, at = 0) { this.bytes = bytes; this.at = at; }

  unsigned() {
    let value = 0, factor = 1;
    for (;;) {
      if (this.at >= this.bytes.length) throw new Error('the board data ends too early');
      const byte = this.bytes[this.at++];
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      factor *= 128;
    }
  }

  signed() {
    const value = this.unsigned();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** A column of steps, summed up. */
  steps(/** @type {Int32Array} */ into, /** @type {number} */ first, /** @type {number} */ count) {
    let sum = 0;
    for (let i = 0; i < count; i++) into[first + i] = sum += this.signed();
  }
}

/** @param {string} base64 A scene as it stands in a page. */
export async function openScene(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return inflateScene(bytes);
}

/** @param {Uint8Array} bytes A scene as it stands in a file. */
export async function inflateScene(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return readScene(new Uint8Array(await new Response(stream).arrayBuffer()));
}

/** @param {Uint8Array} bytes A scene before compression. */
export function readScene(bytes) {
  if (String.fromCharCode(...bytes.subarray(0, 4)) !== 'TKBS') throw new Error('this is no board data');
  const reader = new SceneReader(bytes, 4);
  const version = reader.unsigned();
  if (version > SCENE_VERSION) throw new Error('the board data is newer than this viewer (version ' + version + ')');
  const length = reader.unsigned();
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(reader.at, reader.at + length)));
  reader.at += length;
  const scene = {
    name: header.name, unit: header.unit, copperLayers: header.copperLayers, colours: header.colours, faces: header.faces,
    bounds: { left: header.bounds[0], bottom: header.bounds[1], right: header.bounds[2], top: header.bounds[3] },
    holeFunctions: header.holeFunctions, featureFunctions: header.featureFunctions,
    nets: header.nets, named: header.namedNets, netCounts: header.netCounts ?? [], lines: header.lines, parts: header.parts.map(readPart), marks: header.marks, notes: header.notes,
    markers: header.markers.map(marker => ({ x: marker[0], y: marker[1], side: marker[2], severity: marker[3], text: marker[4], label: marker[5] })),
    shapes: [], boundaries: [], cutouts: [], holes: [], layers: [],
  };
  for (const section of header.sections) {
    const end = reader.at + section.bytes;
    if (section.kind === 'shapes') while (reader.at < end) scene.shapes.push(readShape(reader));
    else if (section.kind === 'outline') { scene.boundaries = readContours(reader); scene.cutouts = readContours(reader); }
    else if (section.kind === 'holes') scene.holes = readHoles(reader);
    else if (section.kind === 'layer') scene.layers.push(readLayer(reader, section, scene.shapes));
    reader.at = end;
  }
  countNets(scene);
  extendParts(scene);
  return scene;
}

function readPart(part) {
  const placed = part.length > 2;
  return {
    designator: part[0], line: part[1], placed, side: placed ? (part[2] === 1 ? 'bottom' : 'top') : '', x: part[3], y: part[4],
    rotation: part[5], value: part[6] || '', footprint: part[7] || '', doNotPlace: part[8] === true, box: null, pads: 0,
  };
}

function readShape(reader) {
  const kind = reader.unsigned(), width = reader.unsigned(), height = reader.unsigned(), parts = [];
  for (let count = reader.unsigned(); count > 0; count--) parts.push({ dark: reader.unsigned() === 1, edges: readContour(reader) });
  const box = parts.length > 0 ? { left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity }
    : { left: -width / 2, bottom: -width / 2, right: width / 2, top: width / 2 };
  const shape = { kind, width, height, parts, box, circle: parts.length === 0, flat: new Map() };
  for (const part of parts) {
    if (!part.dark) continue;
    for (const [x, y] of flattenContour(part.edges, 10)) {
      box.left = Math.min(box.left, x); box.right = Math.max(box.right, x);
      box.bottom = Math.min(box.bottom, y); box.top = Math.max(box.top, y);
    }
  }
  return shape;
}

function readContours(reader) {
  const contours = [];
  for (let count = reader.unsigned(); count > 0; count--) contours.push(readContour(reader));
  return contours;
}

/** Edges with their ends, and for arcs centre and turn (1 counter-clockwise, -1 clockwise). */
function readContour(reader) {
  const edges = [];
  const count = reader.unsigned();
  let x = reader.signed(), y = reader.signed();
  for (let i = 0; i < count; i++) {
    const type = reader.unsigned();
    const edge = { x0: x, y0: y, x1: x + reader.signed(), y1: y + reader.signed(), turn: type === 0 ? 0 : type === 1 ? -1 : 1, cx: 0, cy: 0 };
    if (type !== 0) { edge.cx = x + reader.signed(); edge.cy = y + reader.signed(); }
    x = edge.x1; y = edge.y1;
    edges.push(edge);
  }
  return edges;
}

/** Corners of a closed contour, arcs in chords with an error of at most the tolerance. */
export function flattenContour(edges, tolerance) {
  const points = [];
  for (const edge of edges) {
    points.push([edge.x0, edge.y0]);
    if (edge.turn === 0) continue;
    const from = Math.atan2(edge.y0 - edge.cy, edge.x0 - edge.cx);
    const first = Math.hypot(edge.x0 - edge.cx, edge.y0 - edge.cy), last = Math.hypot(edge.x1 - edge.cx, edge.y1 - edge.cy);
    const sweep = sweepOf(edge);
    const step = Math.acos(Math.max(0, 1 - tolerance / Math.max(first, tolerance))) * 2;
    const count = Math.min(720, Math.max(2, Math.ceil(sweep / step)));
    for (let i = 1; i < count; i++) {
      const angle = from + edge.turn * sweep * i / count, radius = first + (last - first) * i / count;
      points.push([edge.cx + radius * Math.cos(angle), edge.cy + radius * Math.sin(angle)]);
    }
  }
  return points;
}

/** Radians turned through; ends that coincide are a full circle. */
export function sweepOf(edge) {
  if (edge.x0 === edge.x1 && edge.y0 === edge.y1) return 2 * Math.PI;
  const turned = edge.turn * (Math.atan2(edge.y1 - edge.cy, edge.x1 - edge.cx) - Math.atan2(edge.y0 - edge.cy, edge.x0 - edge.cx));
  return turned <= 0 ? turned + 2 * Math.PI : turned;
}

function readHoles(reader) {
  const holes = [];
  let x = 0, y = 0;
  for (let count = reader.unsigned(); count > 0; count--) {
    const kind = reader.unsigned(), arc = reader.unsigned() === 1;
    const edge = { x0: x + reader.signed(), y0: y + reader.signed(), x1: 0, y1: 0, turn: arc ? 1 : 0, cx: 0, cy: 0 };
    edge.x1 = edge.x0 + reader.signed();
    edge.y1 = edge.y0 + reader.signed();
    if (arc) { edge.cx = edge.x0 + reader.signed(); edge.cy = edge.y0 + reader.signed(); }
    const diameter = reader.unsigned(), plating = reader.unsigned(), from = reader.unsigned(), to = reader.unsigned(), fn = reader.unsigned(), flags = reader.unsigned(), net = reader.unsigned();
    holes.push({ kind, edge, diameter, plating, from, to, fn, through: (flags & 1) !== 0, closed: (flags & 2) !== 0, net });
    x = edge.x1; y = edge.y1;
  }
  return holes;
}

function readLayer(reader, section, shapes) {
  const n = section.objects;
  const layer = {
    name: section.name, label: section.label, role: section.role, side: section.side, copper: section.copper, negative: section.negative, source: section.source,
    count: n, hasClear: false, kind: new Uint8Array(n), dot: new Uint8Array(n), dark: new Uint8Array(n), shape: new Int32Array(n), mark: new Int32Array(n),
    x0: new Int32Array(n), y0: new Int32Array(n), x1: new Int32Array(n), y1: new Int32Array(n), cx: new Int32Array(n), cy: new Int32Array(n),
    contoursFrom: [0], pointsFrom: [0], px: new Int32Array(0), py: new Int32Array(0), box: new Int32Array(4 * n),
  };
  const corners = [];
  let at = 0;
  for (let runs = reader.unsigned(); runs > 0; runs--) {
    const dark = reader.unsigned();
    if (dark === 0) layer.hasClear = true;
    for (let groups = reader.unsigned(); groups > 0; groups--) {
      const kind = reader.unsigned(), shape = reader.unsigned(), count = reader.unsigned();
      layer.kind.fill(kind, at, at + count);
      layer.dark.fill(dark, at, at + count);
      if (kind === AREA) readAreas(reader, layer, at, count, corners);
      else {
        layer.shape.fill(shape, at, at + count);
        readPaths(reader, layer, kind, at, count);
      }
      reader.steps(layer.mark, at, count);
      at += count;
    }
  }
  layer.px = joinColumns(corners.map(pair => pair[0]));
  layer.py = joinColumns(corners.map(pair => pair[1]));
  for (let i = 0; i < n; i++) boxOf(layer, i, shapes);
  return layer;
}

function readPaths(reader, layer, kind, at, count) {
  const sx = new Int32Array(count), sy = new Int32Array(count);
  for (let i = 0; i < count; i++) sx[i] = reader.signed();
  for (let i = 0; i < count; i++) sy[i] = reader.signed();
  const ex = new Int32Array(count), ey = new Int32Array(count);
  if (kind !== FLASH) {
    for (let i = 0; i < count; i++) ex[i] = reader.signed();
    for (let i = 0; i < count; i++) ey[i] = reader.signed();
  }
  let x = 0, y = 0;
  for (let i = 0; i < count; i++) {
    layer.x0[at + i] = x += sx[i]; layer.y0[at + i] = y += sy[i];
    layer.x1[at + i] = x += ex[i]; layer.y1[at + i] = y += ey[i];
    // A stroke without length is painted as a disc, and stays no pad.
    if (kind === LINE && ex[i] === 0 && ey[i] === 0) { layer.kind[at + i] = FLASH; layer.dot[at + i] = 1; }
  }
  if (kind !== ARC) return;
  for (let i = 0; i < count; i++) layer.cx[at + i] = layer.x0[at + i] + reader.signed();
  for (let i = 0; i < count; i++) layer.cy[at + i] = layer.y0[at + i] + reader.signed();
}

function readAreas(reader, layer, at, count, corners) {
  const before = layer.pointsFrom[layer.pointsFrom.length - 1];
  let points = before;
  for (let i = 0; i < count; i++) {
    layer.shape[at + i] = layer.contoursFrom.length - 1;
    let contours = reader.unsigned();
    layer.contoursFrom.push(layer.contoursFrom[layer.contoursFrom.length - 1] + contours);
    for (; contours > 0; contours--) layer.pointsFrom.push(points += reader.unsigned());
  }
  const px = new Int32Array(points - before), py = new Int32Array(points - before);
  reader.steps(px, 0, px.length);
  reader.steps(py, 0, py.length);
  corners.push([px, py]);
}

function joinColumns(columns) {
  const all = new Int32Array(columns.reduce((sum, column) => sum + column.length, 0));
  let at = 0;
  for (const column of columns) { all.set(column, at); at += column.length; }
  return all;
}

function boxOf(layer, i, shapes) {
  let left, right, bottom, top;
  if (layer.kind[i] === AREA) {
    const area = layer.shape[i];
    const first = layer.pointsFrom[layer.contoursFrom[area]], last = layer.pointsFrom[layer.contoursFrom[area + 1]];
    left = bottom = Infinity; right = top = -Infinity;
    for (let p = first; p < last; p++) {
      const x = layer.px[p], y = layer.py[p];
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < bottom) bottom = y;
      if (y > top) top = y;
    }
  } else {
    const { box } = shapes[layer.shape[i]];
    left = Math.min(layer.x0[i], layer.x1[i]); right = Math.max(layer.x0[i], layer.x1[i]);
    bottom = Math.min(layer.y0[i], layer.y1[i]); top = Math.max(layer.y0[i], layer.y1[i]);
    if (layer.kind[i] === ARC) {
      // Around the whole circle: an index may be larger than needed, never smaller.
      const radius = Math.max(Math.hypot(layer.x0[i] - layer.cx[i], layer.y0[i] - layer.cy[i]), Math.hypot(layer.x1[i] - layer.cx[i], layer.y1[i] - layer.cy[i]));
      left = layer.cx[i] - radius; right = layer.cx[i] + radius; bottom = layer.cy[i] - radius; top = layer.cy[i] + radius;
    }
    left += box.left; right += box.right; bottom += box.bottom; top += box.top;
  }
  layer.box[4 * i] = Math.floor(left); layer.box[4 * i + 1] = Math.floor(bottom); layer.box[4 * i + 2] = Math.ceil(right); layer.box[4 * i + 3] = Math.ceil(top);
}

/** Whether an object was flashed, and is not a track without length. */
function isFlashed(layer, i) { return layer.kind[i] === FLASH && layer.dot[i] === 0; }

/** Whether an object is a pad: flashed, or an area that has a pin or is said to be a pad, as some tools draw them. */
export function isPad(scene, layer, i) {
  if (layer.kind[i] !== AREA) return isFlashed(layer, i);
  const [, , pin, fn] = scene.marks[layer.mark[i]];
  return pin !== '' || / pad$/.test(scene.featureFunctions[fn] ?? '');
}

/** What each net has: objects, pads, layers, and the box around it. What was counted of the copper itself counts before what is counted here. */
function countNets(scene) {
  scene.netFacts = scene.nets.map(() => ({ objects: 0, pads: 0, holes: 0, layers: [], box: null }));
  for (const layer of scene.layers) {
    if (layer.role !== 'copper') continue;
    for (let i = 0; i < layer.count; i++) {
      const net = scene.marks[layer.mark[i]][0];
      if (net === 0 || layer.dark[i] === 0) continue;
      const facts = scene.netFacts[net - 1];
      facts.objects++;
      if (isFlashed(layer, i)) facts.pads++;
      if (facts.layers[facts.layers.length - 1] !== layer) facts.layers.push(layer);
      facts.box = joinBox(facts.box, layer, i);
    }
  }
  for (const hole of scene.holes) if (hole.net > 0) scene.netFacts[hole.net - 1].holes++;
  // Doubles on one place are written once, and an area that was cut is drawn whole.
  scene.netCounts.forEach(([pads, objects], i) => Object.assign(scene.netFacts[i], { pads, objects }));
}

/** A part reaches over its pads, where the copper says which those are. */
function extendParts(scene) {
  for (const layer of scene.layers) {
    if (layer.role !== 'copper') continue;
    for (let i = 0; i < layer.count; i++) {
      const part = scene.parts[scene.marks[layer.mark[i]][1] - 1];
      if (!part || !isPad(scene, layer, i) || layer.dark[i] === 0) continue;
      part.box = joinBox(part.box, layer, i);
      part.pads++;
      if (part.side === '' && layer.side !== '') part.side = layer.side;
    }
  }
  for (const part of scene.parts) {
    if (part.placed || !part.box) continue;
    part.x = (part.box.left + part.box.right) / 2;
    part.y = (part.box.bottom + part.box.top) / 2;
  }
}

function joinBox(box, layer, i) {
  const [left, bottom, right, top] = layer.box.subarray(4 * i, 4 * i + 4);
  if (!box) return { left, bottom, right, top };
  box.left = Math.min(box.left, left); box.bottom = Math.min(box.bottom, bottom);
  box.right = Math.max(box.right, right); box.top = Math.max(box.top, top);
  return box;
}
