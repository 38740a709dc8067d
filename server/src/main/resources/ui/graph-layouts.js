// Where the nodes of a picture stand. Pure: nodes ({id, type, label}) and edges ({source, target}) in, a map from id to {x, y} out.
import { byForce } from './graph-force.js';

const ACROSS = 190;
const DOWN = 110;
const RING = 150;
const APART = 120;
/** Parts of the graph that no edge joins stand this far from each other. */
const BETWEEN = 110;

function joined(nodes, edges) {
  const others = new Map(nodes.map(node => [node.id, []]));
  for (const { source, target } of edges) {
    if (source !== target && others.has(source) && others.has(target)) {
      others.get(source).push(target);
      others.get(target).push(source);
    }
  }
  return others;
}

/** Ids by their distance from the start, as a list of lists. */
function levels(start, others) {
  const seen = new Set(start);
  const found = [start];
  while (found.at(-1).length) {
    const next = [];
    for (const id of found.at(-1)) {
      for (const other of others.get(id)) {
        if (!seen.has(other)) {
          seen.add(other);
          next.push(other);
        }
      }
    }
    found.push(next);
  }
  found.pop();
  return found;
}

/** The parts that no edge joins, the largest first; each begins with its node of most edges. */
function parts(nodes, others) {
  const byDegree = nodes.map(node => node.id).sort((one, other) => others.get(other).length - others.get(one).length);
  const seen = new Set();
  const found = [];
  for (const id of byDegree) {
    if (!seen.has(id)) {
      const part = levels([id], others).flat();
      part.forEach(one => seen.add(one));
      found.push(part);
    }
  }
  return found.sort((one, other) => other.length - one.length);
}

/** By type and label, so that what is alike stands together. */
function sorted(nodes) {
  const order = new Intl.Collator('en').compare;
  return [...nodes].sort((one, other) => order(one.type, other.type) || order(one.label, other.label));
}

function table(ids, columns = Math.ceil(Math.sqrt(ids.length * 0.9))) {
  return new Map(ids.map((id, at) => [id, { x: at % columns * ACROSS, y: Math.floor(at / columns) * DOWN }]));
}

function box(places) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of places.values()) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left, top, width: right - left + BETWEEN, height: bottom - top + BETWEEN };
}

/** Puts blocks of places side by side in rows, as words on a page. */
function packed(blocks) {
  const boxes = blocks.map(box);
  const area = boxes.reduce((sum, one) => sum + one.width * one.height, 0);
  const width = Math.max(Math.sqrt(area * 1.6), ...boxes.map(one => one.width));
  const found = new Map();
  let [x, y, tall] = [0, 0, 0];
  blocks.forEach((places, at) => {
    const { left, top, width: wide, height } = boxes[at];
    if (x > 0 && x + wide > width) {
      [x, y, tall] = [0, y + tall, 0];
    }
    for (const [id, place] of places) {
      found.set(id, { x: x + place.x - left, y: y + place.y - top });
    }
    x += wide;
    tall = Math.max(tall, height);
  });
  return found;
}

/** Each part by a layout of its own, and nodes without an edge together as a table. */
function eachPart(nodes, others, layout) {
  const all = parts(nodes, others);
  const single = sorted(nodes.filter(node => !others.get(node.id).length)).map(node => node.id);
  const blocks = all.filter(part => part.length > 1).map(layout);
  return packed(single.length ? [...blocks, table(single)] : blocks);
}

function force(nodes, edges) {
  return eachPart(nodes, joined(nodes, edges), part => {
    const number = new Map(part.map((id, at) => [id, at]));
    const links = edges
      .filter(({ source, target }) => source !== target && number.has(source) && number.has(target))
      .map(({ source, target }) => [number.get(source), number.get(target)]);
    const at = byForce(part.length, links);
    return new Map(part.map((id, i) => [id, at[i]]));
  });
}

/**
 * Rings by distance from the centre, or from the node with most edges. What was reached through a node stands in its share of
 * the turn, which is as wide as what it leads to.
 */
function radial(nodes, edges, center) {
  const others = joined(nodes, edges);
  return eachPart(nodes, others, part => rings(part.includes(center) ? center : part[0], others));
}

