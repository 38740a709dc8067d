import { Injectable } from '@angular/core';
export * from './other';

export interface Shape<T> extends Base {
  readonly name: string;
  area(width: number): number;
}

type Pair = [number, string];

/** Kinds. */
export enum Kind { Round, Flat }

@Injectable({ providedIn: 'root' })
export class Service<T extends Shape<T>> implements Runnable {
  private items: T[] = [];

  constructor(private readonly http: Http, size?: number) {}

  /** Finds one. */
  @Log('x')
  async find(id: string, ...rest: number[]): Promise<T | undefined> {
    if (!id) { throw new Error('no id'); }
    return this.items.find(i => i.name === id) ?? undefined;
  }

  handler = (e: Event): void => { this.find(e.type); };
}

export abstract class Root {
  abstract go(n: number): void;
}

namespace Inner {
  export function helper({ a }: Options): string { return String(a); }
}

export const make = <T,>(value: T): T => value;

declare function outside(x: number): void;
