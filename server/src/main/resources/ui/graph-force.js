// Places by forces: nodes repel each other, edges pull them together. The same graph always comes out the same.

const REPULSION = -700;
const EDGE_LENGTH = 120;
const GRAVITY = 0.035;
const FRICTION = 0.6;
/** Nodes nearer than this are pushed apart in the end; sideways more, for the sake of their labels. */
const ROOM = 92;
const SIDEWAYS = 1.5;
/** A group of nodes this much farther away than it is wide counts as one. */
const FAR = 1.1;
/** The golden angle, by which a sunflower turns from seed to seed. */
const TURN = Math.PI * (3 - Math.sqrt(5));

const NOTHING = -1;

/**
 * A tree of quarters over the points; each cell knows how many points it holds and the sum of their places. Its numbers lie in
 * flat arrays, which are used again in each round. A part of a cell is nothing, another cell by its number, or a point by
 * -2 minus its number.
 */
class Quarters {
  constructor(count) {
    this.room = 4 * count + 64;
    this.parts = new Int32Array(4 * this.room);
    for (const name of ['middleX', 'middleY', 'half', 'mass', 'sumX', 'sumY']) {
      this[name] = new Float64Array(this.room);
    }
    this.open = new Int32Array(this.room);
    this.size = 0;
  }

  build(xs, ys) {
    this.xs = xs;
    this.ys = ys;
    this.size = 0;
    let reach = 1;
    for (let i = 0; i < xs.length; i++) {
      reach = Math.max(reach, Math.abs(xs[i]), Math.abs(ys[i]));
    }
    this.addCell(0, 0, reach);
    for (let i = 0; i < xs.length; i++) {
      this.insert(i);
    }
  }

  addCell(x, y, half) {
    const cell = this.size++;
    this.middleX[cell] = x;
    this.middleY[cell] = y;
    this.half[cell] = half;
    this.mass[cell] = 0;
    this.sumX[cell] = 0;
    this.sumY[cell] = 0;
    this.parts.fill(NOTHING, 4 * cell, 4 * cell + 4);
    return cell;
  }

  weigh(cell, point) {
    this.mass[cell]++;
    this.sumX[cell] += this.xs[point];
    this.sumY[cell] += this.ys[point];
  }

  /** Where in `parts` the quarter of the cell is in which the point lies. */
  quarter(cell, point) {
    return 4 * cell + (this.xs[point] > this.middleX[cell] ? 1 : 0) + (this.ys[point] > this.middleY[cell] ? 2 : 0);
  }

  insert(point) {
    let cell = 0;
    for (;;) {
      this.weigh(cell, point);
      const at = this.quarter(cell, point);
      const part = this.parts[at];
      if (part === NOTHING) {
        this.parts[at] = -2 - point;
        return;
      }
      if (part >= 0) {
        cell = part;
        continue;
      }
      const half = this.half[cell] / 2;
      // Points in the same place weigh, but cannot be told apart.
      if (half < 0.01 || this.size === this.room) {
        return;
      }
      const inner = this.addCell(
        this.middleX[cell] + (at & 1 ? half : -half),
        this.middleY[cell] + (at & 2 ? half : -half),
        half);
      this.parts[at] = inner;
      this.weigh(inner, -2 - part);
      this.parts[this.quarter(inner, -2 - part)] = part;
      cell = inner;
    }
  }

  /** Adds to the speeds how the point is pushed by all others: by single ones nearby, by groups of them far away. */
  push(point, strength, speedX, speedY) {
    const { xs, ys, parts, open } = this;
    const x = xs[point];
    const y = ys[point];
    let [pushX, pushY] = [0, 0];
    let left = 1;
    open[0] = 0;
    while (left) {
      const cell = open[--left];
      const dx = this.sumX[cell] / this.mass[cell] - x;
      const dy = this.sumY[cell] / this.mass[cell] - y;
      const square = dx * dx + dy * dy;
      const wide = 2 * this.half[cell];
      if (wide * wide < FAR * FAR * square) {
        const weight = this.mass[cell] / Math.max(square, 100);
        pushX += dx * weight;
        pushY += dy * weight;
        continue;
      }
      for (let at = 4 * cell; at < 4 * cell + 4; at++) {
        const part = parts[at];
        if (part >= 0) {
          open[left++] = part;
        } else if (part !== NOTHING && -2 - part !== point) {
          const nearX = xs[-2 - part] - x;
          const nearY = ys[-2 - part] - y;
          const weight = 1 / Math.max(nearX * nearX + nearY * nearY, 100);
          pushX += nearX * weight;
          pushY += nearY * weight;
        }
      }
    }
    speedX[point] += strength * pushX;
    speedY[point] += strength * pushY;
  }
}

