// The drawing of the memory graph: colours and shapes by type, the size of a node by its edges.
import { LARGE, isStill, openCanvas, themeColours } from './graph-canvas.js';
import { freePlaces, places } from './graph-layouts.js';

/** Shapes by the mark of a type, so that colour is not all that tells types apart; the first is that of all other types. */
const SHAPES = ['ellipse', 'ellipse', 'round-rectangle', 'diamond', 'hexagon', 'triangle', 'pentagon', 'octagon', 'star'];
/** Nodes of a large picture stand closer: their labels are not there until it is enlarged. */
const CLOSER = 0.45;
const MARKS = SHAPES.map((_, mark) => `mark-${mark}`);

function style(isLarge) {
  const c = themeColours(MARKS);
  return [
    {
      selector: 'node',
      style: {
        'width': 'data(size)',
        'height': 'data(size)',
        'background-color': c['mark-0'],
        ...(isLarge ? {} : { 'label': 'data(label)', 'text-background-color': c.surface, 'text-background-opacity': 0.72, 'text-background-padding': 1 }),
        'color': c.text,
        'font-family': c.font,
        'font-size': isLarge ? 12 : 17,
        'text-wrap': 'ellipsis',
        'text-max-width': isLarge ? 90 : 176,
        'text-valign': 'bottom',
        'text-margin-y': isLarge ? 2 : 6,
        'min-zoomed-font-size': isLarge ? 0 : 6.5,
        'overlay-opacity': 0,
      },
    },
    ...SHAPES.map((shape, mark) => ({ selector: `node[mark = ${mark}]`, style: { 'shape': shape, 'background-color': c[`mark-${mark}`] } })),
    { selector: 'node.named', style: { label: 'data(label)' } },
    {
      selector: 'edge',
      style: {
        'curve-style': isLarge ? 'haystack' : 'bezier',
        'width': isLarge ? 1.6 : 1.8,
        'line-color': c['line-strong'],
        'line-opacity': isLarge ? 0.35 : 0.7,
        'target-arrow-shape': isLarge ? 'none' : 'triangle',
        'target-arrow-color': c['line-strong'],
        'arrow-scale': 1,
        'overlay-opacity': 0,
      },
    },
    {
      selector: 'edge.near',
      style: {
        'line-color': c.accent, 'target-arrow-color': c.accent, 'line-opacity': 1, 'width': isLarge ? 2.5 : 2.6, 'z-index': 2,
        ...(isLarge ? {} : {
          'label': 'data(relation)', 'font-family': c.font, 'font-size': 13, 'color': c.muted, 'text-rotation': 'autorotate',
          'text-background-color': c.surface, 'text-background-opacity': 1, 'text-background-padding': 2, 'min-zoomed-font-size': 6,
        }),
      },
    },
    { selector: '.dim', style: { opacity: 0.22 } },
    { selector: 'node.found', style: { 'underlay-shape': 'ellipse', 'underlay-color': c.warn, 'underlay-opacity': 0.5, 'underlay-padding': 8 } },
    { selector: 'node:selected', style: { 'border-width': 3, 'border-color': c.text, 'underlay-shape': 'ellipse', 'underlay-color': c.accent, 'underlay-opacity': 0.5, 'underlay-padding': 9, 'font-weight': 600, 'z-index': 3, 'label': 'data(label)', 'opacity': 1 } },
    { selector: '.concealed', style: { display: 'none' } },
  ];
}

function nodeElement(node, position) {
  return { group: 'nodes', data: { ...node, size: 20 }, position };
}

function placed(isLarge, ...asked) {
  const found = places(...asked);
  if (isLarge) {
    found.forEach((place, id) => found.set(id, { x: place.x * CLOSER, y: place.y * CLOSER }));
  }
  return found;
}

function edgeElement(edge) {
  return { group: 'edges', data: edge };
}

