// The memory graph as two tables: what the picture shows, for keyboard and screen reader.
import { create } from './elements.js';

const AT_ONCE = 100;

function nodeLink(node, isChosen) {
  const link = create('a', 'node-link');
  link.href = `/ui/graph?node=${node.id}`;
  link.dataset.node = node.id;
  if (isChosen) {
    link.setAttribute('aria-current', 'true');
  }
  const mark = create('span', `type-mark mark-${node.mark}`);
  mark.setAttribute('aria-hidden', 'true');
  const name = document.createElement('bdi');
  name.textContent = node.label;
  link.append(mark, name);
  return link;
}

function isolated(text) {
  const name = document.createElement('bdi');
  name.textContent = text;
  return name;
}

function table(title, heads, rows) {
  const section = create('section', 'stack tight');
  const heading = create('h2', '', title);
  heading.append(' ', create('span', 'faint', rows.length.toLocaleString('en')));
  const scroll = create('div', 'table-scroll');
  const element = create('table', 'table graph-table');
  element.setAttribute('aria-label', title);
  const head = create('tr');
  heads.forEach(([text, className]) => {
    const cell = create('th', className, text);
    cell.scope = 'col';
    head.append(cell);
  });
  const body = document.createElement('tbody');
  element.append(document.createElement('thead'), body);
  element.tHead.append(head);
  scroll.append(element);
  section.append(heading, scroll);
  const more = create('button', 'button');
  more.type = 'button';
  let filled = 0;
  const fill = () => {
    body.append(...rows.slice(filled, filled + AT_ONCE).map(make => make()));
    filled = Math.min(rows.length, filled + AT_ONCE);
    more.textContent = `Show ${Math.min(AT_ONCE, rows.length - filled)} more of ${(rows.length - filled).toLocaleString('en')}`;
    if (filled === rows.length) {
      more.remove();
    }
  };
  fill();
  if (filled < rows.length) {
    more.addEventListener('click', () => {
      const last = body.lastElementChild;
      fill();
      last.nextElementSibling.querySelector('a')?.focus();
    });
    section.append(more);
  }
  return section;
}

function row(cells, isItem = false) {
  const element = document.createElement('tr');
  if (isItem) {
    element.dataset.item = '';
  }
  for (const [content, className] of cells) {
    const cell = create('td', className);
    cell.append(content);
    element.append(cell);
  }
  return element;
}

/** Puts the tables of the nodes and of the edges between them into `place`. */
export function showTables(place, nodes, edges, chosen) {
  const byId = new Map(nodes.map(node => [node.id, node]));
  const degrees = new Map();
  for (const { source, target } of edges) {
    degrees.set(source, (degrees.get(source) ?? 0) + 1);
    degrees.set(target, (degrees.get(target) ?? 0) + 1);
  }
  const focused = place.contains(document.activeElement) ? document.activeElement.dataset.node : null;
  if (!nodes.length) {
    place.replaceChildren(create('p', 'muted', 'No node passes the types chosen.'));
    return;
  }
  place.replaceChildren(
    table('Nodes', [['Node', ''], ['Type', ''], ['Edges', 'number']], nodes.map(node => () => row([
      [nodeLink(node, node.id === chosen), ''],
      [isolated(node.type), 'muted'],
      [(degrees.get(node.id) ?? 0).toLocaleString('en'), 'number'],
    ], true))),
    table('Edges', [['From', ''], ['Relation', ''], ['To', '']], edges.map(edge => () => row([
      [nodeLink(byId.get(edge.source), false), ''],
      [isolated(edge.relation), 'mono muted'],
      [nodeLink(byId.get(edge.target), false), ''],
    ]))));
  if (focused) {
    place.querySelector(`[data-node="${focused}"]`)?.focus();
  }
}
