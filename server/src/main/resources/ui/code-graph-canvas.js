// The drawing of a graph of code: columns by distance from the symbol in the middle, colours of the theme.
import { LARGE, openCanvas, themeColours } from './graph-canvas.js';

/** With more edges than these, only those of the chosen symbol are drawn: all of them would be a grey cloud, and slow. */
const MANY_EDGES = 1500;

/** Distances of a picture: across between two distances and between folds of one, down, and how many rows a fold has. */
const ROOMY = { across: 300, fold: 270, down: 44 };
const DENSE = { across: 110, fold: 64, down: 24 };

function style(large, many) {
  const c = themeColours();
  return [
    {
      selector: 'node',
      style: {
        'shape': large ? 'ellipse' : 'round-rectangle',
        'width': large ? 12 : 'data(width)',
        'height': large ? 12 : 28,
        'background-color': large ? c.muted : c.raised,
        'border-color': c['line-strong'],
        'border-width': large ? 0 : 1,
        ...(large ? {} : { 'label': 'data(label)', 'text-wrap': 'ellipsis', 'text-max-width': 226 }),
        'color': c.text,
        'font-family': c.mono,
        'font-size': large ? 5 : 12,
        'text-valign': large ? 'bottom' : 'center',
        'text-margin-y': large ? 1 : 0,
      },
    },
    { selector: 'node.named', style: { label: 'data(label)' } },
    { selector: 'node[?test]', style: large ? { 'background-color': c.warn } : { 'border-style': 'dashed', 'border-color': c.warn } },
    { selector: 'node[?center]', style: { 'background-color': c.accent, 'border-color': c.accent, 'color': large ? c.text : c['on-accent'], 'font-weight': 600, 'z-index': 3, ...(large ? { width: 36, height: 36 } : {}) } },
    { selector: 'node:selected', style: { 'border-width': 2, 'border-color': c.accent, 'overlay-opacity': 0 } },
    {
      selector: 'edge',
      style: {
        'curve-style': large ? 'haystack' : 'bezier',
        'width': large ? 1 : 1.4,
        'line-color': c['line-strong'],
        'line-opacity': large ? 0.14 : 0.75,
        'target-arrow-shape': large ? 'none' : 'triangle',
        'target-arrow-color': c['line-strong'],
        'arrow-scale': 0.8,
        'display': many ? 'none' : 'element',
      },
    },
    ...(large ? [] : [{ selector: 'edge[kind != "calls"]', style: { 'line-style': 'dashed' } }]),
    { selector: 'edge.near', style: { 'line-color': c.accent, 'target-arrow-color': c.accent, 'line-opacity': 1, 'z-index': 2, 'display': 'element', 'width': large ? 4 : 2 } },
  ];
}

/** Places in columns by distance; a long column is folded into several side by side. */
export function places(nodes) {
  const columns = new Map();
  for (const node of nodes) {
    if (!columns.has(node.distance)) {
      columns.set(node.distance, []);
    }
    columns.get(node.distance).push(node);
  }
  const room = nodes.length > LARGE ? DENSE : ROOMY;
  const rows = Math.max(24, Math.ceil(Math.sqrt(nodes.length * 2)));
  const found = new Map();
  const lay = (distance, x, towards) => {
    const column = columns.get(distance) ?? [];
    const folds = Math.max(1, Math.ceil(column.length / rows));
    const perFold = Math.ceil(column.length / folds);
    column.forEach((node, at) => {
      const fold = Math.floor(at / perFold);
      const inFold = Math.min(perFold, column.length - fold * perFold);
      found.set(node.id, { x: x + towards * fold * room.fold, y: (at % perFold - (inFold - 1) / 2) * room.down });
    });
    return x + towards * (folds - 1) * room.fold;
  };
  lay(0, 0, 1);
  const distances = [...columns.keys()];
  let x = 0;
  for (const distance of distances.filter(one => one < 0).sort((one, other) => other - one)) {
    x = lay(distance, x - room.across, -1);
  }
  x = 0;
  for (const distance of distances.filter(one => one > 0).sort((one, other) => one - other)) {
    x = lay(distance, x + room.across, 1);
  }
  return found;
}

function nodeElement(node, center, position) {
  return {
    group: 'nodes',
    data: { ...node, center: node.id === center, width: Math.min(240, 24 + 7.4 * node.label.length) },
    position,
  };
}

function edgeElement(edge) {
  return { group: 'edges', data: { ...edge, id: `${edge.source} ${edge.target} ${edge.kind}` } };
}

/** Draws a graph ({nodes, edges}) in the element. `onSelect` gets the data of a node, `onOpen` that of one pressed twice. */
export function draw(container, graph, { center, onSelect = () => {}, onOpen = () => {} }) {
  const large = graph.nodes.length > LARGE;
  const many = graph.edges.length > MANY_EDGES;
  const at = places(graph.nodes);
  const elements = [...graph.nodes.map(node => nodeElement(node, center, at.get(node.id))), ...graph.edges.map(edgeElement)];
  const canvas = openCanvas(container, elements, { style: () => style(large, many), isLarge: large, onSelect, onOpen });
  const { cy, fit } = canvas;

  return {
    ...canvas,
    /** Whether only the edges of the chosen symbol are drawn. */
    isSparse: many,
    /** Adds what is around a node, beside it; the data of nodes that are new. */
    add(around, id) {
      const room = large ? DENSE : ROOMY;
      const middle = cy.getElementById(id).position();
      const fresh = around.nodes.filter(node => cy.getElementById(node.id).empty());
      const nearby = places([...fresh, { id, distance: 0 }]);
      const taken = new Set(cy.nodes().map(node => `${Math.round(node.position('x') / room.across)} ${Math.round(node.position('y') / room.down)}`));
      cy.batch(() => {
        for (const node of fresh) {
          const offset = nearby.get(node.id);
          const position = { x: middle.x + offset.x, y: middle.y + offset.y };
          const key = () => `${Math.round(position.x / room.across)} ${Math.round(position.y / room.down)}`;
          while (taken.has(key())) {
            position.y += room.down;
          }
          taken.add(key());
          cy.add(nodeElement({ ...node, distance: cy.getElementById(id).data('distance') + node.distance }, center, position));
        }
        for (const edge of around.edges) {
          const element = edgeElement(edge);
          if (cy.getElementById(element.data.id).empty()) {
            cy.add(element);
          }
        }
      });
      fit();
      return fresh;
    },
  };
}
