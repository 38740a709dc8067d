// The page of the graph: what is drawn, what is chosen, and the list that says the same in words.
import { ApiFailure, call } from './api.js';
import { draw } from './code-graph-canvas.js';
import { create, link } from './elements.js';
import { showFailure } from './failure.js';
import { startZoomButtons } from './graph-canvas.js';
import { toast } from './toast.js';

const MAX_LISTED = 300;

const place = document.getElementById('graph');
const message = document.getElementById('graph-message');
const listed = document.getElementById('listed');
const selected = document.getElementById('selected');
let drawing = null;
let nodes = [];

async function data(symbol, view, to) {
  const query = new URLSearchParams({ symbol, view, ...(to ? { to } : {}) });
  return (await call('GET', `/ui/code/graph/data?${query}`)).json;
}

function distanceWords(node) {
  if (node.id === place.dataset.symbol) {
    return 'chosen';
  }
  if (place.dataset.view === 'path') {
    return `step ${node.distance}`;
  }
  if (place.dataset.view === 'impact') {
    return `distance ${-node.distance}`;
  }
  return node.distance < 0 ? 'caller' : 'callee';
}

function list() {
  document.getElementById('listed-count').textContent = nodes.length.toLocaleString('en');
  listed.replaceChildren(...nodes.slice(0, MAX_LISTED).map(node => {
    const button = create('button', '', '');
    button.type = 'button';
    button.dataset.node = node.id;
    button.setAttribute('aria-pressed', 'false');
    button.append(create('span', 'listed-name', node.label), create('span', 'faint', `${distanceWords(node)} · ${node.kind}${node.test ? ' · test' : ''}`));
    const entry = create('li', '', '');
    entry.dataset.item = '';
    entry.append(button);
    return entry;
  }));
  if (nodes.length > MAX_LISTED) {
    listed.append(create('li', 'faint', `${(nodes.length - MAX_LISTED).toLocaleString('en')} more in the picture`));
  }
}

function show(node) {
  for (const button of listed.querySelectorAll('button')) {
    button.setAttribute('aria-pressed', String(button.dataset.node === node.id));
  }
  const title = create('h2', 'mono', '');
  title.append(Object.assign(document.createElement('bdi'), { textContent: node.name }));
  const kinds = create('p', 'row wrap', '');
  kinds.append(create('span', 'chip', node.kind));
  if (node.test) {
    kinds.append(create('span', 'chip accent', 'test'));
  }
  const file = create('p', 'source-place mono', '');
  file.append(Object.assign(document.createElement('bdi'), { textContent: `${node.path}:${node.line}` }));
  const actions = create('p', 'row wrap', '');
  const expand = create('button', 'button primary', 'Expand');
  expand.type = 'button';
  expand.addEventListener('click', () => expandNode(node, expand));
  if (node.id !== place.dataset.symbol || place.dataset.view !== 'around') {
    actions.append(expand);
  }
  actions.append(link('button', 'Source', `/ui/code/symbol/${node.id}`));
  if (node.id !== place.dataset.symbol) {
    actions.append(
      link('button', 'Around it', `/ui/code/graph?symbol=${node.id}`),
      link('button', 'Path to it', `/ui/code/graph?symbol=${place.dataset.symbol}&view=path&to=${node.id}`));
  }
  actions.append(link('button', 'Impact', `/ui/code/graph?symbol=${node.id}&view=impact`));
  selected.replaceChildren(title, kinds, file, actions);
}

async function expandNode(node, button) {
  button.disabled = true;
  try {
    const around = await data(node.id, 'around');
    const fresh = drawing.add(around, node.id);
    nodes = [...nodes, ...fresh.map(one => ({ ...one, distance: node.distance + one.distance }))];
    list();
    drawing.select(node.id, false);
    selected.querySelector('button')?.focus();
    toast(fresh.length ? `${fresh.length} ${fresh.length === 1 ? 'symbol' : 'symbols'} added.` : 'Everything around it is in the picture already.', { seconds: 3 });
  } catch (failure) {
    if (!(failure instanceof ApiFailure)) {
      throw failure;
    }
    toast(`Not expanded. ${failure.message}`, { tone: 'bad', seconds: 12 });
  } finally {
    button.disabled = false;
  }
}

async function load() {
  let graph;
  try {
    graph = await data(place.dataset.symbol, place.dataset.view, place.dataset.to);
  } catch (failure) {
    if (!(failure instanceof ApiFailure)) {
      throw failure;
    }
    showFailure(message, failure.status, failure.message, () => {
      message.replaceChildren();
      load();
    });
    return;
  }
  nodes = graph.nodes;
  const completeness = document.getElementById('completeness');
  completeness.dataset.state = graph.exact ? 'good' : 'warn';
  completeness.lastElementChild.textContent = graph.words;
  if (!nodes.length) {
    message.replaceChildren(create('p', 'failure', 'No path leads from the one to the other within 12 steps.'));
    return;
  }
  drawing = draw(document.getElementById('canvas'), graph, { center: place.dataset.symbol, onSelect: show, onOpen: node => expandNode(node, { disabled: false }) });
  document.getElementById('sparse').hidden = !drawing.isSparse;
  list();
  drawing.select(place.dataset.symbol, false);
  if (nodes.length === 1) {
    message.replaceChildren(create('p', 'notice', place.dataset.view === 'impact' ? 'Nothing that is known depends on it.' : 'Nothing that is known calls it, and it calls nothing.'));
  }
  place.dataset.ready = '';
}

listed.addEventListener('click', event => {
  const button = event.target.closest('[data-node]');
  if (button) {
    drawing.select(button.dataset.node);
  }
});
startZoomButtons(document.querySelector('.graph-tools'), () => drawing);

load();
