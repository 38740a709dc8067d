// The page of the memory graph: what is loaded, what is chosen, and what follows from it. Its address says both.
import { ApiFailure } from './api.js';
import { startEventActions } from './event-actions.js';
import { showFailure } from './failure.js';
import { startZoomButtons } from './graph-canvas.js';
import { startMinimap } from './graph-minimap.js';
import { readAddress, writeAddress } from './memory-graph-address.js';
import { draw } from './memory-graph-canvas.js';
import { showControls, startControls } from './memory-graph-controls.js';
import { startConnecting, startCreating } from './memory-graph-dialogs.js';
import { startCanvasKeys } from './memory-graph-keys.js';
import { showTables } from './memory-graph-list.js';
import { Loaded, loadAround, loadNewest } from './memory-graph-loaded.js';
import { startPanel } from './memory-graph-panel.js';
import { startNodeChoice } from './node-choice.js';
import { toast } from './toast.js';

const MARKS = Array.from({ length: 9 }, (_, mark) => `mark-${mark}`);

const form = document.getElementById('graph-form');
const place = document.getElementById('graph');
const problem = document.getElementById('graph-problem');
const shown = document.getElementById('shown');

let state = readAddress();
let drawing = null;
let hasMap = false;
const loaded = new Loaded();
/** The number of the last load; an answer to an older one comes too late. */
let loads = 0;
let expandBy = Number(state.depth) || 1;

/** What `work` gives, or null after its failure has been said with a way to try again. */
async function attempt(what, work, again) {
  try {
    return await work();
  } catch (failure) {
    if (!(failure instanceof ApiFailure)) {
      throw failure;
    }
    toast(`${what} ${failure.message}`, { tone: 'bad', seconds: 12, action: { label: 'Try again', run: again } });
    return null;
  }
}

/** What is around a node, and how it is joined to what is there. */
const around = (id, depth) => loadAround(id, depth, Number(state.limit), [...loaded.nodes.keys()]);

function say() {
  shown.textContent = loaded.words(state.around);
  document.getElementById('show-newest').hidden = !state.around;
  const hidden = loaded.hidden().length;
  const button = document.getElementById('show-hidden');
  button.hidden = !hidden;
  button.textContent = `Show ${hidden} hidden`;
}

function renew() {
  say();
  if (state.view === 'list') {
    showTables(document.getElementById('tables'), loaded.seenNodes(), loaded.seenEdges(), state.node);
  }
}

/** Not before it has a size: in the list and on small screens there is none. */
function startMap() {
  const map = document.getElementById('minimap');
  if (!hasMap && map.clientWidth) {
    hasMap = true;
    startMinimap(map, drawing.cy, node => `mark-${node.mark}`, MARKS);
  }
}

/** Loads what the address asks for and draws it. */
async function load() {
  const load = ++loads;
  delete place.dataset.ready;
  place.setAttribute('aria-busy', 'true');
  shown.textContent = 'Loading the graph…';
  let picture;
  try {
    picture = state.around
      ? await loadAround(state.around, Number(state.depth) || 1, Number(state.limit))
      : await loadNewest(state.types, state.limit);
  } catch (failure) {
    if (!(failure instanceof ApiFailure)) {
      throw failure;
    }
    if (load === loads) {
      shown.textContent = 'Not loaded.';
      place.removeAttribute('aria-busy');
      showFailure(problem, failure.status, failure.message, () => void loadAgain());
      if (state.around && failure.status === 404) {
        document.getElementById('show-newest').hidden = false;
      }
    }
    return;
  }
  if (load !== loads) {
    return;
  }
  problem.replaceChildren();
  loaded.replace(picture);
  drawing?.cy.destroy();
  drawing = draw(document.getElementById('canvas'), picture, {
    layout: state.layout,
    center: state.around || state.node || null,
    onSelect: node => node.id === state.node || choose(node.id),
    onOpen: node => expand(node.id),
    onBackground: () => state.node && choose(''),
  });
  drawing.conceal([...loaded.concealed.keys()], true);
  hasMap = false;
  startMap();
  place.removeAttribute('aria-busy');
  renew();
  if (state.node) {
    await showChosen(Boolean(state.depth) && !state.around);
  } else {
    panel.clear();
  }
  if (load === loads) {
    place.dataset.ready = '';
  }
}

function loadAgain() {
  problem.replaceChildren();
  return load();
}

/** Takes what was loaded around a node into the picture; how many nodes were new. */
function add(picture, id) {
  loaded.add(picture);
  const fresh = drawing.add(picture, id);
  renew();
  return fresh;
}

/** Shows the node of the address, which is loaded when it is not in the picture, and expanded when it was. */
async function showChosen(isExpanded) {
  const id = state.node;
  if (!drawing) {
    // The picture itself could not be loaded; it shows the node when it is there.
    await load();
    return;
  }
  if (!loaded.nodes.has(id) || isExpanded) {
    const found = await attempt('Not loaded.', () => around(id, Number(state.depth) || 1), () => void showChosen(isExpanded));
    if (found === null) {
      panel.clear();
      return;
    }
    add(found, id);
  }
  if (state.node === id) {
    reveal([id]);
    drawing.select(id, document.getElementById('canvas').clientWidth > 0);
    renew();
    panel.show(id);
  }
}

