// The controls around the picture: buttons, search, list of layers, what was chosen. Texts from files are set as text, never as markup.

import { describeFeature, search } from './pick.js';

/** Makes an element; attributes are set as properties where a class or text is meant. */
function make(tag, className, text, attributes = {}) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

let numbers = 0;

export class Panel {
  /** @param {object} viewer Whose methods the controls call. */
  constructor(viewer) {
    this.viewer = viewer;
    const { host, scene } = viewer;
    const id = 'viewer-' + numbers++;
    host.replaceChildren();
    host.append(this.bar(id), this.main(id), this.help(id));
    for (const note of scene.notes) host.append(make('p', 'quiet', note));
  }

  bar(id) {
    const { viewer } = this;
    const bar = make('div', 'viewer-bar', '', { role: 'group', 'aria-label': 'View' });
    const button = (text, label, act) => {
      const made = make('button', '', text, { type: 'button', title: label, 'aria-label': label });
      made.addEventListener('click', act);
      bar.append(made);
      return made;
    };
    this.top = button('Top', 'Top side', () => viewer.show('top'));
    this.bottom = button('Bottom', 'Bottom side, seen from below', () => viewer.show('bottom'));
    button('−', 'Zoom out', () => viewer.zoomMiddle(1 / 1.5));
    button('+', 'Zoom in', () => viewer.zoomMiddle(1.5));
    button('Fit', 'Whole board', () => viewer.fit());
    this.measure = button('Measure', 'Measure between two points', () => viewer.toggleMeasure());
    this.units = button('mm', 'Units: millimetres or mils', () => viewer.toggleUnits());
    const find = make('div', 'viewer-find');
    this.search = make('input', '', '', { type: 'search', placeholder: 'Part or net', 'aria-label': 'Find a part or net', 'aria-controls': id + '-found', autocomplete: 'off', spellcheck: 'false' });
    this.found = make('ul', 'viewer-found', '', { id: id + '-found' });
    this.found.hidden = true;
    this.search.addEventListener('input', () => this.list());
    this.search.addEventListener('keydown', event => {
      if (event.key === 'Enter') { event.preventDefault(); this.take(search(viewer.scene, this.search.value, 1)[0]); }
      else if (event.key === 'ArrowDown' && this.found.firstChild) { event.preventDefault(); this.found.querySelector('button')?.focus(); }
      else event.stopPropagation();
      if (event.key === 'Escape') { this.close(); viewer.canvas.focus({ preventScroll: true }); }
    });
    this.found.addEventListener('keydown', event => {
      const to = event.key === 'ArrowDown' ? document.activeElement.closest('li').nextElementSibling : event.key === 'ArrowUp' ? document.activeElement.closest('li').previousElementSibling : null;
      if (event.key === 'ArrowUp' || event.key === 'ArrowDown') { event.preventDefault(); (to?.querySelector('button') ?? this.search).focus(); }
    });
    find.addEventListener('focusout', event => { if (!find.contains(event.relatedTarget)) this.close(); });
    find.append(this.search, this.found);
    bar.append(find);
    return bar;
  }

  main(id) {
    const { viewer } = this;
    const main = make('div', 'viewer-main'), stage = make('div', 'viewer-stage'), side = make('div', 'viewer-side');
    const { canvas } = viewer;
    canvas.tabIndex = 0;
    canvas.setAttribute('role', 'application');
    canvas.setAttribute('aria-label', 'Board ' + viewer.scene.name);
    canvas.setAttribute('aria-describedby', id + '-help');
    this.place = make('div', 'viewer-place');
    stage.append(canvas, this.place);
    this.info = make('div', 'viewer-info', '', { role: 'status', 'aria-live': 'polite' });
    side.append(this.layers(), this.info, this.findings());
    main.append(stage, side);
    this.stage = stage;
    return main;
  }

  help(id) {
    const help = make('p', 'viewer-help quiet', '', { id: id + '-help' });
    for (const [keys, text] of [['drag', 'or'], ['arrows', 'move'], ['wheel', 'after a click, or'], ['+ −', 'zoom'], ['0', 'whole board'], ['F', 'turn over'], ['Enter', 'what is in the middle'], ['M', 'measure'], ['U', 'units'], ['/', 'find'], ['Esc', 'let go']]) {
      const hint = make('span');
      hint.append(make('kbd', '', keys), ' ' + text);
      help.append(hint, ' ');
    }
    return help;
  }

