// A viewer for boards: open `mountBoard(host, scene)` on an element, or `mountPage()` for all boards of a page.

import { openScene, flattenContour } from './scene.js';
import { indexScene } from './grid.js';
import { Viewport } from './viewport.js';
import { TileStore } from './tiles.js';
import { sheetsOf, paintingOrder, netSheet } from './sheets.js';
import { pick, snap } from './pick.js';
import { drawOverlay, CHOSEN } from './overlay.js';
import { Panel } from './panel.js';
import { listen } from './input.js';
import { readAddress, writeAddress } from './address.js';

/** Milliseconds of a frame that painting may take while something moves, and while nothing does. */
const BUSY = 5, IDLE = 12;

/** Milliseconds without a change of scale after which tiles are painted at the new one. */
const SETTLED = 110;

const calm = matchMedia('(prefers-reduced-motion: reduce)');

export class BoardViewer {
  /**
   * @param {HTMLElement} host Is filled with the viewer.
   * @param {object} scene See scene.js.
   * @param {number} number Of the board, for the address.
   */
  constructor(host, scene, number = 0) {
    indexScene(scene);
    this.host = host;
    host.viewer = this;
    this.scene = scene;
    this.number = number;
    this.sheets = sheetsOf(scene);
    this.viewport = new Viewport(scene);
    this.tiles = new TileStore(scene);
    this.canvas = document.createElement('canvas');
    this.context = this.canvas.getContext('2d', { alpha: false });
    this.state = { part: 0, net: 0, marker: -1, measure: null, cross: false };
    this.mil = false;
    this.motion = null;
    this.scaled = -Infinity;
    this.ready = false;
    this.drawing = 0;
    this.frames = [];
    this.panel = new Panel(this);
    listen(this);
    this.canvas.addEventListener('blur', () => { if (this.state.cross) { this.state.cross = false; this.request(); } });
    new ResizeObserver(() => this.resize()).observe(this.panel.stage);
    new IntersectionObserver(entries => { if (entries[entries.length - 1].isIntersecting) this.request(); else this.tiles.rest(); }).observe(this.canvas);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.readColours());
    this.readColours();
    this.resize();
    this.panel.refresh();
    this.panel.showNothing();
  }

  /** Lengths as people read them, from board units. */
  format(units, withUnit = true) {
    const mm = units * this.scene.unit / 1e6;
    const text = (this.mil ? (mm / 0.0254).toFixed(2) : mm.toFixed(3)).replace(/^-(0\.0+)$/, '$1');
    return withUnit ? text + (this.mil ? ' mil' : ' mm') : text;
  }

  readColours() {
    this.ground = getComputedStyle(this.panel.stage).backgroundColor;
    this.request();
  }

  resize() {
    const { viewport, panel } = this;
    const width = panel.stage.clientWidth, height = panel.stage.clientHeight;
    if (width === 0 || height === 0) return;
    const atFit = !this.ready || Math.abs(viewport.s / viewport.fitScale - 1) < 1e-6;
    viewport.dpr = Math.min(2, devicePixelRatio || 1);
    viewport.width = width;
    viewport.height = height;
    this.canvas.width = Math.round(width * viewport.dpr);
    this.canvas.height = Math.round(height * viewport.dpr);
    this.tiles.setHome(viewport.clampScale(viewport.fitScale) * viewport.dpr);
    if (atFit) { const { cx, cy, s } = viewport.fitted(); viewport.set(cx, cy, s); }
    this.ready = true;
    this.render();
  }

  // Moving

  stop() { this.motion = null; }

  /** Goes to a view, in a moment or at once. */
  go(to, milliseconds = 180) {
    const { viewport } = this;
    if (calm.matches || milliseconds === 0) { this.motion = null; this.place(to.cx, to.cy, to.s); return; }
    const from = { cx: viewport.cx, cy: viewport.cy, s: viewport.s };
    this.motion = { from, to: { ...to, s: viewport.clampScale(to.s) }, start: performance.now(), milliseconds };
    this.request();
  }

  place(cx, cy, s) {
    if (s !== this.viewport.s) this.scaled = performance.now();
    this.viewport.set(cx, cy, s);
    this.changed();
  }

  advance(now) {
    const { motion } = this;
    if (!motion) return;
    const part = Math.min(1, (now - motion.start) / motion.milliseconds), eased = 1 - (1 - part) ** 3;
    const s = motion.from.s * (motion.to.s / motion.from.s) ** eased;
    // Pan in step with the scale, so that a zoom keeps its place under the pointer.
    const share = Math.abs(motion.to.s / motion.from.s - 1) < 1e-9 ? eased : (1 / motion.from.s - 1 / s) / (1 / motion.from.s - 1 / motion.to.s);
    if (part >= 1) this.motion = null;
    this.place(motion.from.cx + (motion.to.cx - motion.from.cx) * share, motion.from.cy + (motion.to.cy - motion.from.cy) * share, part >= 1 ? motion.to.s : s);
  }

  panBy(dx, dy) {
    const { viewport } = this;
    this.place(viewport.cx - viewport.m * dx / viewport.s, viewport.cy + dy / viewport.s, viewport.s);
  }

  /** A step of the keyboard. */
  step(dx, dy) {
    const { viewport } = this, from = this.motion?.to ?? viewport;
    this.showCross();
    this.go({ cx: from.cx - viewport.m * dx / viewport.s, cy: from.cy + dy / viewport.s, s: from.s }, 90);
  }

  zoomAt(factor, x, y) {
    const { viewport } = this, s = viewport.clampScale((this.motion?.to.s ?? viewport.s) * factor);
    this.go({ ...viewport.middleFor(viewport.toBoard(x, y), x, y, s), s }, 110);
  }

  zoomMiddle(factor) { this.zoomAt(factor, this.viewport.width / 2, this.viewport.height / 2); }

  pinchBy(before, now) {
    const { viewport } = this, place = viewport.toBoard(before.x, before.y);
    const s = viewport.clampScale(viewport.s * now.apart / before.apart);
    const { cx, cy } = viewport.middleFor(place, now.x, now.y, s);
    this.place(cx, cy, s);
  }

  fit() { this.go(this.viewport.fitted()); }

  flip() { this.show(this.viewport.side === 'top' ? 'bottom' : 'top'); }

  show(side) {
    this.viewport.side = side;
    this.scaled = -Infinity;
    this.changed();
  }

  goTo(x, y, zoom) { this.go({ cx: x, cy: y, s: Math.max(this.viewport.s, zoom * this.scene.unit / 1e6) }, 260); }

  /** Shows a box with room around it. */
  goToBox(box, most = 60) {
    const { viewport } = this, room = 2.2;
    const s = Math.min(viewport.width / ((box.right - box.left) * room || 1), viewport.height / ((box.top - box.bottom) * room || 1), most * this.scene.unit / 1e6);
    this.go({ cx: (box.left + box.right) / 2, cy: (box.bottom + box.top) / 2, s: Math.max(s, viewport.fitScale) }, 260);
  }

  goToPart(number) {
    const part = this.scene.parts[number - 1];
    if (part.side !== '' && part.side !== this.viewport.side) this.show(part.side);
    this.choose({ part: number, net: 0 });
    this.panel.showFound({ part: number, net: 0, layer: null, hole: null, nearestPart: null });
    if (part.box) this.goToBox(part.box, 40);
    else this.goTo(part.x, part.y, 25);
  }

  goToNet(number) {
    this.choose({ part: 0, net: number });
    this.panel.showFound({ part: 0, net: number, layer: null, hole: null, nearestPart: null });
    const { box } = this.scene.netFacts[number - 1];
    if (box) this.goToBox(box);
  }

  goToMarker(i) {
    const marker = this.scene.markers[i];
    if (marker.side !== '' && marker.side !== this.viewport.side) this.show(marker.side);
    this.state.marker = i;
    this.goTo(marker.x, marker.y, 30);
  }

  // Choosing

  choose({ part, net }) {
    const { state } = this;
    if (state.net !== net && state.net > 0) this.tiles.forget('net ' + state.net + ' ');
    state.part = part;
    state.net = net;
    this.changed();
  }

  /** Copper that can be seen, the nearest to the eye first. */
  visibleCopper() {
    const { scene, viewport } = this, face = scene.faces[viewport.side].copper;
    const made = this.sheets[0].on;
    const layers = scene.layers.filter(layer => layer.role === 'copper' && ((made && face.includes(layer.name)) || this.sheets.find(sheet => sheet.layer === layer).on));
    if (viewport.side === 'bottom') layers.reverse();
    return layers;
  }

  click(x, y, coarse) {
    const { viewport, state } = this, place = viewport.toBoard(x, y);
    if (state.measure) { this.measureAt(x, y); return; }
    const found = pick(this.scene, this.visibleCopper(), viewport.side, place.x, place.y, (coarse ? 7 : 2) / viewport.s);
    state.marker = -1;
    this.choose({ part: found.part || (found.nearestPart && found.net === 0 ? found.nearestPart.part : 0), net: found.net });
    this.panel.showFound(found);
  }

  hover(x, y) {
    const { state, viewport } = this;
    if (x === null) { this.panel.showPlace(null); if (state.measure) { state.measure.hover = null; this.request(); } return; }
    const place = viewport.toBoard(x, y);
    this.panel.showPlace(place.x, place.y);
    if (!state.measure || state.measure.to) return;
    state.measure.hover = this.snapped(x, y);
    this.request();
  }

  snapped(x, y) {
    const { viewport } = this, place = viewport.toBoard(x, y);
    return snap(this.scene, this.visibleCopper(), place.x, place.y, 11 / viewport.s) ?? place;
  }

  measureAt(x, y) {
    const { measure } = this.state, at = this.snapped(x, y);
    if (!measure.from || measure.to) { measure.from = at; measure.to = null; } else measure.to = at;
    measure.hover = null;
    this.panel.showMeasure();
    this.request();
  }

  toggleMeasure() {
    this.state.measure = this.state.measure ? null : { from: null, to: null, hover: null };
    this.canvas.classList.toggle('measuring', this.state.measure !== null);
    if (this.state.measure) this.panel.showMeasure();
    else this.panel.showNothing();
    this.panel.refresh();
    this.request();
  }

  toggleUnits() {
    this.mil = !this.mil;
    if (this.state.measure) this.panel.showMeasure();
    else if (this.state.part > 0 || this.state.net > 0) this.panel.showFound({ part: this.state.part, net: this.state.net, layer: null, hole: null, nearestPart: null });
    this.panel.refresh();
    this.request();
  }

  escape() {
    if (this.state.measure) { this.toggleMeasure(); return; }
    this.choose({ part: 0, net: 0 });
    this.state.marker = -1;
    this.panel.showNothing();
  }

  showCross() { this.state.cross = true; this.request(); }

  turn(name, on) {
    const sheet = this.sheets.find(known => known.name === name);
    if (!sheet) return;
    sheet.on = on;
    this.changed();
  }

  // The address

  changed() {
    this.panel.refresh();
    this.request();
    if (this.ready && this.visited) writeAddress(() => this.address());
  }

  address() {
    const { viewport, scene, state } = this, mm = value => String(Number((value * scene.unit / 1e6).toFixed(3)));
    const entries = [['board', String(this.number)], ['x', mm(viewport.cx)], ['y', mm(viewport.cy)], ['zoom', String(Number(viewport.zoom.toPrecision(4)))], ['side', viewport.side],
      ['layers', this.sheets.filter(sheet => sheet.on).map(sheet => sheet.name).join(',')]];
    if (state.net > 0) entries.push(['net', scene.nets[state.net - 1]]);
    if (state.part > 0) entries.push(['part', scene.parts[state.part - 1].designator]);
    return entries;
  }

  /** @param {URLSearchParams} place What an address says; what it does not say stays as it is, and what is not there is told. */
  open(place) {
    const { scene, viewport } = this, unit = mm => mm * 1e6 / scene.unit;
    const { x, y, zoom, side, layers, net, part, missing } = this.found(place);
    if (layers) for (const sheet of this.sheets) sheet.on = layers.includes(sheet.name);
    if (side) this.show(side);
    const stands = x !== null || y !== null || zoom !== null;
    if (part > 0) this.goToPart(part);
    else if (net > 0) this.goToNet(net);
    this.choose({ part, net });
    if (part > 0 || net > 0) this.panel.showFound({ part, net, layer: null, hole: null, nearestPart: null });
    const from = this.motion?.to ?? { cx: viewport.cx, cy: viewport.cy, s: viewport.s };
    if (stands) this.go({ cx: x === null ? from.cx : unit(x), cy: y === null ? from.cy : unit(y), s: zoom === null ? from.s : zoom * scene.unit / 1e6 }, 0);
    if (missing.length > 0) {
      if (part === 0 && net === 0) this.panel.showNothing();
      this.panel.showMissing(missing);
    }
    this.changed();
  }

  /** What of an address there is on this board, and in words what there is not. */
  found(place) {
    const { scene } = this, missing = [], asked = name => place.get(name) ?? '';
    const number = (name, least) => {
      const text = asked(name), value = Number(text);
      if (text.trim() === '') return null;
      if (Number.isFinite(value) && value > least) return value;
      missing.push(name + ' ' + text + ' is no ' + (least < 0 ? 'number' : 'number above 0'));
      return null;
    };
    const named = (name, at) => { if (at < 0 && asked(name) !== '') missing.push('there is no ' + name + ' ' + asked(name)); return at + 1; };
    const [x, y, zoom] = [number('x', -Infinity), number('y', -Infinity), number('zoom', 0)];
    missing.push(...this.viewport.outside(x, y, zoom).map(name => name + ' ' + asked(name) + (name === 'zoom' ? ' is beyond what can be shown' : ' is beside the board')));
    const side = ['top', 'bottom'].find(known => known === asked('side')) ?? null;
    if (side === null && asked('side') !== '') missing.push('there is no side ' + asked('side'));
    let layers = null;
    if (place.has('layers')) {
      const wanted = asked('layers').split(',').filter(name => name !== '');
      for (const name of wanted) if (!this.sheets.some(sheet => sheet.name === name)) missing.push('there is no layer ' + name);
      layers = wanted.filter(name => this.sheets.some(sheet => sheet.name === name));
      // Nothing at all would look like a broken page.
      if (layers.length === 0 && wanted.length > 0) layers = null;
    }
    const net = named('net', scene.nets.indexOf(asked('net')));
    const part = named('part', asked('part') === '' ? -1 : scene.parts.findIndex(known => known.designator.toLowerCase() === asked('part').toLowerCase()));
    return { x, y, zoom, side, layers, net, part, missing };
  }

  // Drawing

  request() {
    if (!this.drawing) this.drawing = requestAnimationFrame(now => { this.drawing = 0; this.frameAt(now); });
  }

  frameAt(now) {
    this.advance(now);
    this.render();
    const moving = this.motion !== null || performance.now() - this.scaled < SETTLED;
    const painted = this.tiles.work(performance.now() + (moving ? BUSY : IDLE));
    if (moving || painted || !this.tiles.done) this.request();
  }

  render() {
    const { viewport, context, state, tiles } = this;
    if (!this.ready) return;
    const begin = performance.now(), scale = viewport.s * viewport.dpr, settled = !this.motion && begin - this.scaled >= SETTLED;
    // While the scale changes, the tiles at hand are drawn larger or smaller.
    if (settled || !this.level || this.level.side !== viewport.side || this.level.k / scale > 2.5 || scale / this.level.k > 2.5) this.level = tiles.level(scale, viewport.side);
    const { width, height } = this.canvas;
    const view = {
      level: this.level, ratio: scale / this.level.k, width, height,
      left: Math.round(viewport.m * viewport.cx * scale - width / 2), top: Math.round(-viewport.cy * scale - height / 2),
    };
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = 1;
    context.fillStyle = this.ground;
    context.fillRect(0, 0, width, height);
    const sheets = paintingOrder(this.sheets, viewport.side).filter(sheet => sheet.on);
    tiles.draw(context, sheets, view);
    if (state.net > 0) {
      // The board steps back behind the net.
      context.fillStyle = 'rgba(10, 12, 16, .55)';
      context.setTransform(viewport.m * scale, 0, 0, -scale, -view.left, -view.top);
      context.fill(this.board ??= boardPath(this.scene));
      context.setTransform(1, 0, 0, 1, 0, 0);
      const queue = tiles.queue;
      tiles.draw(context, [netSheet(state.net, this.visibleCopper(), CHOSEN)], view);
      tiles.queue.push(...queue);
    }
    context.setTransform(viewport.dpr, 0, 0, viewport.dpr, 0, 0);
    drawOverlay(context, this);
    this.drawn = performance.now() - begin;
  }
}

