// Wiring: the worker that answers, the worker that searches, the address, and one state that is drawn again as each
// answer arrives.
import { render } from 'preact';
import { dayAt } from '../../core/knowledge/dates.ts';
import { ask, askOf } from '../../messaging/channel.ts';
import { exchangeRequests } from '../../messaging/exchange-requests.ts';
import { keepingRequests } from '../../messaging/keeping-requests.ts';
import { KEPT_CHANGED } from '../../messaging/kept-changed.ts';
import { KeptChange, libraryRequests } from '../../messaging/library-requests.ts';
import { Actor } from './Actor.tsx';
import { actorRunner } from './actor-runner.ts';
import { editings } from './editings.ts';
import { Exchange } from './exchange/Exchange.tsx';
import { exchangeRunner } from './exchange/exchange-runner.ts';
import { give } from './exchange/give.ts';
import type { AskLibrary } from './holdings.ts';
import { Library } from './Library.tsx';
import { libraryRunner } from './library-runner.ts';
import { PassageEditor } from './PassageEditor.tsx';
import { onPageKey } from './page-keys.ts';
import type { FromSearch } from './search-messages.ts';
import { readView, writeView } from './view.ts';

/** Milliseconds: thousands of passages are changed in one go. */
const PATIENCE = 120_000;

/** As many events as may be asked for. */
const LINE = { before: 50, since: 50 };

const root = document.getElementById('library');
const worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });

const askLibrary: AskLibrary = (name, body) => askOf(libraryRequests, name, body, { patience: PATIENCE });
const writing = editings(askLibrary, draw);

const runner = libraryRunner(readView(location.search), {
  ask: askLibrary,
  search: (message) => worker.postMessage(message),
  show: () => draw(),
  onHeld: () => writing.follow(runner.holdings.passage),
  address: (view, anew) => {
    const address = location.pathname + writeView(view);
    if (anew) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  },
  // Drawn by then.
  focus: (id) => document.getElementById(id)?.focus(),
});

const exchange = exchangeRunner({
  library: askLibrary,
  exchange: (name, body) => askOf(exchangeRequests, name, body, { patience: PATIENCE }),
  chosen: () => [...runner.state().selection.chosen],
  found: () => runner.state().shown?.ids ?? [],
  where: (id) => {
    const passage = runner.holdings.passage(id);
    return passage ? (passage.deleted === null ? 'kept' : 'bin') : null;
  },
  give,
  show: draw,
  now: () => new Date().toISOString(),
  batch: () => crypto.randomUUID(),
});

const actor = actorRunner({
  ask: askLibrary,
  tell: (entity) => ask('tell', { about: [entity], published: null, among: [], limit: LINE }),
  keepNote: (body) => askOf(keepingRequests, 'keepEntityNote', body),
  show: () => draw(),
});

function draw(): void {
  if (!root) return;
  actor.about(runner.state().view.who);
  const about = actor.state();
  const { holdings, actions } = runner;
  render(
    <Library
      state={runner.state()}
      actions={actions}
      passageOf={holdings.passage}
      pageOf={holdings.page}
      tags={holdings.tags()}
      {...(about && {
        person: <Actor state={about} runner={actor} today={dayAt(new Date())} onWho={actions.onWho} />,
      })}
      editor={(passage) => (
        <PassageEditor
          id={passage.id}
          draft={writing.draft(passage)}
          state={writing.state(passage)}
          colours={runner.state().colours}
          tags={holdings.tags()}
          onWrite={(change) => writing.write(passage, change)}
          onRetry={writing.flush}
          onDone={() => {
            writing.flush();
            actions.onEdit(null);
            document.getElementById(`passage-${passage.id}`)?.focus();
          }}
        />
      )}
      exchange={<Exchange state={exchange.state()} actions={exchange.actions} />}
    />,
    root,
  );
}

worker.addEventListener('message', ({ data }: MessageEvent<FromSearch>) => runner.hear(data));
addEventListener('keydown', (event) => onPageKey(event, runner.actions));
addEventListener('pagehide', () => {
  writing.flush();
  actor.flush();
});
addEventListener('beforeunload', (event) => {
  if (writing.isUnsaved()) event.preventDefault();
});
addEventListener('popstate', () => runner.go(readView(location.search)));
new BroadcastChannel(KEPT_CHANGED).addEventListener('message', ({ data }) => {
  const pages = KeptChange.safeParse(data).data?.pages ?? null;
  runner.changed(pages);
  actor.changed();
});
runner.start();
