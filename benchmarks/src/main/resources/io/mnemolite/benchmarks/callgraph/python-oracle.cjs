// Where names of a Python corpus are declared, by npm's pyright, asked as an editor asks it.
// Arguments: the folder of pyright, the root of the corpus. Standard input: places, one a line: file below the root, line
// and column from 1, column in UTF-16 units, with tabs between. Standard output: one JSON object a line for each place:
//   file, line, column     the place
//   kind                   inside, outside, value or unreadable
//   targets                of inside ones: path, name, at (line of the name), owner (the names around it), isType
'use strict';

const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { pathToFileURL, fileURLToPath } = require('node:url');

const root = path.resolve(process.argv[3]);
const places = fs.readFileSync(0, 'utf8').split('\n').filter(Boolean).map((text) => {
  const [file, line, column] = text.split('\t');
  return { file, line: Number(line), column: Number(column) };
});

const server = spawn(process.execPath, [path.join(process.argv[2], 'langserver.index.js'), '--stdio'], {
  cwd: root,
  stdio: ['pipe', 'pipe', 'ignore'],
});

let received = Buffer.alloc(0);
let number = 0;
const waiting = new Map();

function send(message) {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
  server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
  server.stdin.write(body);
}

function request(method, params) {
  number++;
  send({ id: number, method, params });
  return new Promise((resolve) => waiting.set(number, resolve));
}

function answer(message) {
  if (message.method && message.id !== undefined) {
    const items = message.method === 'workspace/configuration' ? message.params.items : [];
    const settings = {
      python: {},
      'python.analysis': { diagnosticMode: 'openFilesOnly', typeCheckingMode: 'off', autoSearchPaths: false },
    };
    send({ id: message.id, result: items.length ? items.map((item) => settings[item.section] ?? {}) : null });
  } else if (message.id !== undefined) {
    waiting.get(message.id)?.(message.result);
    waiting.delete(message.id);
  }
}

server.stdout.on('data', (data) => {
  received = Buffer.concat([received, data]);
  for (;;) {
    const end = received.indexOf('\r\n\r\n');
    if (end < 0) {
      return;
    }
    const length = Number(/Content-Length: (\d+)/i.exec(received.toString('ascii', 0, end))[1]);
    if (received.length < end + 4 + length) {
      return;
    }
    const message = JSON.parse(received.toString('utf8', end + 4, end + 4 + length));
    received = received.subarray(end + 4 + length);
    answer(message);
  }
});

const uri = (file) => pathToFileURL(path.join(root, file)).href;
const opened = new Set();
const outlines = new Map();

function open(file) {
  if (!opened.has(file)) {
    opened.add(file);
    const text = fs.readFileSync(path.join(root, file), 'utf8');
    send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri: uri(file), languageId: 'python', version: 1, text } },
    });
  }
}

function close(file) {
  opened.delete(file);
  send({ method: 'textDocument/didClose', params: { textDocument: { uri: uri(file) } } });
}

/** The symbols of a file as a tree, as far as pyright shows them. */
async function outline(file) {
  if (!outlines.has(file)) {
    const isOpen = opened.has(file);
    open(file);
    const found = await request('textDocument/documentSymbol', { textDocument: { uri: uri(file) } });
    outlines.set(file, found ?? []);
    if (!isOpen) {
      close(file);
    }
  }
  return outlines.get(file);
}

const CLASS = 5;
const METHOD = 6;
const PROPERTY = 7;
const FUNCTION = 12;

/** The chain of symbols down to the one whose name stands at a place. */
function chainTo(symbols, line, character) {
  for (const symbol of symbols) {
    const name = symbol.selectionRange.start;
    if (name.line === line && name.character === character) {
      return [symbol];
    }
    const { start, end } = symbol.range;
    if (symbol.children?.length && start.line <= line && line <= end.line) {
      const below = chainTo(symbol.children, line, character);
      if (below) {
        return [symbol, ...below];
      }
    }
  }
  return undefined;
}

async function target(location) {
  const range = location.targetSelectionRange ?? location.range;
  const file = path.relative(root, fileURLToPath(location.targetUri ?? location.uri)).split(path.sep).join('/');
  if (file.startsWith('..')) {
    return { kind: 'outside' };
  }
  const chain = chainTo(await outline(file), range.start.line, range.start.character);
  const symbol = chain?.at(-1);
  if (!symbol || ![CLASS, METHOD, PROPERTY, FUNCTION].includes(symbol.kind)) {
    return { kind: 'value' };
  }
  return {
    kind: 'inside',
    path: file,
    name: symbol.name,
    at: range.start.line + 1,
    owner: chain.slice(0, -1).map((around) => around.name).join('.'),
    isType: symbol.kind === CLASS,
  };
}

async function describe(place) {
  open(place.file);
  const found = await request('textDocument/definition', {
    textDocument: { uri: uri(place.file) },
    position: { line: place.line - 1, character: place.column - 1 },
  });
  const locations = found ? [found].flat() : [];
  const targets = [];
  for (const location of locations) {
    targets.push(await target(location));
  }
  const inside = targets.filter((one) => one.kind === 'inside');
  const kind = ['inside', 'value', 'outside'].find((one) => targets.some((other) => other.kind === one));
  return { ...place, kind: kind ?? 'unreadable', targets: inside };
}

async function main() {
  await request('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(root).href,
    workspaceFolders: [{ uri: pathToFileURL(root).href, name: 'corpus' }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
    },
  });
  send({ method: 'initialized', params: {} });
  send({ method: 'workspace/didChangeConfiguration', params: { settings: {} } });
  let last;
  for (const place of places) {
    if (last !== undefined && last !== place.file) {
      close(last);
    }
    last = place.file;
    process.stdout.write(JSON.stringify(await describe(place)) + '\n');
  }
  await request('shutdown', null);
  send({ method: 'exit' });
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  server.kill();
  process.exit(1);
});
