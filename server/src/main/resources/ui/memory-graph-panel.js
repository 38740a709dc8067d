// The panel beside the picture: all about the chosen node, and what can be done to it.
import { showAges } from './ages.js';
import { deleteLater } from './delayed-deletion.js';

/** Hides or shows the row of an edge; a group without a row is hidden too. */
function showRow(row, isShown) {
  row.hidden = !isShown;
  const group = row.closest('.edge-group');
  group.hidden = !group.querySelector('li:not([hidden])');
}

/** Starts the panel in `place`. `actions` do what its buttons and links say. */
export function startPanel(place, actions) {
  let current = '';
  const shown = () => place.querySelector('[data-panel-of]')?.dataset.panelOf ?? '';
  const label = () => place.querySelector('[data-panel-of]').dataset.label;

  const remove = (id, byKeyboard) => deleteLater({
    path: `/v1/graph/nodes/${id}`,
    what: 'the node and its edges',
    byKeyboard,
    hide: () => actions.leave(id),
    keep: () => actions.stay(id),
    gone: () => actions.forget(id),
  });
  const removeEdge = (id, row, byKeyboard) => deleteLater({
    path: `/v1/graph/edges/${id}`,
    what: 'the edge',
    byKeyboard,
    hide() {
      showRow(row, false);
      actions.leave(id);
    },
    keep() {
      showRow(row, true);
      actions.stay(id);
    },
    gone() {
      actions.forget(id);
      if (current) {
        show(current);
      }
    },
  });

  place.addEventListener('click', event => {
    const button = event.target.closest('[data-action], [data-delete-edge]');
    const link = event.target.closest('[data-node]');
    const id = shown();
    if (button?.dataset.deleteEdge) {
      removeEdge(button.dataset.deleteEdge, button.closest('li'), event.detail === 0);
    } else if (button) {
      ({
        expand: () => actions.expand(id),
        hide: () => actions.hide(id),
        around: () => actions.around(id),
        connect: () => actions.connect({ id, label: label() }),
        delete: () => remove(id, event.detail === 0),
      })[button.dataset.action]();
    } else if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      const byKeyboard = event.detail === 0;
      actions.choose(link.dataset.node);
      place.dataset.focusNext = String(byKeyboard);
    }
  });

  const clear = () => {
    current = '';
    place.replaceChildren(document.getElementById('hint-template').content.cloneNode(true));
  };
  clear();

  async function show(id) {
    current = id;
    place.replaceChildren(document.getElementById('skeleton-template').content.cloneNode(true));
    await window.htmx.ajax('GET', `/ui/graph/nodes/${id}`, { source: place, target: place, swap: 'innerHTML' });
    if (current !== id) {
      return;
    }
    showAges(place);
    // Who followed a neighbour's link by keyboard would have lost the place.
    if (place.dataset.focusNext === 'true') {
      place.querySelector('#node-title')?.focus();
    }
    delete place.dataset.focusNext;
  }

  return { shown, clear, show };
}