/** The board's outer contours, in its units. */
function boardPath(scene) {
  const path = new Path2D();
  for (const edges of scene.boundaries) {
    flattenContour(edges, 2000 / scene.unit).forEach(([x, y], i) => { if (i === 0) path.moveTo(x, y); else path.lineTo(x, y); });
    path.closePath();
  }
  return path;
}

/** Puts a viewer into an element. @returns {Promise<BoardViewer>} */
export async function mountBoard(host, base64, number = 0) {
  return new BoardViewer(host, await openScene(base64), number);
}

/** Turns every `.viewer` of the page that has data into a viewer, when it comes near the screen. */
export function mountPage() {
  const mounted = new Map();
  const mount = host => {
    const number = Number(host.dataset.board);
    if (!mounted.has(number)) {
      const data = document.getElementById('board-data-' + number);
      mounted.set(number, mountBoard(host, data.textContent.trim(), number).then(viewer => {
        host.hidden = false;
        host.closest('section')?.classList.add('viewing');
        viewer.readColours();
        viewer.resize();
        const visit = () => { viewer.visited = true; };
        for (const event of ['pointerdown', 'keydown', 'change', 'wheel']) host.addEventListener(event, visit, { capture: true, passive: true });
        return viewer;
      }).catch(error => {
        // The pictures stay as they are.
        console.error(error);
        return null;
      }));
    }
    return mounted.get(number);
  };
  const hosts = [...document.querySelectorAll('.viewer[data-board]')];
  const near = new IntersectionObserver(entries => { for (const entry of entries) if (entry.isIntersecting) { near.unobserve(entry.target); mount(entry.target.querySelector('.viewer')); } }, { rootMargin: '300px' });
  for (const host of hosts) near.observe(host.closest('section') ?? host.parentElement);

  const open = async () => {
    const place = readAddress();
    if (!place) return;
    const known = hosts.find(host => host.dataset.board === (place.get('board') ?? '0')), host = known ?? hosts[0];
    if (!host) return;
    const viewer = await mount(host);
    if (!viewer) return;
    // Places and names of a board that is not here mean nothing on another.
    if (known) viewer.open(place);
    else { viewer.panel.showNothing(); viewer.panel.showMissing(['there is no board ' + place.get('board') + ' on this page']); }
    viewer.visited = true;
    host.scrollIntoView({ block: 'nearest' });
  };
  addEventListener('hashchange', open);
  return { opened: open(), mount: number => mount(hosts.find(host => Number(host.dataset.board) === number)) };
}
