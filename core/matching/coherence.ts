// Where an article is at home. Every name of a place in it votes for the lands and the stretches of the map where its
// bearers lie, a name with many bearers a little for each; what many names agree on tells which Springfield is meant.
import type { Entity } from '../knowledge/entity.ts';
import type { EntityId } from '../knowledge/terms.ts';

/** One of the bearers of a name, and how likely it is by the name alone. */
export interface Bearer {
  readonly entity: Entity;
  readonly share: number;
}

/** A name, how often the article has it, and the places that bear it. */
export interface Namesakes {
  readonly times: number;
  readonly bearers: readonly Bearer[];
}

export interface Agreement {
  /** Of the other names, 0 to 1. */
  readonly share: number;
  /** How many of them. */
  readonly others: number;
}

const NOBODY: Agreement = { share: 0, others: 0 };

/** Degrees: towns of one county lie in the same square of the map, or in the next. */
const SQUARE = 1;

/** As if so much had been said for nowhere: two names that agree are little. */
const DOUBT = 4;
const ANY_AT_ALL = 2.5;
const SAME_LAND = 14;
const NEAR_BY = 14;

type Votes = Map<string, number>;

export class Homes {
  /** By land or by square: what each name gives it. */
  readonly #votes = new Map<string, Votes>();
  readonly #weights = new Map<string, number>();
  #total = 0;

  readonly #names: ReadonlyMap<string, Namesakes>;
  readonly #gains = new Map<string, { readonly whole: number; readonly most: number }>();

  /**
   * @param names as they vote
   * @param asTold the same, each bearer as likely as its pack says
   */
  constructor(names: ReadonlyMap<string, Namesakes>, asTold = names) {
    this.#names = asTold;
    for (const [name, { times, bearers }] of names) {
      const weight = Math.log1p(times);
      this.#weights.set(name, weight);
      this.#total += weight;
      for (const { entity, share } of bearers) {
        for (const home of [entity.id, ...landsOf(entity)]) this.#vote(home, name, share);
        for (const square of squaresAround(entity)) this.#vote(square, name, share);
      }
    }
  }

  #vote(home: string, name: string, share: number): void {
    let votes = this.#votes.get(home);
    if (!votes) {
      votes = new Map();
      this.#votes.set(home, votes);
    }
    votes.set(name, Math.min(1, (votes.get(name) ?? 0) + share));
  }

  /** What the article's other places say for it, in log-odds. */
  pull(entity: Entity, name: string): number {
    return SAME_LAND * this.inItsLand(entity, name).share + NEAR_BY * this.nearIt(entity, name).share;
  }

  /**
   * How much likelier this bearer of a name becomes among all of them, in log-odds: what one gains the others lose.
   * Where the others bear it out that the name is a place's at all, all gain a little.
   */
  gain(entity: Entity, name: string): number {
    let found = this.#gains.get(name);
    if (!found) {
      const bearers = this.#names.get(name)?.bearers ?? [];
      const all = bearers.reduce((sum, { share }) => sum + share, 0);
      const pulls = bearers.map((bearer) => ({
        share: bearer.share / all,
        pull: this.pull(bearer.entity, name),
      }));
      found = {
        whole: Math.log(pulls.reduce((sum, { share, pull }) => sum + share * Math.exp(pull), 0) || 1),
        most: Math.max(0, ...pulls.map(({ pull }) => pull)),
      };
      this.#gains.set(name, found);
    }
    return this.pull(entity, name) - found.whole + Math.min(found.most, ANY_AT_ALL);
  }

  /** How many other names lie in its land, or near it. */
  othersThere(entity: Entity, name: string): number {
    return Math.round(Math.max(this.inItsLand(entity, name).others, this.nearIt(entity, name).others));
  }

  /** How many of the article's other names lie in the land where this one does. */
  inItsLand(entity: Entity, name: string): Agreement {
    let best = NOBODY;
    for (const land of landsOf(entity)) {
      const here = this.#agreement(land, name);
      if (here.share > best.share) best = here;
    }
    return best;
  }

  nearIt(entity: Entity, name: string): Agreement {
    return entity.geo ? this.#agreement(squareOf(entity.geo.lat, entity.geo.lon), name) : NOBODY;
  }

  #agreement(home: string, name: string): Agreement {
    const votes = this.#votes.get(home);
    const rest = this.#total - (this.#weights.get(name) ?? 0);
    if (!votes || rest <= 0) return NOBODY;
    let sum = 0;
    let others = 0;
    for (const [other, share] of votes) {
      if (other === name) continue;
      sum += share * (this.#weights.get(other) ?? 0);
      others += share;
    }
    return { share: sum / (rest + DOUBT), others };
  }
}

function landsOf({ relations }: Entity): EntityId[] {
  return (relations ?? []).flatMap(({ type, to }) => (type === 'located_in' || type === 'part_of' ? to : []));
}

function squareOf(lat: number, lon: number): string {
  return `${Math.round(lat / SQUARE)} ${Math.round(lon / SQUARE)}`;
}

/** Countries lie nowhere in particular. */
function squaresAround({ geo, kind }: Entity): string[] {
  if (!geo || kind === 'country' || kind === 'union') return [];
  const squares: string[] = [];
  for (let north = -1; north <= 1; north++)
    for (let east = -1; east <= 1; east++)
      squares.push(squareOf(geo.lat + north * SQUARE, geo.lon + east * SQUARE));
  return squares;
}

/** The names agree among each other: what most say of one is heard when it votes for the next. */
export function agreed(names: ReadonlyMap<string, Namesakes>): Homes {
  let homes = new Homes(names);
  let now = names;
  for (let round = 0; round < ROUNDS; round++) {
    const before = homes;
    now = new Map(
      [...now].map(([name, { times, bearers }]) => {
        const drawn = bearers.map(({ entity, share }) => ({
          entity,
          share: share * Math.exp(before.pull(entity, name)),
        }));
        const most = Math.max(
          1e-9,
          drawn.reduce((sum, { share }) => sum + share, 0),
        );
        const whole = bearers.reduce((sum, { share }) => sum + share, 0);
        return [
          name,
          { times, bearers: drawn.map(({ entity, share }) => ({ entity, share: (share * whole) / most })) },
        ];
      }),
    );
    homes = new Homes(now, names);
  }
  return homes;
}

const ROUNDS = 3;