  layers() {
    const box = make('fieldset', 'viewer-layers');
    box.append(make('legend', '', 'Layers'));
    this.boxes = new Map();
    for (const sheet of this.viewer.sheets) {
      const label = make('label'), input = make('input', '', '', { type: 'checkbox' }), colour = make('span', 'viewer-key');
      colour.style.backgroundColor = sheet.colour;
      if (sheet.name === 'parts') colour.classList.add('viewer-key-text');
      input.checked = sheet.on;
      input.addEventListener('change', () => this.viewer.turn(sheet.name, input.checked));
      label.append(input, colour, sheet.label);
      if (sheet.layer) label.title = sheet.layer.source;
      box.append(label);
      this.boxes.set(sheet.name, input);
    }
    return box;
  }

  findings() {
    const { markers } = this.viewer.scene;
    const list = make('ol', 'viewer-findings');
    list.hidden = markers.length === 0;
    markers.forEach((marker, i) => {
      const item = make('li'), button = make('button', '', '', { type: 'button' });
      button.append(make('span', 'tag ' + marker.severity, (marker.label || i + 1) + ' ' + marker.severity), ' ' + marker.text);
      button.addEventListener('click', () => this.viewer.goToMarker(i));
      item.append(button);
      list.append(item);
    });
    return list;
  }

  list() {
    const hits = search(this.viewer.scene, this.search.value, 8);
    this.found.replaceChildren(...hits.map(hit => {
      const item = make('li'), button = make('button', '', '', { type: 'button' });
      button.append(make('b', '', hit.name), ' ', make('small', '', hit.kind + (hit.more ? ' · ' + hit.more : '')));
      button.addEventListener('click', () => this.take(hit));
      item.append(button);
      return item;
    }));
    if (hits.length === 0 && this.search.value.trim() !== '') this.found.append(make('li', 'quiet', 'No part or net of this name.'));
    this.found.hidden = this.found.childElementCount === 0;
  }

  take(hit) {
    if (!hit) { this.list(); return; }
    this.close();
    this.viewer.canvas.focus({ preventScroll: true });
    if (hit.kind === 'part') this.viewer.goToPart(hit.number);
    else this.viewer.goToNet(hit.number);
  }

  close() { this.found.hidden = true; }

  /** Brings the controls to what the viewer shows. */
  refresh() {
    const { viewer } = this;
    for (const sheet of viewer.sheets) this.boxes.get(sheet.name).checked = sheet.on;
    this.top.setAttribute('aria-pressed', String(viewer.viewport.side === 'top'));
    this.bottom.setAttribute('aria-pressed', String(viewer.viewport.side === 'bottom'));
    this.measure.setAttribute('aria-pressed', String(viewer.state.measure !== null));
    this.units.textContent = viewer.mil ? 'mil' : 'mm';
  }

  showPlace(x, y) {
    const { viewer } = this;
    this.place.textContent = x === null ? '' : 'x ' + viewer.format(x, false) + '  y ' + viewer.format(y);
  }

  /** Says in the panel, and to screen readers, what was found. */
  showInfo(...content) { this.info.replaceChildren(...content.flat()); }

  /** Says above what is shown what an address asked for in vain. */
  showMissing(missing) {
    const text = missing.slice(0, 6).join('; ') + (missing.length > 6 ? '; and ' + (missing.length - 6) + ' more' : '');
    this.info.prepend(make('p', 'viewer-missing', 'Of what the address asks for, ' + text + '.'));
  }

  showNothing() {
    const { scene } = this.viewer;
    const nets = scene.nets.length === 0 ? 'no nets are known' : scene.nets.length + (scene.named === 0 ? ' nets, numbered because the files do not name them' : ' nets');
    // Parts are what is placed or in the BOM; copper and netlist also name what nobody mounts, as fiducials and test points.
    const placed = scene.parts.filter(part => part.placed && !part.doNotPlace).length, kept = scene.parts.filter(part => part.placed && part.doNotPlace).length;
    const listed = scene.parts.filter(part => !part.placed && scene.lines[part.line]).length;
    const drawn = scene.parts.filter(part => !part.placed && !scene.lines[part.line] && part.box).length;
    const words = 'Click a part, pad, track or hole to see what it is.';
    const counts = [placed > 0 ? placed + (placed === 1 ? ' part' : ' parts') + ' placed' : '', kept > 0 ? kept + (placed > 0 ? ' more' : ' parts') + ' marked not to be placed' : '', listed > 0 ? listed + (placed + kept > 0 ? ' more' : ' parts') + ' in the BOM' : '',
      drawn > 0 ? drawn + (placed + kept + listed > 0 ? ' more' : ' parts') + ' named by copper or netlist alone' : '', nets].filter(Boolean).join(', ');
    this.showInfo(make('p', 'quiet', words + ' ' + counts + '.'));
  }

