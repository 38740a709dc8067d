// Sends a folder's source files in batches; the server says per file what could not be indexed.
import { ApiFailure, call } from './api.js';
import { showFailure } from './failure.js';

const MAX_FILE = 1_000_000;
const MAX_BATCH_FILES = 40;
const MAX_BATCH_BYTES = 1_500_000;
const MAX_SHOWN_PROBLEMS = 200;

const DIRECTORIES = /^(node_modules|bower_components|target|build|dist|out|vendor|__pycache__|venv|coverage)$/;
const SECRETS = /^(\.env(\..*)?|\.npmrc|\.netrc|\.pgpass|id_(rsa|dsa|ecdsa|ed25519).*|.*\.(pem|key|p12|pfx|jks|keystore))$/i;
const LOCKS = /^(package-lock\.json|yarn\.lock|pnpm-lock\.yaml|Cargo\.lock|poetry\.lock|uv\.lock|composer\.lock|Gemfile\.lock|go\.sum)$/;
const BINARIES = /\.(png|jpe?g|gif|webp|ico|bmp|svgz|pdf|zip|gz|bz2|xz|zst|7z|tar|jar|war|class|so|o|a|dll|exe|dylib|bin|dat|db|sqlite|woff2?|ttf|otf|eot|mp[34]|mov|avi|wav|flac|ogg|onnx|pyc|wasm|parquet|map)$/i;

const element = id => document.getElementById(id);
const drop = element('drop');
const form = element('upload-form');
const folder = element('folder');
const progress = element('progress');
const bar = progress.querySelector('[role="progressbar"]');
const number = value => value.toLocaleString('en');

let chosen = [];
let stopped = false;

/** Why a file is not sent; null when it is. */
function reasonAgainst(path, size) {
  const parts = path.split('/');
  const name = parts.at(-1);
  if (parts.slice(0, -1).some(part => part.startsWith('.') || DIRECTORIES.test(part))) {
    return 'in directories that hold no source, such as .git or node_modules';
  }
  if (SECRETS.test(name)) {
    return 'may hold a secret';
  }
  if (LOCKS.test(name)) {
    return 'written by a package manager';
  }
  if (BINARIES.test(name)) {
    return 'no text';
  }
  if (size > MAX_FILE) {
    return 'larger than 1 MB';
  }
  return size === 0 ? 'empty' : null;
}

/** All files below an entry of a drop, each with its path. */
async function filesOf(entry, path, found) {
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
    found.push({ path, file });
    return;
  }
  const name = entry.name;
  if (name === '.git' || DIRECTORIES.test(name)) {
    found.left = (found.left ?? 0) + 1;
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    // A reader gives a part of the directory at a time, and nothing at its end.
    const part = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!part.length) {
      return;
    }
    for (const child of part) {
      await filesOf(child, path ? `${path}/${child.name}` : child.name, found);
    }
  }
}

function choose(name, files) {
  const reasons = new Map();
  chosen = [];
  let size = 0;
  for (const { path, file } of files) {
    const reason = reasonAgainst(path, file.size);
    if (reason) {
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    } else {
      chosen.push({ path, file });
      size += file.size;
    }
  }
  chosen.sort((one, other) => one.path < other.path ? -1 : 1);
  element('chosen-title').textContent = chosen.length === 1 ? '1 file to send' : `${number(chosen.length)} files to send`;
  element('chosen-size').textContent = `${(size / 1e6).toFixed(size < 1e7 ? 1 : 0)} MB`;
  form.elements.repository.value = name;
  form.querySelector('[type="submit"]').disabled = !chosen.length;
  const skipped = [...reasons.values()].reduce((sum, count) => sum + count, 0);
  element('skipped').hidden = !skipped;
  element('skipped').querySelector('summary').textContent = `${number(skipped)} left out`;
  element('skipped').querySelector('ul').replaceChildren(...[...reasons].map(([reason, count]) => item(`${number(count)} ${reason}`)));
  drop.hidden = true;
  form.hidden = false;
  progress.hidden = true;
  element('chosen-title').focus();
}

function item(text) {
  const line = document.createElement('li');
  line.textContent = text;
  return line;
}

element('pick').addEventListener('click', () => folder.click());
folder.addEventListener('change', () => {
  const files = [...folder.files].map(file => ({ path: file.webkitRelativePath.split('/').slice(1).join('/') || file.name, file }));
  if (files.length) {
    choose(folder.files[0].webkitRelativePath.split('/')[0], files);
  }
});
element('again').addEventListener('click', () => {
  folder.value = '';
  form.hidden = true;
  progress.hidden = true;
  drop.hidden = false;
  element('pick').focus();
});

