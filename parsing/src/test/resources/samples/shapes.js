import { readFile } from 'fs';
const path = require('path');

/**
 * Adds numbers.
 * @returns {number}
 */
export function add(a, b = 1, ...rest) {
  if (a && b) return rest.reduce((x, y) => x + y, a);
  return a ?? b;
}

// Doubles.
const double = x => x * 2;

export default class Stack extends Base {
  #items = [];

  constructor(size) {
    super(size);
  }

  /** Adds one. */
  push(item) {
    this.#items.push(item);
    for (const i of this.#items) log(i);
  }

  static get size() { return 1; }

  handle = async (event) => {
    await fetch(event.url);
  };
}

const api = {
  run({ a, b }) { return a + b; },
};

module.exports.start = function (port) {
  return new Server(port).listen();
};

var old = function (z) { return z; };