  showFound(found) {
    const content = [];
    if (found.part > 0) content.push(this.part(found.part));
    if (found.layer) content.push(this.feature(found));
    if (found.net > 0) content.push(this.net(found.net));
    if (found.hole) content.push(this.hole(found.hole));
    if (found.nearestPart) content.push(this.part(found.nearestPart.part, this.viewer.format(found.nearestPart.away) + (found.nearestPart.pad ? ' from the pad’s' : ' from here')));
    if (content.length === 0) content.push(make('p', 'quiet', 'Nothing is known about this place.'));
    this.showInfo(content);
  }

  part(number, nearest) {
    const { viewer } = this, { scene } = viewer;
    const part = scene.parts[number - 1], line = scene.lines[part.line];
    const facts = [];
    const value = (line && line[0]) || part.value;
    if (value) facts.push(['value', value]);
    if (line?.[1]) facts.push(['MPN', line[1]]);
    if (line?.[2]) facts.push(['manufacturer', line[2]]);
    if ((line && line[3]) || part.footprint) facts.push(['footprint', (line && line[3]) || part.footprint]);
    if (line?.[4] && line[4] !== value) facts.push(['description', line[4]]);
    if (part.placed) facts.push(['at', viewer.format(part.x, false) + ', ' + viewer.format(part.y)], ['side, rotation', part.side + ', ' + part.rotation + '°']);
    else if (part.side) facts.push(['side', part.side]);
    if (part.pads > 0) facts.push(['pads', String(part.pads)]);
    if (part.doNotPlace || line?.[5]) facts.push(['', 'not placed']);
    if (!line && scene.lines.length > 0) facts.push(['', 'not in the BOM']);
    return this.block(part.designator, nearest ? 'nearest part, its middle ' + nearest : 'part', facts);
  }

  feature(found) {
    const { viewer } = this, { scene } = viewer;
    const said = describeFeature(scene, found.layer, found.feature);
    const part = scene.parts[scene.marks[found.layer.mark[found.feature]][1] - 1];
    const facts = [];
    if (said.size) facts.push([said.what === 'track' ? 'width' : 'size', (said.round ? 'Ø ' : '') + said.size.map((value, i) => viewer.format(value, i === said.size.length - 1)).join(' × ') + (said.shape && !said.round ? ', ' + said.shape : '')]);
    facts.push(['layer', found.layer.label]);
    return this.block(part && said.pin ? part.designator + '.' + said.pin : said.what, part && said.pin ? said.what : '', facts);
  }

  net(number) {
    const { scene } = this.viewer, facts = scene.netFacts[number - 1];
    const layers = facts.layers.map(layer => layer.copper || layer.label).join(', ');
    return this.block(scene.nets[number - 1], number > scene.named ? 'net, the number is ours' : 'net', [['pads', String(facts.pads)], ['objects', facts.objects + (facts.layers.length > 0 ? ' on copper ' + layers : '')]]);
  }

  hole(hole) {
    const { viewer } = this, { scene } = viewer;
    const name = scene.holeFunctions[hole.fn] || ['hole', 'slot', 'milled contour'][hole.kind];
    const plating = ['plated', 'not plated', 'plating not stated'][hole.plating];
    const span = hole.from === 0 && hole.to === 0 ? 'through' : 'copper ' + (hole.from || 1) + ' to ' + (hole.to || scene.copperLayers);
    return this.block(name, '', [[hole.kind === 0 ? 'diameter' : 'width', 'Ø ' + viewer.format(hole.diameter)], ['', plating + ', ' + span]]);
  }

  block(title, kind, facts) {
    const block = make('div', 'viewer-block'), head = make('h3', '', title), list = make('dl');
    if (kind) head.append(' ', make('span', 'u', kind));
    for (const [name, value] of facts) list.append(make('dt', '', name), make('dd', '', value));
    block.append(head, list);
    return block;
  }

  showMeasure() {
    const { viewer } = this, { from, to: end } = viewer.state.measure;
    if (!from) { this.showInfo(make('p', 'quiet', 'Measure: click the first point. It snaps to pads, holes, tracks and the edge. From the keyboard, Enter takes the middle.')); return; }
    if (!end) { this.showInfo(make('p', 'quiet', 'Click the second point.')); return; }
    const dx = end.x - from.x, dy = end.y - from.y;
    const facts = [['dx', viewer.format(dx)], ['dy', viewer.format(dy)]];
    if (from.what) facts.push(['from', from.what]);
    if (end.what) facts.push(['to', end.what]);
    this.showInfo(this.block(viewer.format(Math.hypot(dx, dy)), 'distance', facts));
  }
}