for (const kind of ['dragenter', 'dragover']) {
  document.addEventListener(kind, event => {
    event.preventDefault();
    drop.classList.add('is-over');
  });
}
document.addEventListener('dragleave', event => {
  if (!event.relatedTarget) {
    drop.classList.remove('is-over');
  }
});
document.addEventListener('drop', async event => {
  event.preventDefault();
  drop.classList.remove('is-over');
  if (drop.hidden) {
    return;
  }
  const entries = [...event.dataTransfer.items].map(one => one.webkitGetAsEntry?.()).filter(Boolean);
  const found = [];
  const single = entries.length === 1 && entries[0].isDirectory;
  for (const entry of entries) {
    await filesOf(entry, single ? '' : entry.name, found);
  }
  if (found.length) {
    choose(single ? entries[0].name : 'files', found);
  }
});

function* batches(files) {
  let batch = [];
  let size = 0;
  for (const one of files) {
    if (batch.length && (batch.length === MAX_BATCH_FILES || size + one.file.size > MAX_BATCH_BYTES)) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(one);
    size += one.file.size;
  }
  if (batch.length) {
    yield batch;
  }
}

function showProgress(done, total) {
  const percent = Math.floor(100 * done / total);
  bar.querySelector('rect').setAttribute('width', `${percent}%`);
  bar.setAttribute('aria-valuenow', percent);
}

function addProblem(file, sentence) {
  const list = element('upload-problems');
  if (list.childElementCount < MAX_SHOWN_PROBLEMS) {
    const line = document.createElement('li');
    const path = document.createElement('p');
    path.className = 'relation-name mono';
    path.append(Object.assign(document.createElement('bdi'), { textContent: file }));
    const words = document.createElement('p');
    words.className = 'muted';
    words.textContent = sentence;
    line.append(path, words);
    list.append(line);
  }
}

async function read({ path, file }) {
  const text = await file.text();
  return text.slice(0, 8000).includes('\0') ? null : { path, content: text };
}

async function send(repository, all, counts) {
  const parts = [...batches(all)];
  stopped = false;
  element('cancel').hidden = false;
  element('progress-title').textContent = `Sending ${number(all.length + counts.sent)} files`;
  const total = all.length + counts.sent;
  for (let at = 0; at < parts.length; at++) {
    if (stopped) {
      end(repository, `Stopped after ${number(counts.sent)} of ${number(total)} files`, counts);
      return;
    }
    try {
      const files = (await Promise.all(parts[at].map(read))).filter(Boolean);
      const { json } = await call('POST', '/v1/code/index', { repository, files });
      counts.files += json.indexed_files;
      counts.unchanged += json.unchanged_files;
      counts.chunks += json.indexed_chunks;
      counts.problems += json.errors.length;
      json.errors.forEach(problem => addProblem(problem.file, problem.error));
    } catch (failure) {
      element('cancel').hidden = true;
      element('progress-title').textContent = `Interrupted after ${number(counts.sent)} of ${number(total)} files`;
      const words = failure instanceof ApiFailure ? failure.message : `A file cannot be read any more: ${failure.message}`;
      showFailure(element('upload-failure'), failure.status ?? 0, words, () => {
        element('upload-failure').replaceChildren();
        send(repository, parts.slice(at).flat(), counts);
      });
      return;
    }
    counts.sent += parts[at].length;
    for (const name of ['files', 'unchanged', 'chunks', 'problems']) {
      element(`count-${name}`).textContent = number(counts[name]);
    }
    showProgress(counts.sent, total);
  }
  end(repository, counts.problems ? `Indexed, with ${number(counts.problems)} ${counts.problems === 1 ? 'problem' : 'problems'}` : 'Indexed', counts);
}

function end(repository, words, counts) {
  element('progress-title').textContent = words;
  element('cancel').hidden = true;
  element('again').disabled = false;
  element('finished').hidden = !counts.files;
  element('finished-search').href = `/ui/code/search?repository=${encodeURIComponent(repository)}`;
}

element('cancel').addEventListener('click', () => { stopped = true; });

form.addEventListener('submit', event => {
  event.preventDefault();
  const repository = form.elements.repository.value.trim();
  if (!repository) {
    form.elements.repository.focus();
    return;
  }
  form.querySelector('[type="submit"]').disabled = true;
  element('again').disabled = true;
  element('upload-problems').replaceChildren();
  element('upload-failure').replaceChildren();
  element('finished').hidden = true;
  progress.hidden = false;
  showProgress(0, 1);
  send(repository, chosen, { sent: 0, files: 0, unchanged: 0, chunks: 0, problems: 0 });
});
