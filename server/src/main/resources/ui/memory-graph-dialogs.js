// The dialogs that create a node and connect two.
import { ApiFailure, call } from './api.js';
import { parsedObject } from './json-object.js';
import { startNodeChoice } from './node-choice.js';
import { toast } from './toast.js';

/** Runs `send` with the form's button at rest and its problem cleared; a failure is said in the form, and gives null. */
async function sent(form, send) {
  const submit = form.querySelector('[type="submit"]');
  refuse(form, '');
  submit.disabled = true;
  try {
    return (await send()).json;
  } catch (failure) {
    if (!(failure instanceof ApiFailure)) {
      throw failure;
    }
    refuse(form, failure.message);
    return null;
  } finally {
    submit.disabled = false;
  }
}

/** Says what is wrong, with the focus on the field that it is about; an empty sentence says nothing. */
function refuse(form, sentence, field = null) {
  const text = form.querySelector('.failure-text');
  text.textContent = sentence;
  text.hidden = !sentence;
  form.querySelectorAll('[aria-invalid]').forEach(one => one.removeAttribute('aria-invalid'));
  if (field) {
    field.setAttribute('aria-invalid', 'true');
    field.focus();
  }
}

/** The buttons with `data-create`; `created` gets the node as it is stored. */
export function startCreating(created) {
  const dialog = document.getElementById('create-dialog');
  const form = document.getElementById('create-form');
  // The same key for each attempt: an answer that got lost does not create the node twice.
  let key = '';
  document.addEventListener('click', event => {
    if (event.target.closest('[data-create]')) {
      form.reset();
      refuse(form, '');
      key = crypto.randomUUID();
      dialog.showModal();
    }
  });
  form.addEventListener('input', () => {
    key = crypto.randomUUID();
  });
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const { label, type, properties } = form.elements;
    const { value, problem } = parsedObject(properties.value.trim() || '{}', 'Properties are');
    if (problem) {
      refuse(form, problem, properties);
      return;
    }
    const body = { label: label.value.trim() || null, type: type.value.trim() || null, properties: value };
    const node = await sent(form, () => call('POST', '/v1/graph/nodes', body, { headers: { 'Idempotency-Key': key } }));
    if (node) {
      dialog.close();
      toast('Created.', { seconds: 3 });
      created(node);
    }
  });
}

/**
 * The dialog of an edge, and picking its ends outside of it. `chosen` gives the chosen node or null; `connected` gets the ids of
 * the ends. `open` opens it with an edge's source; `pick` gives whether the node was taken as an end.
 */
export function startConnecting({ chosen, connected }) {
  const dialog = document.getElementById('connect-dialog');
  const form = document.getElementById('connect-form');
  const banner = document.getElementById('picking');
  let key = '';
  let picking = '';
  const field = end => form.querySelector(`[data-end="${end}"] input`);
  const put = (end, node) => {
    field(end).value = node.label;
    field(end).dataset.id = node.id;
    key = crypto.randomUUID();
  };
  const endPicking = () => {
    picking = '';
    banner.hidden = true;
    document.getElementById('canvas').classList.remove('is-picking');
  };
  const show = end => {
    refuse(form, '');
    dialog.showModal();
    field(end).focus();
  };
  const open = source => {
    endPicking();
    form.reset();
    for (const end of ['source', 'target']) {
      delete field(end).dataset.id;
      form.querySelector(`[data-end="${end}"] .choice`).replaceChildren();
    }
    key = crypto.randomUUID();
    if (source) {
      put('source', source);
    }
    show(source ? 'target' : 'source');
  };

  for (const end of ['source', 'target']) {
    startNodeChoice(form.querySelector(`[data-end="${end}"]`), {
      onChoose(node) {
        put(end, node);
        (end === 'source' ? form.elements.relation : form.querySelector('[type="submit"]')).focus();
      },
    });
    field(end).addEventListener('input', () => delete field(end).dataset.id);
  }
  form.elements.relation.addEventListener('input', () => {
    key = crypto.randomUUID();
  });
  document.addEventListener('click', event => {
    const pick = event.target.closest('[data-pick]');
    if (event.target.closest('[data-connect]')) {
      open(chosen());
    } else if (event.target.closest('[data-picking-end]')) {
      const end = picking;
      endPicking();
      show(end);
    } else if (pick) {
      picking = pick.dataset.pick;
      dialog.close();
      document.getElementById('picking-words').textContent = `Press the node that the edge ${picking === 'source' ? 'comes from' : 'leads to'}, in the picture or the list.`;
      banner.hidden = false;
      document.getElementById('canvas').classList.add('is-picking');
      banner.querySelector('button').focus();
    }
  });
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && picking && !document.querySelector('dialog[open]')) {
      event.stopPropagation();
      const end = picking;
      endPicking();
      show(end);
    }
  }, { capture: true });
  form.addEventListener('submit', async event => {
    event.preventDefault();
    for (const end of ['source', 'target']) {
      if (!field(end).dataset.id) {
        refuse(form, `Choose the node that the edge ${end === 'source' ? 'comes from' : 'leads to'}: search for it and take one of those found, or pick it.`, field(end));
        return;
      }
    }
    const [source, target] = [field('source').dataset.id, field('target').dataset.id];
    const relation = form.elements.relation.value.trim();
    const body = { source, target, ...(relation ? { relation } : {}) };
    const edge = await sent(form, () => call('POST', '/v1/graph/edges', body, { headers: { 'Idempotency-Key': key } }));
    if (edge) {
      dialog.close();
      toast('Connected.', { seconds: 3 });
      connected(source, target);
    }
  });

  return {
    open,
    pick(node) {
      if (!picking) {
        return false;
      }
      const end = picking;
      endPicking();
      put(end, node);
      // The source is known by now; what may still be missing is where the edge leads.
      show('target');
      return true;
    },
  };
}
