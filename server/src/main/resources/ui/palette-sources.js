// What the palette finds beside pages.
import { call } from './api.js';
import { addSource } from './palette.js';

const TEXT_FIELDS = ['text', 'body', 'message', 'content', 'title'];

function textOf(content) {
  const field = TEXT_FIELDS.find(name => typeof content[name] === 'string' && content[name].trim());
  return (field ? content[field] : JSON.stringify(content)).slice(0, 120);
}

async function events(text, signal) {
  if (text.length < 2) {
    return [];
  }
  const answer = await call('POST', '/v1/search/', { query: text, mode: 'hybrid', limit: 6, include_embedding: false }, { signal });
  return answer.json.events.map(event => ({
    title: textOf(event.content),
    hint: event.metadata.project ?? event.timestamp.slice(0, 10),
    address: `/ui/?event=${event.id}`,
  }));
}

/** Only where the page that shows a symbol exists: its address stands in the document. */
function symbols(page) {
  return async (text, signal) => {
    if (text.length < 2) {
      return [];
    }
    const answer = await call('GET', `/v1/code/symbols?name=${encodeURIComponent(text)}&limit=6`, undefined, { signal });
    return (answer.json.symbols ?? []).map(symbol => ({
      title: symbol.qualified_name ?? symbol.name,
      hint: symbol.kind,
      address: page + symbol.id,
    }));
  };
}

export function addSources() {
  addSource('Events', events);
  const page = document.body.dataset.symbolPage;
  if (page) {
    addSource('Symbols', symbols(page));
  }
}
