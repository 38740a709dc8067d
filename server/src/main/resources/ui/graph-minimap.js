// A small map of the whole picture with a frame around what is in sight, which can be dragged. It is there while a part is out of sight.
import { themeColours } from './graph-canvas.js';

const MARGIN = 8;

/** Keeps the map in the canvas true to the picture; `markOf` names the token of a node's colour. */
export function startMinimap(map, cy, markOf, tokens) {
  const context = map.getContext('2d');
  const ratio = Math.min(2, devicePixelRatio || 1);
  const { width, height } = { width: map.clientWidth, height: map.clientHeight };
  map.width = width * ratio;
  map.height = height * ratio;
  const still = document.createElement('canvas');
  still.width = map.width;
  still.height = map.height;
  let colours = themeColours(tokens);
  let scale = 1;
  let offset = { x: 0, y: 0 };
  let whole = { x1: 0, y1: 0, x2: 0, y2: 0 };
  let isStale = true;
  let isDue = false;

  /** The nodes, which change seldom, on a canvas of their own. */
  const drawNodes = () => {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    const dots = [];
    cy.nodes().not('.concealed').forEach(node => {
      const { x, y } = node.position();
      dots.push([x, y, node.data()]);
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    });
    const drawing = still.getContext('2d');
    drawing.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawing.clearRect(0, 0, width, height);
    if (!dots.length) {
      return;
    }
    whole = { x1: left, y1: top, x2: right, y2: bottom };
    scale = Math.min(0.3, (width - 2 * MARGIN) / Math.max(1, right - left), (height - 2 * MARGIN) / Math.max(1, bottom - top));
    offset = { x: width / 2 - scale * (left + right) / 2, y: height / 2 - scale * (top + bottom) / 2 };
    const side = dots.length > 400 ? 1.5 : 3;
    for (const [x, y, data] of dots) {
      drawing.fillStyle = colours[markOf(data)];
      drawing.fillRect(offset.x + scale * x - side / 2, offset.y + scale * y - side / 2, side, side);
    }
  };
  const draw = () => {
    isDue = false;
    if (isStale) {
      isStale = false;
      drawNodes();
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, map.width, map.height);
    context.drawImage(still, 0, 0);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const seen = cy.extent();
    map.classList.toggle('is-needless', seen.x1 <= whole.x1 && seen.y1 <= whole.y1 && seen.x2 >= whole.x2 && seen.y2 >= whole.y2);
    const left = Math.max(1, offset.x + scale * seen.x1);
    const top = Math.max(1, offset.y + scale * seen.y1);
    const right = Math.min(width - 1, offset.x + scale * seen.x2);
    const bottom = Math.min(height - 1, offset.y + scale * seen.y2);
    context.strokeStyle = colours.accent;
    context.lineWidth = 1.5;
    context.strokeRect(left, top, Math.max(4, right - left), Math.max(4, bottom - top));
  };
  const due = () => {
    if (!isDue) {
      isDue = true;
      requestAnimationFrame(draw);
    }
  };
  const stale = () => {
    isStale = true;
    due();
  };
  const recolour = () => {
    colours = themeColours(tokens);
    stale();
  };

  const go = event => {
    const bounds = map.getBoundingClientRect();
    const x = (event.clientX - bounds.left - offset.x) / scale;
    const y = (event.clientY - bounds.top - offset.y) / scale;
    cy.pan({ x: cy.width() / 2 - x * cy.zoom(), y: cy.height() / 2 - y * cy.zoom() });
  };
  const press = event => {
    map.setPointerCapture(event.pointerId);
    go(event);
  };
  const drag = event => {
    if (map.hasPointerCapture(event.pointerId)) {
      go(event);
    }
  };
  const dark = matchMedia('(prefers-color-scheme: dark)');
  cy.on('viewport resize', due);
  cy.on('position add remove style', 'node', stale);
  map.addEventListener('pointerdown', press);
  map.addEventListener('pointermove', drag);
  document.addEventListener('theme-changed', recolour);
  dark.addEventListener('change', recolour);
  cy.one('destroy', () => {
    map.removeEventListener('pointerdown', press);
    map.removeEventListener('pointermove', drag);
    document.removeEventListener('theme-changed', recolour);
    dark.removeEventListener('change', recolour);
  });
  stale();
}
