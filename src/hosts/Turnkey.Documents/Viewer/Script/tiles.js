// Keeps painted tiles and paints missing ones in the time that is left between frames. Panning moves tiles; what is painted once is not painted again.

import { TILE } from './paint.js';
import { paintSheet } from './sheets.js';

/** Pixels that tiles may take together; four bytes each. */
const TILE_BUDGET = 28e6;

/** Scales other than the wanted one that stand in until its tiles are painted. */
const SPARE_LEVELS = 3;

/** Farther than any tile that is seen: these are painted when all others are. */
const BEHIND = 1e6;

export class TileStore {
  constructor(scene) {
    this.scene = scene;
    this.tiles = new Map();
    this.pool = [];
    this.levels = [];
    this.home = null;
    this.job = null;
    this.queue = [];
    this.frame = 0;
  }

  /** The set of tiles at a scale (pixels a unit) and side; the newest stand first. */
  level(k, side) {
    let level = this.levels.find(known => known.side === side && Math.abs(known.k / k - 1) < 1e-9);
    if (!level) level = { k, side, m: side === 'bottom' ? -1 : 1 };
    this.levels = [level, ...this.levels.filter(known => known !== level)];
    const kept = this.levels.filter(known => known.side === side).slice(0, 1 + SPARE_LEVELS);
    for (const old of this.levels.filter(known => known.side === side && !kept.includes(known) && known !== this.home?.[side])) this.drop(tile => tile.level === old);
    this.levels = this.levels.filter(known => known.side !== side || kept.includes(known) || known === this.home?.[side]);
    return level;
  }

  /** The level that shows the whole board is kept, so that there is always something to show. */
  setHome(k) {
    this.home = null;
    const top = this.level(k, 'top'), bottom = this.level(k, 'bottom');
    this.home = { top, bottom };
  }

  drop(which) {
    for (const [key, tile] of this.tiles) {
      if (!which(tile)) continue;
      this.tiles.delete(key);
      if (this.pool.length < 12) this.pool.push(tile.canvas);
    }
  }

  /** Lets go of all but the whole board: nobody looks. */
  rest() {
    this.drop(tile => tile.level !== this.home?.top && tile.level !== this.home?.bottom);
    this.pool = [];
    this.queue = [];
    this.job = null;
  }

  /** Forgets what was painted of sheets whose name begins so. */
  forget(name) {
    this.drop(tile => tile.sheet.startsWith(name));
    if (this.job?.tile.sheet.startsWith(name)) this.job = null;
  }

  /**
   * Draws sheets, and notes which tiles are missing.
   * @param {{level: object, ratio: number, left: number, top: number, width: number, height: number}} view
   * Ratio of the view's scale to the level's; left and top in pixels of the view from the board's origin.
   */
  draw(context, sheets, view) {
    this.frame++;
    this.queue = [];
    for (const sheet of sheets) {
      context.globalAlpha = sheet.alpha;
      this.drawSheet(context, sheet, view);
    }
    context.globalAlpha = 1;
    const home = this.home[view.level.side];
    if (view.level === home) return;
    // Behind what is seen now: the whole board, for when the view moves away.
    const bounds = this.extent(home);
    for (const sheet of sheets) {
      for (let ty = bounds.y0; ty <= bounds.y1; ty++) for (let tx = bounds.x0; tx <= bounds.x1; tx++) this.queue.push({ sheet, level: home, tx, ty, far: BEHIND });
    }
  }

  drawSheet(context, sheet, view) {
    const { level } = view;
    const bounds = this.extent(level);
    const place = (tile, ratio) => Math.round(tile * TILE * ratio);
    const size = TILE * view.ratio;
    const first = { x: Math.floor(view.left / size), y: Math.floor(view.top / size) };
    const last = { x: Math.floor((view.left + view.width) / size), y: Math.floor((view.top + view.height) / size) };
    for (let ty = Math.max(bounds.y0, first.y - 1); ty <= Math.min(bounds.y1, last.y + 1); ty++) {
      for (let tx = Math.max(bounds.x0, first.x - 1); tx <= Math.min(bounds.x1, last.x + 1); tx++) {
        const x = place(tx, view.ratio) - view.left, y = place(ty, view.ratio) - view.top;
        const width = place(tx + 1, view.ratio) - place(tx, view.ratio), height = place(ty + 1, view.ratio) - place(ty, view.ratio);
        const seen = tx >= first.x && tx <= last.x && ty >= first.y && ty <= last.y;
        // Around what is seen only while there is room: nothing that is seen may go for it.
        if (!seen && this.tiles.size * TILE * TILE > TILE_BUDGET / 2) continue;
        const tile = this.find(sheet, level, tx, ty);
        if (tile && seen) context.drawImage(tile.canvas, x, y, width, height);
        if (tile) continue;
        const fromMiddle = Math.hypot(x + width / 2 - view.width / 2, y + height / 2 - view.height / 2);
        this.queue.push({ sheet, level, tx, ty, far: seen ? fromMiddle : fromMiddle + 2 * BEHIND });
        if (!seen) continue;
        this.drawSpare(context, sheet, view, x, y, width, height);
      }
    }
  }

