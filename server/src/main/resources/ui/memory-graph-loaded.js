// What is loaded of the memory graph, and what of it is out of sight.
import { call } from './api.js';

const count = number => number.toLocaleString('en');
const counted = (number, one, more) => `${count(number)} ${number === 1 ? one : more}`;

/** The newest nodes of some types, any if there are none. */
export async function loadNewest(types, limit) {
  const query = new URLSearchParams({ limit });
  types.forEach(type => query.append('type', type));
  return (await call('GET', `/ui/graph/data?${query}`)).json;
}

/** What is around a node, with the edges to what is `shown` (ids) too. */
export async function loadAround(node, depth, limit, shown = []) {
  return (await call('POST', '/ui/graph/around', { node, depth, limit, shown })).json;
}

/** Nodes and edges by id, how many nodes are stored of what was asked for, and why some are concealed. */
export class Loaded {
  nodes = new Map();
  edges = new Map();
  stored = 0;
  /** Reasons by id: `hidden` by a person, or `leaving` until a deletion is sent. */
  concealed = new Map();

  /** Takes a picture in place of what was there; what a person hid is seen again. */
  replace(picture) {
    this.nodes = new Map(picture.nodes.map(node => [node.id, node]));
    this.edges = new Map(picture.edges.map(edge => [edge.id, edge]));
    this.stored = picture.stored;
    this.reveal(this.hidden());
  }

  add(picture) {
    picture.nodes.forEach(node => this.nodes.has(node.id) || this.nodes.set(node.id, node));
    // Of an answer that comes late, an end may not be there any more.
    const isThere = edge => this.nodes.has(edge.source) && this.nodes.has(edge.target);
    picture.edges.filter(isThere).forEach(edge => this.edges.set(edge.id, edge));
    this.stored = Math.max(this.stored, this.nodes.size);
  }

  /** Forgets a node with its edges, or an edge, which has been deleted. */
  forget(id) {
    this.concealed.delete(id);
    if (this.nodes.delete(id)) {
      this.stored--;
      [...this.edges.values()].filter(edge => edge.source === id || edge.target === id).forEach(edge => this.edges.delete(edge.id));
    }
    this.edges.delete(id);
  }

  conceal(id, reason) {
    this.concealed.set(id, reason);
  }

  /** Those of the ids that were concealed and are no longer. */
  reveal(ids) {
    return ids.filter(id => this.concealed.delete(id));
  }

  hidden() {
    return [...this.concealed].filter(([, reason]) => reason === 'hidden').map(([id]) => id);
  }

  seenNodes() {
    return [...this.nodes.values()].filter(node => !this.concealed.has(node.id));
  }

  seenEdges() {
    return [...this.edges.values()].filter(edge => ![edge.id, edge.source, edge.target].some(id => this.concealed.has(id)));
  }

  /** A sentence on how much of the graph is seen; `around` is the id of the node that it is about, or empty. */
  words(around) {
    const held = this.seenNodes().length;
    const edges = counted(this.seenEdges().length, 'edge', 'edges');
    const isCut = this.stored > this.nodes.size;
    if (around) {
      const rest = isCut ? ` ${count(this.stored)} can be reached; these are the nearest.` : '';
      return `${counted(held, 'node', 'nodes')} around ${this.nodes.get(around)?.label ?? 'it'}, ${edges}.${rest}`;
    }
    return isCut
      ? `${count(held)} of ${count(this.stored)} nodes, the newest first, ${edges}. To see others, search, choose types or load more.`
      : `${counted(held, 'node', 'nodes')}, ${edges}.`;
  }
}