/** Makes a node the chosen one, or none with an empty id; while an end of an edge is picked, it is that end. */
function choose(id, { isStep = true } = {}) {
  if (id && connecting.pick({ id, label: loaded.nodes.get(id)?.label ?? id })) {
    // What was pressed is an end of an edge; the chosen node stays the chosen one.
    if (state.node) {
      drawing?.select(state.node, false);
    } else {
      drawing?.unselect();
    }
    return;
  }
  state = { ...state, node: id, depth: state.around ? state.depth : '' };
  writeAddress(state, { isStep });
  if (id) {
    void showChosen(false);
  } else {
    drawing?.unselect();
    panel.clear();
    renew();
  }
}

/** Loads what is around a node into the picture; what is there stays where it is. */
async function expand(id) {
  const found = await attempt('Not expanded.', () => around(id, expandBy), () => void expand(id));
  if (found === null) {
    return;
  }
  const fresh = add(found, id);
  state = { ...state, node: id, depth: state.around ? state.depth : String(expandBy) };
  writeAddress(state);
  drawing.select(id, false);
  if (fresh) {
    drawing.fit();
  }
  if (panel.shown() !== id) {
    panel.show(id);
  }
  const cut = found.stored > found.nodes.length ? ` ${found.stored.toLocaleString('en')} can be reached; the nearest are shown.` : '';
  toast((fresh ? `${fresh} ${fresh === 1 ? 'node' : 'nodes'} added.` : 'Everything around it is in the picture already.') + cut, { seconds: 3 });
}

function conceal(ids, reason) {
  ids.forEach(id => loaded.conceal(id, reason));
  drawing.conceal(ids, true);
  if (ids.includes(state.node)) {
    choose('');
  } else {
    renew();
  }
}

function reveal(ids) {
  drawing.conceal(loaded.reveal(ids), false);
  renew();
}

/** Forgets what has been deleted. */
function forget(id) {
  loaded.forget(id);
  drawing.remove(id);
  if (!loaded.stored && !state.types.length) {
    location.assign('/ui/graph');
    return;
  }
  renew();
  renewTypes();
}

/** The types and their counts as they are now. */
async function renewTypes() {
  const query = new URLSearchParams(state.types.map(type => ['type', type]));
  await window.htmx.ajax('GET', `/ui/graph/types?${query}`, { source: '#types', target: '#types', swap: 'innerHTML' });
}

function go(change) {
  const before = state;
  state = { ...state, ...change };
  writeAddress(state);
  show(before);
}

/** Makes the page what the state says; `before` is what it was. */
function show(before) {
  showControls(form, state);
  const isElsewhere = before.around !== state.around || (state.around && before.depth !== state.depth);
  if (isElsewhere || before.limit !== state.limit || String(before.types) !== String(state.types)) {
    void load();
    return;
  }
  if (!drawing) {
    return;
  }
  if (before.view !== state.view && state.view === 'picture') {
    drawing.cy.resize();
    drawing.fit();
    startMap();
  }
  if (before.layout !== state.layout) {
    drawing.arrange(state.layout, state.node || state.around || null);
  }
  if (before.node !== state.node) {
    if (state.node) {
      void showChosen(Boolean(state.depth) && !state.around);
    } else {
      drawing.unselect();
      panel.clear();
    }
  }
  renew();
}

const panel = startPanel(document.getElementById('selected'), {
  choose,
  expand,
  hide: id => conceal([id], 'hidden'),
  around: id => go({ around: id, node: id, depth: String(expandBy) }),
  connect: node => connecting.open(node),
  leave: id => conceal([id], 'leaving'),
  stay: id => reveal([id]),
  forget,
});
const connecting = startConnecting({
  chosen: () => loaded.nodes.get(state.node) ?? null,
  async connected(source, target) {
    renewTypes();
    if (!drawing) {
      await load();
      return;
    }
    const found = await attempt('Connected, but not shown.', () => around(source, 1), () => void load());
    if (found !== null) {
      const nodes = found.nodes.filter(node => [source, target].includes(node.id));
      add({ nodes, edges: found.edges }, source);
      if (state.node) {
        panel.show(state.node);
        drawing.select(state.node, false);
      }
    }
  },
});
startCreating(node => {
  renewTypes();
  loaded.stored++;
  choose(node.id);
});
startNodeChoice(document.getElementById('node-search'), {
  onChoose: node => connecting.pick(node) || choose(node.id),
  onFound(ids) {
    state = { ...state, q: form.elements.q.value.trim() };
    writeAddress(state, { isStep: false });
    drawing?.mark(ids === null ? null : new Set(ids));
  },
});
startCanvasKeys(document.getElementById('canvas'), {
  drawing: () => drawing,
  nodeOf: id => loaded.nodes.get(id),
  chosen: () => state.node,
  choose,
  expand,
});
startZoomButtons(document.querySelector('.graph-tools'), () => drawing);
startEventActions();

startControls(form, {
  go,
  choose,
  expandBy(steps) {
    expandBy = Number(steps);
    if (state.around) {
      go({ depth: steps });
    }
  },
  forgetSearch() {
    state = { ...state, q: '' };
    writeAddress(state, { isStep: false });
    drawing?.mark(null);
  },
  showHidden: () => reveal(loaded.hidden()),
});
window.addEventListener('popstate', () => {
  const before = state;
  state = readAddress();
  form.elements.q.value = state.q;
  show(before);
});

void load();
if (state.q) {
  window.htmx.ajax('GET', `/ui/graph/nodes?${new URLSearchParams({ q: state.q })}`, { source: form.elements.q, target: '#matches', swap: 'innerHTML' });
}
