// Mouse, fingers and keys on the picture.

/** Pixels that a press may move and still be a click. */
const STILL = 5;

export function listen(viewer) {
  const { canvas } = viewer;
  const pointers = new Map();
  let moved = false, pinch = null;
  const place = event => { const box = canvas.getBoundingClientRect(); return { x: event.clientX - box.left, y: event.clientY - box.top }; };

  canvas.addEventListener('pointerdown', event => {
    if (event.button > 1) return;
    canvas.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, { ...place(event), start: place(event) });
    if (pointers.size === 1) moved = false;
    pinch = pinchOf(pointers);
    viewer.stop();
  });
  canvas.addEventListener('pointermove', event => {
    const at = place(event), pointer = pointers.get(event.pointerId);
    if (!pointer) { viewer.hover(at.x, at.y); return; }
    const before = { x: pointer.x, y: pointer.y };
    pointer.x = at.x; pointer.y = at.y;
    if (Math.hypot(at.x - pointer.start.x, at.y - pointer.start.y) > STILL) moved = true;
    if (!moved) return;
    if (pointers.size === 1) {
      canvas.classList.add('dragging');
      viewer.panBy(at.x - before.x, at.y - before.y);
    } else if (pinch) {
      const now = pinchOf(pointers);
      viewer.pinchBy(pinch, now);
      pinch = now;
    }
  });
  const release = event => {
    const pointer = pointers.get(event.pointerId);
    if (!pointer) return;
    pointers.delete(event.pointerId);
    canvas.classList.remove('dragging');
    if (event.type === 'pointerup' && !moved && pointers.size === 0) viewer.click(pointer.x, pointer.y, event.pointerType !== 'mouse');
    pinch = pinchOf(pointers);
  };
  canvas.addEventListener('pointerup', release);
  canvas.addEventListener('pointercancel', release);
  canvas.addEventListener('pointerleave', () => viewer.hover(null, null));

  canvas.addEventListener('wheel', event => {
    // The page scrolls past a board that nobody has touched.
    if (!event.ctrlKey && !event.metaKey && document.activeElement !== canvas) return;
    event.preventDefault();
    const at = place(event);
    const pixels = event.deltaMode === 1 ? event.deltaY * 33 : event.deltaMode === 2 ? event.deltaY * 300 : event.deltaY;
    viewer.zoomAt(Math.exp(-pixels * (event.ctrlKey ? 0.01 : 0.0018)), at.x, at.y);
  }, { passive: false });
  canvas.addEventListener('dblclick', event => { const at = place(event); if (!viewer.state.measure) viewer.zoomAt(2, at.x, at.y); });
  canvas.addEventListener('keydown', event => { if (key(viewer, event)) event.preventDefault(); });
  viewer.host.addEventListener('keydown', event => {
    if (event.key === 'Escape' && event.target !== canvas) { viewer.escape(); canvas.focus({ preventScroll: true }); }
  });
}

function pinchOf(pointers) {
  if (pointers.size !== 2) return null;
  const [a, b] = [...pointers.values()];
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, apart: Math.max(1, Math.hypot(a.x - b.x, a.y - b.y)) };
}

function key(viewer, event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const step = event.shiftKey ? 200 : 60;
  const middle = { x: viewer.viewport.width / 2, y: viewer.viewport.height / 2 };
  switch (event.key) {
    case 'ArrowLeft': viewer.step(step, 0); break;
    case 'ArrowRight': viewer.step(-step, 0); break;
    case 'ArrowUp': viewer.step(0, step); break;
    case 'ArrowDown': viewer.step(0, -step); break;
    case '+': case '=': viewer.zoomAt(1.5, middle.x, middle.y); break;
    case '-': case '_': viewer.zoomAt(1 / 1.5, middle.x, middle.y); break;
    case '0': viewer.fit(); break;
    case 'f': case 'F': viewer.flip(); break;
    case 'm': case 'M': viewer.toggleMeasure(); break;
    case 'u': case 'U': viewer.toggleUnits(); break;
    case '/': viewer.panel.search.focus(); break;
    case 'Enter': case ' ': viewer.showCross(); viewer.click(middle.x, middle.y, true); break;
    case 'Escape': viewer.escape(); break;
    default: return false;
  }
  return true;
}
