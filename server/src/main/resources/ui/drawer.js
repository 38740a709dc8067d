// The panel at the side: `<a data-drawer="/ui/events/…">` opens it with what that address gives.
import { showAges } from './ages.js';

const drawer = () => document.getElementById('drawer');

/** Opens the drawer with a fragment. `state` ({name, value}) goes into the page's address, so that a link leads here. */
export async function openDrawer(address, state = null) {
  const body = document.getElementById('drawer-body');
  body.replaceChildren(document.getElementById('skeleton-template').content.cloneNode(true));
  if (!drawer().open) {
    drawer().showModal();
  }
  if (state) {
    putInAddress(state.name, state.value);
    drawer().dataset.stateName = state.name;
  }
  drawer().dataset.address = address;
  await window.htmx.ajax('GET', address, { source: body, target: body, swap: 'innerHTML' });
  showAges(body);
  // Not on the first button, which deletes.
  document.getElementById('drawer-title')?.focus();
}

export function closeDrawer() {
  drawer().close();
}

/** Loads again what the drawer shows. */
export function refreshDrawer() {
  if (drawer().open) {
    openDrawer(drawer().dataset.address);
  }
}

function putInAddress(name, value) {
  const address = new URL(location.href);
  if (value === null) {
    address.searchParams.delete(name);
  } else {
    address.searchParams.set(name, value);
  }
  history.replaceState(history.state, '', address);
}

export function startDrawer() {
  document.addEventListener('click', event => {
    const link = event.target.closest('[data-drawer]');
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      openDrawer(link.dataset.drawer, { name: 'event', value: link.dataset.drawerState ?? null });
    }
  });
  drawer().addEventListener('click', event => {
    if (event.target === drawer()) {
      closeDrawer();
    }
  });
  drawer().addEventListener('close', () => {
    putInAddress(drawer().dataset.stateName ?? 'event', null);
    document.getElementById('drawer-body').replaceChildren();
  });
  const first = document.querySelector('[data-open-drawer]');
  if (first) {
    openDrawer(first.dataset.openDrawer, { name: 'event', value: first.dataset.drawerState });
  }
}
