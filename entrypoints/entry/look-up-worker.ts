// Asks Wikidata and reads what it answers, apart from the page: megabytes are parsed without a key being missed, and the
// importer weighs on no page that never looks anything up.
import { type LookUp, lookUpIn, wikidataClient } from '../../core/knowledge/lookup/index.ts';
import type { FromWorker, ToWorker } from './look-up-messages.ts';

const running = new Map<number, { stop: AbortController; answer: (known: ReadonlySet<string>) => void }>();
let lookUp: LookUp | undefined;

const say = (message: FromWorker) => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'begin') lookUp = begun(data);
  else if (data.kind === 'search') void search(data);
  else if (data.kind === 'take') void take(data);
  else if (data.kind === 'known') running.get(data.job)?.answer(new Set(data.known));
  else running.get(data.job)?.stop.abort();
});

function begun({ agent, languages }: Extract<ToWorker, { kind: 'begin' }>): LookUp {
  const ask = wikidataClient({
    fetch: (address, init) => fetch(address, init),
    now: () => Date.now(),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    // Two windows are one reader.
    inTurn: (task) => navigator.locks.request('backstory-wikidata', task),
    agent,
  });
  return lookUpIn(ask, languages);
}

async function search({ job, name }: Extract<ToWorker, { kind: 'search' }>): Promise<void> {
  const stop = new AbortController();
  running.set(job, { stop, answer: () => {} });
  const outcome = await lookUp?.search(name, stop.signal);
  running.delete(job);
  if (outcome) say({ kind: 'found', job, outcome });
}

async function take({ job, id, today }: Extract<ToWorker, { kind: 'take' }>): Promise<void> {
  const stop = new AbortController();
  const { promise: answered, resolve: answer } = Promise.withResolvers<ReadonlySet<string>>();
  running.set(job, { stop, answer });
  const outcome = await lookUp?.take(id, {
    today,
    signal: stop.signal,
    onProgress: (progress) => say({ kind: 'progress', job, progress }),
    known: (ids) => {
      say({ kind: 'who-are', job, ids });
      return answered;
    },
  });
  running.delete(job);
  if (outcome) say({ kind: 'taken', job, outcome });
}
