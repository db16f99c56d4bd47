// Chance that can be repeated: the same seed gives the same edits on every machine (mulberry32, T. Ettinger).
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** 0 up to 1, without 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** 0 up to `below`, without it. */
  whole(below: number): number {
    return Math.floor(this.next() * below);
  }

  of<T>(list: readonly T[]): T {
    const picked = list[this.whole(list.length)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  }

  happens(probability: number): boolean {
    return this.next() < probability;
  }
}
