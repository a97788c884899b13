// What can be seen: the made board, and sheets with one layer each, in the order they lie over each other.

import { TILE, paintLayer, paintMade, paintHoles, paintEdge, cutBoard } from './paint.js';

/** Inner copper takes these in turn. */
const INNER = ['#c29a1f', '#2f9e6b', '#a45fd0', '#1f9fb3', '#c2742d', '#7f9430'];

/** The colour a layer is drawn and keyed in: to be told apart on a light and on a dark ground. */
function colourOf(layer, copperLayers) {
  const bottom = layer.side === 'bottom';
  switch (layer.role) {
    case 'copper':
      if (layer.side === 'top' || layer.copper === 1) return '#cf4a33';
      if (bottom || (copperLayers > 1 && layer.copper === copperLayers)) return '#3a78d6';
      return INNER[Math.max(0, layer.copper - 2) % INNER.length];
    case 'mask': return bottom ? '#7a5bd6' : '#b14fc0';
    case 'paste': return bottom ? '#6b7f93' : '#8b929c';
    default: return bottom ? '#3f9db5' : '#1fa08a';
  }
}

/**
 * @typedef {{name: string, label: string, colour: string, layer: object|null, on: boolean, alpha: number, mirrors: boolean}} Sheet
 */

/** All sheets of a scene, as the list shows them; only the made board is on at first. */
export function sheetsOf(scene) {
  const sheet = (name, label, colour, layer = null) => ({ name, label, colour, layer, on: name === 'made', alpha: name === 'made' ? 1 : 0.78 });
  return [
    sheet('made', 'As made', scene.colours.mask),
    ...scene.layers.map(layer => sheet(layer.name, layer.label, colourOf(layer, scene.copperLayers), layer)),
    sheet('drills', 'Holes', '#7d838d'),
    sheet('outline', 'Outline', '#a8541a'),
    sheet('parts', 'Designators', '#1c1f23'),
  ];
}

/** Paints a tile of a sheet; see paint.js on pauses. */
export function* paintSheet(context, scene, sheet, side, view) {
  if (sheet.name === 'made') yield* paintMade(context, scene, side, view);
  else if (sheet.name === 'drills') {
    context.fillStyle = context.strokeStyle = sheet.colour;
    paintHoles(context, scene, view, () => true);
  } else if (sheet.name === 'outline') {
    context.strokeStyle = sheet.colour;
    paintEdge(context, scene, view, Math.max(1.5, 100000 / scene.unit * view.k));
  } else if (sheet.net > 0) yield* paintNet(context, scene, sheet, view);
  else {
    yield* paintLayer(context, scene, sheet.layer, view, sheet.colour);
    if (sheet.layer.negative) cutBoard(context, scene, view);
  }
}

/** A sheet that shows all copper of a net: plainly where its layer can be seen now, faintly where it lies beneath. */
export function netSheet(net, layers, colour) {
  return { name: 'net ' + net + ' ' + layers.map(layer => layer.name).join(), net, plain: layers, colour, alpha: 1 };
}

function* paintNet(context, scene, sheet, view) {
  const belongs = mark => scene.marks[mark][0] === sheet.net;
  const own = document.createElement('canvas').getContext('2d');
  own.canvas.width = own.canvas.height = TILE;
  const layers = scene.netFacts[sheet.net - 1].layers.filter(layer => !layer.negative);
  for (const layer of [...layers.filter(known => !sheet.plain.includes(known)), ...layers.filter(known => sheet.plain.includes(known))]) {
    // What erases on this layer must not erase what another layer shows.
    own.clearRect(0, 0, TILE, TILE);
    yield* paintLayer(own, scene, layer, view, sheet.colour, belongs);
    context.globalAlpha = sheet.plain.includes(layer) ? 0.82 : 0.2;
    context.drawImage(own.canvas, 0, 0);
    context.globalAlpha = 1;
  }
  context.globalCompositeOperation = 'destination-out';
  context.fillStyle = context.strokeStyle = '#000';
  paintHoles(context, scene, view, hole => hole.through);
  context.globalCompositeOperation = 'source-over';
}

/** In the order they are painted: what lies farther from the eye first. */
export function paintingOrder(sheets, side) {
  const layers = sheets.filter(sheet => sheet.layer);
  if (side === 'top') layers.reverse();
  const others = sheets.filter(sheet => !sheet.layer && sheet.name !== 'parts');
  return [others.find(sheet => sheet.name === 'made'), ...layers, ...others.filter(sheet => sheet.name !== 'made')];
}
