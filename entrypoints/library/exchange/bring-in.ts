// Brings in what a file holds, page by page. It can be stopped after any page; what is in by then can be undone in one step,
// and the rest comes when the file is taken again.
import type { Incoming, ReadFile } from '../../../core/annotation/exchange/index.ts';
import { type ExchangeRequests, MOST_AT_ONCE } from '../../../messaging/exchange-requests.ts';
import type { Answer, Ask } from '../../../messaging/requests.ts';
import type { ErrorCode, Result } from '../../../messaging/result.ts';

export type AskExchange = <K extends keyof ExchangeRequests & string>(
  name: K,
  body: Ask<ExchangeRequests, K>,
) => Promise<Result<Answer<ExchangeRequests, K>>>;

/** Characters in one message; browsers refuse those of 64 MB. */
const MOST_CHARACTERS = 4_000_000;

export interface Brought {
  readonly kept: number;
  readonly notes: number;
  readonly full: number;
  readonly ended: 'stopped' | ErrorCode | null;
}

interface Progress {
  readonly batch: string;
  readonly isStopped: () => boolean;
  readonly onDone: (passages: number) => void;
}

export async function bringIn(
  { passages, notes }: Pick<ReadFile, 'passages' | 'notes'>,
  ask: AskExchange,
  { batch, isStopped, onDone }: Progress,
): Promise<Brought> {
  let kept = 0;
  let full = 0;
  let keptNotes = 0;
  let done = 0;
  let ended: Brought['ended'] = null;
  for (const some of slices(passages)) {
    if (isStopped()) ended = 'stopped';
    const [first] = some;
    if (ended !== null || !first) break;
    const body = { batch, more: true, page: first.page, passages: some.map(({ passage }) => passage) };
    const answer = await twice(() => ask('importPassages', body));
    if (answer.ok) {
      kept += answer.value.kept;
      full += answer.value.full;
    } else ended = answer.error.code;
    done += some.length;
    onDone(done);
  }
  // Once at least, also after a failure: it is what tells the others that something has come.
  for (let from = 0; from === 0 || from < notes.length; from += MOST_AT_ONCE) {
    const some = ended === null ? notes.slice(from, from + MOST_AT_ONCE) : [];
    const more = from + MOST_AT_ONCE < notes.length;
    const answer = await twice(() => ask('importNotes', { batch, more, notes: some }));
    if (answer.ok) keptNotes += answer.value.kept;
    else ended ??= answer.error.code;
    if (ended !== null) break;
  }
  return { kept, notes: keptNotes, full, ended };
}

/** A worker that died in the middle is asked again: what it has kept it keeps once. */
async function twice<T>(ask: () => Promise<Result<T>>): Promise<Result<T>> {
  const answer = await ask();
  return answer.ok || answer.error.code !== 'no-answer' ? answer : ask();
}

/** Of one page each, and no larger than a message may be. */
function* slices(passages: readonly Incoming[]): Generator<readonly Incoming[]> {
  for (const [, some] of Map.groupBy(passages, ({ page }) => page.key ?? page.url)) {
    let slice: Incoming[] = [];
    let length = 0;
    for (const each of some) {
      const size = JSON.stringify(each).length;
      if (slice.length > 0 && (slice.length >= MOST_AT_ONCE || length + size > MOST_CHARACTERS)) {
        yield slice;
        slice = [];
        length = 0;
      }
      slice.push(each);
      length += size;
    }
    yield slice;
  }
}
