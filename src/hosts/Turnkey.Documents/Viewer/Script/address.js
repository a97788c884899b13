// The place in the page's address: #board=0&x=12.3&y=4.5&zoom=20&side=bottom&layers=made,c1&net=GND&part=U1

/** @returns {URLSearchParams|null} What the address says, or null when it says nothing about boards. */
export function readAddress() {
  const text = location.hash.slice(1);
  if (!text.includes('=')) return null;
  const place = new URLSearchParams(text);
  const known = ['board', 'x', 'y', 'zoom', 'side', 'layers', 'net', 'part'];
  return known.some(name => place.has(name)) ? place : null;
}

let pending = 0;

/** Writes the address soon, without a step in the browser's history; the last call counts. */
export function writeAddress(/** @type {() => [string, string][]} */ entries) {
  clearTimeout(pending);
  pending = setTimeout(() => {
    const text = entries().map(([name, value]) => name + '=' + encodeURIComponent(value).replaceAll('%2C', ',')).join('&');
    // A sandboxed page may not change its address; it is a convenience only.
    try { history.replaceState(history.state, '', '#' + text); } catch { /* stays as it is */ }
  }, 250);
}
