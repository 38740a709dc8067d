// What the page of the memory graph shows, as its address says.

const DEFAULTS = { limit: '500', layout: 'force', view: 'picture', q: '', depth: '', node: '', around: '' };

/** {types, limit, layout, view, q, node, depth, around}; `depth` is empty unless the node is expanded by so many steps. */
export function readAddress() {
  const query = new URLSearchParams(location.search);
  const found = { types: query.getAll('type').filter(type => type) };
  for (const [name, otherwise] of Object.entries(DEFAULTS)) {
    found[name] = query.get(name) || otherwise;
  }
  return found;
}

/** The address of a state, without what is so anyway. */
export function addressOf(state) {
  const query = new URLSearchParams();
  state.types.forEach(type => query.append('type', type));
  for (const [name, otherwise] of Object.entries(DEFAULTS)) {
    if (state[name] !== otherwise) {
      query.set(name, state[name]);
    }
  }
  const text = query.toString();
  return location.pathname + (text ? `?${text}` : '');
}

/** Puts the state into the address; as a step that back undoes unless it only goes on with the last one. */
export function writeAddress(state, { isStep = true } = {}) {
  const address = addressOf(state);
  if (address !== location.pathname + location.search) {
    history[isStep ? 'pushState' : 'replaceState'](null, '', address);
  }
}
