// What is drawn over the board: the chosen part, designators, markers, the measurement, the scale bar.

const MARK_COLOURS = { error: '#e5484d', warning: '#e0a100', info: '#3a78d6' };

/** The colour of what was chosen: stands out from mask, copper and legend alike. */
export const CHOSEN = '#22d3ee';

/** Designators drawn at most; more cannot be read. */
const MOST_LABELS = 400;

/** @param {CanvasRenderingContext2D} context In pixels of the style sheet. */
export function drawOverlay(context, viewer) {
  const { scene, viewport, state } = viewer;
  if (viewer.sheets.find(sheet => sheet.name === 'parts').on) drawDesignators(context, viewer);
  if (state.part > 0) drawPart(context, viewer, scene.parts[state.part - 1]);
  scene.markers.forEach((marker, i) => {
    if (marker.side !== '' && marker.side !== viewport.side) return;
    const at = viewport.toScreen(marker.x, marker.y);
    const colour = MARK_COLOURS[marker.severity] ?? MARK_COLOURS.info, radius = i === state.marker ? 14 : 11;
    for (const [width, shade] of [[5, 'rgba(12, 14, 18, .75)'], [2.5, colour]]) {
      context.lineWidth = width;
      context.strokeStyle = shade;
      ring(context, at, radius);
    }
    context.fillStyle = colour;
    context.beginPath();
    context.arc(at.x + radius, at.y - radius, 9, 0, 2 * Math.PI);
    context.fill();
    writeText(context, marker.label || String(i + 1), at.x + radius, at.y - radius, '#fff', 'center');
  });
  if (state.measure) drawMeasure(context, viewer);
  if (state.cross) {
    const { width, height } = viewport;
    context.strokeStyle = CHOSEN;
    context.lineWidth = 1.5;
    context.beginPath();
    for (const [x, y] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) { context.moveTo(width / 2 + 4 * x, height / 2 + 4 * y); context.lineTo(width / 2 + 14 * x, height / 2 + 14 * y); }
    context.stroke();
  }
  drawScale(context, viewer);
}

function drawPart(context, viewer, part) {
  const { viewport } = viewer;
  context.strokeStyle = CHOSEN;
  context.lineWidth = 2;
  if (part.box) {
    const a = viewport.toScreen(part.box.left, part.box.top), b = viewport.toScreen(part.box.right, part.box.bottom);
    const left = Math.min(a.x, b.x) - 4, top = Math.min(a.y, b.y) - 4;
    context.strokeRect(left, top, Math.abs(a.x - b.x) + 8, Math.abs(a.y - b.y) + 8);
    writeText(context, part.designator, left, top - 8, CHOSEN);
  } else if (part.placed) {
    const at = viewport.toScreen(part.x, part.y);
    ring(context, at, 12);
    ring(context, at, 1.5);
    writeText(context, part.designator, at.x + 16, at.y - 10, CHOSEN);
  }
}

function drawDesignators(context, viewer) {
  const { scene, viewport } = viewer;
  let drawn = 0;
  for (const part of scene.parts) {
    if (part.side !== viewport.side || (!part.placed && !part.box)) continue;
    const at = viewport.toScreen(part.x, part.y);
    if (at.x < -40 || at.y < -10 || at.x > viewport.width + 40 || at.y > viewport.height + 10) continue;
    if (++drawn > MOST_LABELS) break;
    writeText(context, part.designator, at.x, at.y, '#fff', 'center');
  }
}

/** Text that is read on every ground. */
function writeText(context, text, x, y, colour, align = 'left') {
  context.font = '600 12px system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif';
  context.textAlign = align;
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 3.5;
  context.strokeStyle = 'rgba(12, 14, 18, .82)';
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

function ring(context, at, radius) {
  context.beginPath();
  context.arc(at.x, at.y, radius, 0, 2 * Math.PI);
  context.stroke();
}

function drawMeasure(context, viewer) {
  const { viewport, state } = viewer, { from, to, hover } = state.measure;
  const end = to ?? (from ? hover : null);
  for (const place of [from, end ?? hover]) {
    if (!place) continue;
    const at = viewport.toScreen(place.x, place.y);
    context.lineWidth = 3.5;
    context.strokeStyle = 'rgba(12, 14, 18, .75)';
    ring(context, at, 5);
    context.lineWidth = 1.75;
    context.strokeStyle = place.what ? CHOSEN : '#fff';
    ring(context, at, 5);
  }
  if (!from || !end) return;
  const a = viewport.toScreen(from.x, from.y), b = viewport.toScreen(end.x, end.y);
  for (const [width, colour] of [[4, 'rgba(12, 14, 18, .75)'], [1.75, CHOSEN]]) {
    context.lineWidth = width;
    context.strokeStyle = colour;
    context.beginPath();
    context.moveTo(a.x, a.y);
    context.lineTo(b.x, b.y);
    context.stroke();
  }
  writeText(context, viewer.format(Math.hypot(end.x - from.x, end.y - from.y)), (a.x + b.x) / 2, (a.y + b.y) / 2 - 14, '#fff', 'center');
}

/** A bar of a round length, in the corner. */
function drawScale(context, viewer) {
  const { viewport } = viewer, perUnit = viewer.mil ? viewport.zoom * 0.0254 : viewport.zoom;
  const wanted = 90 / perUnit, decade = 10 ** Math.floor(Math.log10(wanted));
  const length = [5, 2, 1].map(step => step * decade).find(value => value <= wanted);
  const pixels = length * perUnit, x = 12, y = viewport.height - 12;
  const text = Number(length.toPrecision(1)) + (viewer.mil ? ' mil' : ' mm');
  context.font = '12px system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif';
  context.fillStyle = 'rgba(12, 14, 18, .72)';
  context.beginPath();
  context.roundRect(x - 6, y - 13, pixels + context.measureText(text).width + 20, 20, 3);
  context.fill();
  context.lineWidth = 1.5;
  context.lineCap = 'square';
  context.strokeStyle = context.fillStyle = '#fff';
  context.beginPath();
  context.moveTo(x, y - 5); context.lineTo(x, y); context.lineTo(x + pixels, y); context.lineTo(x + pixels, y - 5);
  context.stroke();
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.fillText(text, x + pixels + 7, y - 3);
}
