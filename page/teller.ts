// Asks the worker what the card shows, and once per visit for the coastlines of its map, which are larger
// than everything else together and needed only where a card has a place.
import type { CardContent } from '../components/card-props.ts';
import type { Published } from '../core/article/article.ts';
import type { Weighted } from '../core/knowledge/backstory.ts';
import type { EntityId } from '../core/knowledge/terms.ts';
import type { PageWorker } from './page-worker.ts';

/** As many as the card shows: three before, and what is folded under "since then". */
const LIMIT = { before: 3, since: 5 } as const;
/** As many as the request takes; the heaviest come first. */
const MOST_AMONG = 300;

export interface TellerPorts {
  readonly worker: PageWorker;
  readonly signal: AbortSignal;
  readonly question: () => { readonly published: Published | null; readonly among: Weighted[] };
}

export interface Teller {
  tell(about: EntityId, signal: AbortSignal): Promise<CardContent>;
  readonly coastlines: Coastlines;
}

export interface Coastlines {
  readonly path: string | null;
  /** Called once, when they have come. */
  onCome: (() => void) | null;
}

export function createTeller({ worker, signal, question }: TellerPorts): Teller {
  let asked = false;
  let path: string | null = null;
  const coastlines: Coastlines = {
    get path() {
      return path;
    },
    onCome: null,
  };

  async function askCoastlines() {
    if (asked) return;
    asked = true;
    const answer = await worker.coastlines({}, { signal });
    if (!answer.ok) return;
    path = answer.value.path;
    coastlines.onCome?.();
  }

  async function tell(about: EntityId, askSignal: AbortSignal): Promise<CardContent> {
    const { published, among } = question();
    const body = { about: [about], published, among: among.slice(0, MOST_AMONG), limit: LIMIT };
    const answer = await worker.tell(body, { signal: askSignal });
    if (!answer.ok) return { kind: 'failed', code: answer.error.code };
    if (answer.value.entities.some((entity) => entity.geo)) void askCoastlines();
    return { kind: 'told', backstory: answer.value };
  }

  return { tell, coastlines };
}