/** Draws a graph ({nodes, edges}) in the element, in one of the layouts; `center` is the id of the node it may turn around. */
export function draw(container, graph, { layout, center = null, onSelect, onOpen, onBackground = () => {} }) {
  const isLarge = graph.nodes.length > LARGE;
  const at = placed(isLarge, layout, graph.nodes, graph.edges, center);
  const elements = [...graph.nodes.map(node => nodeElement(node, at.get(node.id))), ...graph.edges.map(edgeElement)];
  const canvas = openCanvas(container, elements, { style: () => style(isLarge), isLarge, isFixed: false, largestFit: 0.85, above: 40, readable: 0.8, onSelect, onOpen });
  const { cy, fit } = canvas;
  const seen = () => cy.nodes().not('.concealed');
  const size = () => cy.batch(() => cy.nodes().forEach(node => {
    node.data('size', Math.min(60, 20 + 7 * Math.sqrt(node.degree(false))));
  }));
  size();
  cy.on('tap', event => {
    if (event.target === cy) {
      onBackground();
    }
  });

  return {
    ...canvas,
    /** Puts every node that is seen where the layout wants it. */
    arrange(name, middle) {
      const shown = seen();
      const found = placed(
        isLarge,
        name,
        shown.map(node => node.data()),
        cy.edges().map(edge => edge.data()).filter(({ source, target }) => shown.has(cy.getElementById(source)) && shown.has(cy.getElementById(target))),
        middle);
      const moves = shown.layout({ name: 'preset', positions: node => found.get(node.id()), animate: !isLarge && !isStill(), animationDuration: 220, fit: false });
      moves.one('layoutstop', fit);
      moves.run();
    },
    /** Adds nodes and edges that are not there yet, new nodes around the one with this id; how many nodes were new. */
    add({ nodes, edges }, id) {
      const origin = cy.getElementById(id);
      const extent = cy.extent();
      const middle = origin.nonempty() ? { ...origin.position() } : { x: (extent.x1 + extent.x2) / 2, y: (extent.y1 + extent.y2) / 2 };
      const free = freePlaces(middle, seen().map(node => node.position()));
      const fresh = nodes.filter(node => cy.getElementById(node.id).empty());
      cy.batch(() => {
        for (const node of fresh) {
          cy.add(nodeElement(node, node.id === id ? middle : free.next().value));
        }
        for (const edge of edges) {
          if ([edge.source, edge.target].every(end => cy.getElementById(end).nonempty()) && cy.getElementById(edge.id).empty()) {
            cy.add(edgeElement(edge));
          }
        }
      });
      size();
      return fresh.length;
    },
    /** Takes elements out of sight, or brings them back. */
    conceal(ids, isConcealed) {
      cy.batch(() => ids.forEach(id => {
        const element = cy.getElementById(id);
        element.toggleClass('concealed', isConcealed);
        if (isConcealed) {
          element.unselect();
        }
      }));
    },
    remove: id => cy.getElementById(id).remove(),
    /** Marks the nodes in which a text was found and dims the others; null marks nothing. */
    mark(ids) {
      cy.batch(() => {
        cy.elements('.found, .dim').removeClass('found dim');
        const found = ids === null ? cy.collection() : cy.nodes().filter(node => ids.has(node.id()));
        if (found.nonempty()) {
          cy.elements().difference(found).addClass('dim');
          found.addClass('found');
        }
      });
    },
    unselect() {
      cy.nodes(':selected').unselect();
      cy.edges('.near').removeClass('near');
    },
    /** The nearest node in a direction ({x, y}) from the chosen one; the one with most edges while none is chosen; or null. */
    towards(direction) {
      const chosen = cy.nodes(':selected');
      const shown = seen();
      if (chosen.empty()) {
        return shown.empty() ? null : shown.max(node => node.degree(false)).ele.id();
      }
      const from = chosen.position();
      let best = null;
      let least = Infinity;
      shown.difference(chosen).forEach(node => {
        const { x, y } = node.position();
        const along = (x - from.x) * direction.x + (y - from.y) * direction.y;
        const aside = Math.abs((x - from.x) * direction.y) + Math.abs((y - from.y) * direction.x);
        if (along > 1 && along + 2 * aside < least) {
          least = along + 2 * aside;
          best = node.id();
        }
      });
      return best;
    },
  };
}
