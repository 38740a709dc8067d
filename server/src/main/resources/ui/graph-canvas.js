// What the pictures of graphs share: colours of the theme, the canvas, zoom, and labels of what can be read.

/** With more nodes than these, a picture is drawn in a simpler way. */
export const LARGE = 400;

/** A node this near to the edge of the picture, in pixels, is moved to its middle when it is chosen. */
const EDGE = 48;

const TOKENS = ['canvas', 'surface', 'raised', 'line', 'line-strong', 'text', 'muted', 'faint', 'accent', 'accent-soft', 'on-accent', 'warn'];

/** What the tokens, and more of them, are in the theme of the moment; a canvas needs colours, not names of them. */
export function themeColours(more = []) {
  const probe = document.createElement('span');
  probe.hidden = true;
  document.body.append(probe);
  const found = {};
  for (const name of [...TOKENS, ...more]) {
    probe.style.color = `var(--${name})`;
    found[name] = getComputedStyle(probe).color;
  }
  const root = getComputedStyle(document.documentElement);
  found.mono = root.getPropertyValue('--mono');
  found.font = root.getPropertyValue('--font');
  probe.remove();
  return found;
}

/** Whether things should be where they belong at once. */
export const isStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Labels of a large picture: only of what is in sight, and only once they can be read. */
function nameWhatIsSeen(cy, readable) {
  let timer = 0;
  cy.on('viewport', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const seen = cy.extent();
      const named = cy.zoom() < readable ? cy.collection() : cy.nodes().filter(node => {
        const { x, y } = node.position();
        return x > seen.x1 && x < seen.x2 && y > seen.y1 && y < seen.y2;
      });
      cy.batch(() => {
        cy.nodes('.named').difference(named).removeClass('named');
        named.addClass('named');
      });
    }, 120);
  });
}

/**
 * Draws elements of Cytoscape in their positions. `style` gives the style in the colours of the moment, anew for each theme; a
 * large picture names its nodes by the class `named` from the zoom `readable` on; a small one is enlarged to `largestFit` at most to fill its place, and leaves `above` pixels for what lies over it. `onSelect` gets the data of a node, `onOpen` that of one pressed twice.
 */
export function openCanvas(container, elements, { style, isLarge = false, isFixed = isLarge, largestFit = 1.1, above = 0, readable = 1.4, onSelect = () => {}, onOpen = () => {} }) {
  const cy = window.cytoscape({
    container,
    elements,
    style: style(),
    layout: { name: 'preset' },
    minZoom: 0.02,
    maxZoom: 2.5,
    hideEdgesOnViewport: isLarge,
    textureOnViewport: isLarge,
    pixelRatio: isLarge ? 1 : 'auto',
    boxSelectionEnabled: false,
    selectionType: 'single',
    autoungrabify: isFixed,
  });
  const fit = () => {
    cy.fit(undefined, 32 + above / 2);
    if (cy.zoom() > largestFit) {
      cy.zoom(largestFit);
      cy.center();
    }
    cy.panBy({ x: 0, y: above / 2 });
  };
  fit();
  const isInSight = node => {
    const { x, y } = node.renderedPosition();
    return x > EDGE && y > EDGE && x < cy.width() - EDGE && y < cy.height() - EDGE;
  };
  cy.on('select', 'node', event => {
    cy.edges('.near').removeClass('near');
    event.target.connectedEdges().addClass('near');
    onSelect(event.target.data());
  });
  cy.on('dbltap', 'node', event => onOpen(event.target.data()));
  if (isLarge) {
    nameWhatIsSeen(cy, readable);
  }
  const restyle = () => cy.style(style());
  const dark = matchMedia('(prefers-color-scheme: dark)');
  document.addEventListener('theme-changed', restyle);
  dark.addEventListener('change', restyle);
  cy.one('destroy', () => {
    document.removeEventListener('theme-changed', restyle);
    dark.removeEventListener('change', restyle);
  });

  return {
    cy,
    fit,
    zoom: factor => cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } }),
    select(id, isShown = true) {
      cy.nodes(':selected').unselect();
      const node = cy.getElementById(id);
      node.select();
      if (isShown && node.nonempty() && !isInSight(node)) {
        cy.animate({ center: { eles: node }, duration: isStill() ? 0 : 160 });
      }
    },
  };
}

/** The buttons with `data-zoom`; `drawing` gives what is drawn at the moment, or null. */
export function startZoomButtons(tools, drawing) {
  tools.addEventListener('click', event => {
    const button = event.target.closest('[data-zoom]');
    const current = drawing();
    if (button && current) {
      ({ in: () => current.zoom(1.3), out: () => current.zoom(1 / 1.3), fit: () => current.fit() })[button.dataset.zoom]();
    }
  });
}
