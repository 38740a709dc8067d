// The controls around the picture of the memory graph: what is shown, how, and the ways back.

/** Makes the controls say what the state is. */
export function showControls(form, state) {
  form.elements.layout.value = state.layout;
  form.elements.limit.value = state.limit;
  for (const view of document.querySelectorAll('[name="view"]')) {
    view.checked = view.value === state.view;
  }
  for (const type of form.querySelectorAll('[name="type"]')) {
    type.checked = state.types.includes(type.value);
  }
  document.getElementById('picture').hidden = state.view === 'list';
  document.getElementById('tables').hidden = state.view !== 'list';
}

/** Starts them. `go` changes the state; `expandBy` gets how many steps an expansion goes. */
export function startControls(form, { go, choose, expandBy, forgetSearch, showHidden }) {
  form.addEventListener('submit', event => event.preventDefault());
  form.elements.q.addEventListener('input', () => {
    if (!form.elements.q.value.trim()) {
      forgetSearch();
    }
  });
  // Some of the form's controls stand outside of it.
  document.addEventListener('change', event => {
    const { name, value, form: owner } = event.target;
    if (owner !== form) {
      return;
    }
    if (name === 'type') {
      go({ types: [...form.querySelectorAll('[name="type"]:checked')].map(type => type.value), around: '', depth: '' });
    } else if (name === 'depth') {
      expandBy(value);
    } else if (['layout', 'limit', 'view'].includes(name)) {
      go({ [name]: value });
    }
  });
  document.getElementById('tables').addEventListener('click', event => {
    const link = event.target.closest('[data-node]');
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      choose(link.dataset.node);
    }
  });
  document.getElementById('show-newest').addEventListener('click', () => go({ around: '', depth: '' }));
  document.getElementById('show-hidden').addEventListener('click', showHidden);
}
