// Wiring: the active tab of this window, its keeper, the worker, and one state that is drawn again as each answers.
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { answerRequestsOf, askOf, askPageOf } from '../../messaging/channel.ts';
import { keeperRequests } from '../../messaging/keeper-requests.ts';
import { KEPT_CHANGED } from '../../messaging/kept-changed.ts';
import { libraryRequests } from '../../messaging/library-requests.ts';
import { notebookRequests } from '../../messaging/notebook-requests.ts';
import { editings } from '../library/editings.ts';
import type { AskLibrary } from '../library/holdings.ts';
import { PassageEditor } from '../library/PassageEditor.tsx';
import { Notebook } from './Notebook.tsx';
import { notebookRunner } from './notebook-runner.ts';

/** Milliseconds: the page hears of a change when we do, and then looks for its passages. */
const SETTLED = 400;
/** Milliseconds: pages change by themselves, and do not say so. */
const LOOK_AGAIN = 4_000;

const root = document.getElementById('notebook');
const ask: AskLibrary = (name, body) => askOf(libraryRequests, name, body);
const writing = editings(ask, draw);
const passageOf = (id: string) => {
  const { content } = runner.state();
  return content.kind === 'there'
    ? content.entries.find(({ passage }) => passage.id === id)?.passage
    : undefined;
};

const runner = notebookRunner({
  ask,
  askPage: (tab, name, body) => askPageOf(keeperRequests, tab, name, body),
  show: () => draw(),
  onHeld: () => writing.follow(passageOf),
  focus: (id) => {
    const element = document.getElementById(id);
    element?.scrollIntoView({ block: 'nearest' });
    // The reader may be writing on the page: the focus stays there.
    if (id === 'undo') element?.focus();
  },
});

function knownTags(): string[] {
  const { content } = runner.state();
  const entries = content.kind === 'there' ? content.entries : [];
  return [...new Set(entries.flatMap(({ passage }) => passage.tags))];
}

function draw(): void {
  if (!root) return;
  const { actions } = runner;
  render(
    <Notebook
      state={runner.state()}
      actions={actions}
      editor={(passage) => (
        <PassageEditor
          id={passage.id}
          draft={writing.draft(passage)}
          state={writing.state(passage)}
          colours={runner.state().colours}
          tags={knownTags()}
          onWrite={(change) => writing.write(passage, change)}
          onRetry={writing.flush}
          onDone={() => {
            writing.flush();
            actions.onEdit(null);
            document.querySelector<HTMLElement>(`#entry-${passage.id} .jump`)?.focus();
          }}
        />
      )}
    />,
    root,
  );
}

/** `?tab=7` makes it an ordinary page about that tab; else it is about the tab that is seen beside it. */
const given = Number(new URLSearchParams(location.search).get('tab'));

async function followActive(): Promise<void> {
  writing.flush();
  if (given > 0) return runner.follow(given);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return runner.follow(tab?.id ?? null);
}

let settling: ReturnType<typeof setTimeout> | undefined;
function refreshSoon(): void {
  clearTimeout(settling);
  settling = setTimeout(() => void runner.refresh(), SETTLED);
}

answerRequestsOf(notebookRequests, {
  'kept-shown': ({ id }, sender) => {
    runner.shown(sender.tab?.id, id);
    return {};
  },
});
new BroadcastChannel(KEPT_CHANGED).addEventListener('message', refreshSoon);
if (!(given > 0)) browser.tabs.onActivated.addListener(() => void followActive());
browser.tabs.onUpdated.addListener((tab, { status }) => {
  void browser.tabs.query({ active: true, currentWindow: true }).then(([active]) => {
    if (status === 'complete' && (given > 0 ? tab === given : tab === active?.id)) void followActive();
  });
});
setInterval(() => {
  if (document.visibilityState === 'visible' && runner.state().content.kind === 'there')
    void runner.refresh();
}, LOOK_AGAIN);
addEventListener('pagehide', writing.flush);
void followActive();