/** Places for `count` nodes with `links` ([from, to] by number), as a list of {x, y} around the origin. */
export function byForce(count, links) {
  const xs = new Float64Array(count);
  const ys = new Float64Array(count);
  const speedX = new Float64Array(count);
  const speedY = new Float64Array(count);
  const degrees = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const radius = 28 * Math.sqrt(i + 0.5);
    xs[i] = radius * Math.cos(i * TURN);
    ys[i] = radius * Math.sin(i * TURN);
  }
  for (const [from, to] of links) {
    degrees[from]++;
    degrees[to]++;
  }
  const quarters = new Quarters(count);
  const rounds = count < 100 ? 300 : count < 500 ? 200 : count < 1200 ? 120 : 70;
  for (let round = 0; round < rounds; round++) {
    const heat = Math.pow(0.005, round / rounds);
    for (const [from, to] of links) {
      const dx = xs[to] + speedX[to] - xs[from] - speedX[from] || 0.1;
      const dy = ys[to] + speedY[to] - ys[from] - speedY[from] || 0.1;
      const length = Math.hypot(dx, dy);
      const pull = (length - EDGE_LENGTH) / length * heat / Math.min(degrees[from], degrees[to]);
      const share = degrees[from] / (degrees[from] + degrees[to]);
      speedX[to] -= dx * pull * share;
      speedY[to] -= dy * pull * share;
      speedX[from] += dx * pull * (1 - share);
      speedY[from] += dy * pull * (1 - share);
    }
    quarters.build(xs, ys);
    for (let i = 0; i < count; i++) {
      quarters.push(i, REPULSION * heat, speedX, speedY);
      speedX[i] -= xs[i] * GRAVITY * heat;
      speedY[i] -= ys[i] * GRAVITY * heat;
    }
    for (let i = 0; i < count; i++) {
      speedX[i] *= FRICTION;
      speedY[i] *= FRICTION;
      xs[i] += speedX[i];
      ys[i] += speedY[i];
    }
  }
  return apart(lying(xs, ys));
}

/** Pushes nodes apart that would hide each other; looks at neighbours in a grid only. */
function apart(places) {
  const column = ({ x }) => Math.floor(x / (ROOM * SIDEWAYS));
  const row = ({ y }) => Math.floor(y / ROOM);
  for (let round = 0; round < 12; round++) {
    const grid = new Map();
    for (const place of places) {
      const key = `${column(place)} ${row(place)}`;
      grid.set(key, [...(grid.get(key) ?? []), place]);
    }
    for (const place of places) {
      for (let at = 0; at < 9; at++) {
        for (const other of grid.get(`${column(place) + at % 3 - 1} ${row(place) + Math.floor(at / 3) - 1}`) ?? []) {
          const dx = (other.x - place.x) / SIDEWAYS;
          const dy = other.y - place.y;
          const distance = Math.hypot(dx, dy);
          if (other !== place && distance < ROOM) {
            const push = (ROOM - distance) / 4 / (distance || 1);
            other.x += (dx || 0.1) * push * SIDEWAYS;
            other.y += dy * push;
            place.x -= (dx || 0.1) * push * SIDEWAYS;
            place.y -= dy * push;
          }
        }
      }
    }
  }
  return places;
}

/** The places turned so that they reach farthest from left to right: windows are wider than high, and so are labels. */
function lying(xs, ys) {
  let [xx, xy, yy] = [0, 0, 0];
  xs.forEach((x, i) => {
    xx += x * x;
    xy += x * ys[i];
    yy += ys[i] * ys[i];
  });
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  return Array.from(xs, (x, i) => ({ x: 1.15 * (x * cosine + ys[i] * sine), y: ys[i] * cosine - x * sine }));
}