  /** Fills the place of a missing tile from another scale: the newest that has all of it, else the whole board's. */
  drawSpare(context, sheet, view, x, y, width, height) {
    const spares = this.levels.filter(level => level.side === view.level.side && level !== view.level && level !== this.home[level.side]);
    for (const level of [...spares, this.home[view.level.side]]) {
      if (level === view.level) continue;
      const ratio = view.ratio * view.level.k / level.k, size = TILE * ratio, bounds = this.extent(level);
      const x0 = Math.max(bounds.x0, Math.floor((view.left + x) / size)), x1 = Math.min(bounds.x1, Math.floor((view.left + x + width - 0.01) / size));
      const y0 = Math.max(bounds.y0, Math.floor((view.top + y) / size)), y1 = Math.min(bounds.y1, Math.floor((view.top + y + height - 0.01) / size));
      const tiles = [];
      for (let ty = y0; ty <= y1; ty++) for (let tx = x0; tx <= x1; tx++) tiles.push({ tx, ty, tile: this.find(sheet, level, tx, ty) });
      if (level !== this.home[level.side] && tiles.some(({ tile }) => !tile)) continue;
      context.save();
      context.beginPath();
      context.rect(x, y, width, height);
      context.clip();
      for (const { tx, ty, tile } of tiles) {
        if (!tile) continue;
        const left = Math.round(tx * size), top = Math.round(ty * size);
        context.drawImage(tile.canvas, left - view.left, top - view.top, Math.round((tx + 1) * size) - left, Math.round((ty + 1) * size) - top);
      }
      context.restore();
      return;
    }
  }

  /** Which tiles of a level have board on them. */
  extent(level) {
    const { bounds, unit } = this.scene, margin = 2e6 / unit;
    const a = (bounds.left - margin) * level.m * level.k, b = (bounds.right + margin) * level.m * level.k;
    return {
      x0: Math.floor(Math.min(a, b) / TILE), x1: Math.floor(Math.max(a, b) / TILE),
      y0: Math.floor(-(bounds.top + margin) * level.k / TILE), y1: Math.floor(-(bounds.bottom - margin) * level.k / TILE),
    };
  }

  find(sheet, level, tx, ty) {
    const tile = this.tiles.get(keyOf(sheet, level, tx, ty));
    if (tile) tile.used = this.frame;
    return tile;
  }

  /** True when everything that was asked for is painted. */
  get done() { return this.queue.length === 0 && !this.job; }

  /** Paints until the time has come. Returns true when a tile was finished. */
  work(until) {
    let finished = false;
    while (performance.now() < until) {
      if (!this.job && !this.begin()) break;
      if (this.job.steps.next().done) {
        this.tiles.set(this.job.key, this.job.tile);
        this.job = null;
        finished = true;
      }
    }
    if (finished) this.evict();
    return finished;
  }

  begin() {
    // From the middle outwards.
    let best = null;
    this.queue = this.queue.filter(wanted => !this.tiles.has(keyOf(wanted.sheet, wanted.level, wanted.tx, wanted.ty)));
    for (const wanted of this.queue) if (!best || wanted.far < best.far) best = wanted;
    if (!best) return false;
    const { sheet, level, tx, ty } = best;
    const canvas = this.pool.pop() ?? document.createElement('canvas');
    canvas.width = canvas.height = TILE;
    const tile = { canvas, level, sheet: sheet.name, used: this.frame };
    const view = { k: level.k, m: level.m, ox: tx * TILE, oy: ty * TILE };
    this.job = { key: keyOf(sheet, level, tx, ty), tile, steps: paintSheet(canvas.getContext('2d'), this.scene, sheet, level.side, view) };
    return true;
  }

  evict() {
    let pixels = this.tiles.size * TILE * TILE;
    if (pixels <= TILE_BUDGET) return;
    const home = this.home;
    const old = [...this.tiles].filter(([, tile]) => tile.used < this.frame && tile.level !== home?.top && tile.level !== home?.bottom).sort((a, b) => a[1].used - b[1].used);
    for (const [key, tile] of old) {
      if (pixels <= TILE_BUDGET) break;
      this.tiles.delete(key);
      if (this.pool.length < 12) this.pool.push(tile.canvas);
      pixels -= TILE * TILE;
    }
  }
}

function keyOf(sheet, level, tx, ty) {
  return sheet.name + ' ' + (level.m < 0 ? 'b' : 't') + level.k + ' ' + tx + ' ' + ty;
}