function rings(start, others) {
  const rows = levels([start], others);
  const depth = new Map(rows.flatMap((row, at) => row.map(id => [id, at])));
  const children = new Map([...depth.keys()].map(id => [id, []]));
  const seen = new Set([start]);
  for (const id of depth.keys()) {
    for (const other of others.get(id)) {
      if (!seen.has(other) && depth.get(other) === depth.get(id) + 1) {
        seen.add(other);
        children.get(id).push(other);
      }
    }
  }
  const leaves = new Map();
  for (const id of [...depth.keys()].reverse()) {
    leaves.set(id, children.get(id).reduce((sum, child) => sum + leaves.get(child), 0) || 1);
  }
  const share = new Map([[start, [-Math.PI / 2, 2 * Math.PI]]]);
  const places = new Map();
  let radius = 0;
  rows.forEach((row, at) => {
    radius = at ? Math.max(radius + RING, row.length * APART / (2 * Math.PI)) : 0;
    for (const id of row) {
      const [from, wide] = share.get(id);
      places.set(id, { x: radius * Math.cos(from + wide / 2), y: radius * Math.sin(from + wide / 2) });
      let next = from;
      for (const child of children.get(id)) {
        const part = wide * leaves.get(child) / leaves.get(id);
        share.set(child, [next, part]);
        next += part;
      }
    }
  });
  return places;
}

/** Rows by the least number of edges from where nothing leads to; each node near those it comes from. */
function hierarchy(nodes, edges) {
  const next = new Map(nodes.map(node => [node.id, []]));
  const before = new Map(nodes.map(node => [node.id, []]));
  for (const { source, target } of edges) {
    if (source !== target && next.has(source) && next.has(target)) {
      next.get(source).push(target);
      before.get(target).push(source);
    }
  }
  return eachPart(nodes, joined(nodes, edges), part => {
    const roots = part.filter(id => !before.get(id).length);
    const rows = levels(roots.length ? roots : [part[0]], next);
    const reached = new Set(rows.flat());
    const rest = part.filter(id => !reached.has(id));
    const places = new Map();
    let y = 0;
    for (const row of rest.length ? [...rows, rest] : rows) {
      const wanted = id => {
        const from = before.get(id).filter(other => places.has(other)).map(other => places.get(other).x);
        return from.length ? from.reduce((sum, x) => sum + x, 0) / from.length : 0;
      };
      const ordered = row.map(id => [id, wanted(id)]).sort((one, other) => one[1] - other[1]).map(([id]) => id);
      const columns = Math.min(ordered.length, Math.max(12, Math.ceil(Math.sqrt(part.length * 2))));
      ordered.forEach((id, at) => {
        const inLine = Math.min(columns, ordered.length - Math.floor(at / columns) * columns);
        places.set(id, { x: (at % columns - (inLine - 1) / 2) * ACROSS, y: y + Math.floor(at / columns) * DOWN });
      });
      y += Math.ceil(ordered.length / columns) * DOWN + DOWN;
    }
    return places;
  });
}

function grid(nodes) {
  return table(sorted(nodes).map(node => node.id));
}

function circle(nodes) {
  const ids = sorted(nodes).map(node => node.id);
  const radius = Math.max(160, ids.length * 84 / (2 * Math.PI));
  return new Map(ids.map((id, at) => {
    const angle = 2 * Math.PI * at / ids.length - Math.PI / 2;
    return [id, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) }];
  }));
}

const LAYOUTS = { force, radial, hierarchy, grid, circle };

/** The places of a layout; `center` is the id of the chosen node, or null. */
export function places(layout, nodes, edges, center = null) {
  return nodes.length ? LAYOUTS[layout](nodes, edges, center) : new Map();
}

/** Free places around a middle, nearest first, where `taken` ({x, y}) are not. */
export function* freePlaces(middle, taken) {
  const key = ({ x, y }) => `${Math.round(x / ACROSS * 2)} ${Math.round(y / DOWN * 1.6)}`;
  const full = new Set(taken.map(key));
  for (let at = 4; ; at++) {
    const radius = 44 * Math.sqrt(at);
    const place = { x: middle.x + 1.3 * radius * Math.cos(at * 2.4), y: middle.y + radius * Math.sin(at * 2.4) };
    if (!full.has(key(place))) {
      full.add(key(place));
      yield place;
    }
  }
}
