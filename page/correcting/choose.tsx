// Runs the chooser in the element that the card gives it: asks the worker, keeps what came of it, draws it again. It comes
// with the keeper's script, and with a Preact of its own.
import { render } from 'preact';
import type { Says } from '../../core/matching/correction.ts';
import type { Mention } from '../../core/matching/mention.ts';
import { type AskOptions, askOf } from '../../messaging/channel.ts';
import { type CorrectionRequests, correctionRequests } from '../../messaging/correction-requests.ts';
import type { Answer, Ask } from '../../messaging/requests.ts';
import type { ErrorCode, Result } from '../../messaging/result.ts';
import { siteOf } from '../../messaging/site.ts';
import type { Choosing } from '../keeper-handle.ts';
import { adopt } from '../style-sheets.ts';
import { Chooser, type ChooserState, type Said } from './Chooser.tsx';
import chooserStyle from './chooser.css?inline';

/** A port of its own, so that it can be tried in a browser without an extension around it. */
export type CorrectingWorker = <K extends keyof CorrectionRequests & string>(
  name: K,
  body: Ask<CorrectionRequests, K>,
  options?: AskOptions,
) => Promise<Result<Answer<CorrectionRequests, K>>>;

export const channelCorrecting: CorrectingWorker = (name, body, options) =>
  askOf(correctionRequests, name, body, options);

const styled = new WeakSet<ShadowRoot>();

export function choose(element: Element, choosing: Choosing, worker: CorrectingWorker): void {
  const { mention, close, show } = choosing;
  const written = writtenOf(mention);
  const site = siteOf(location.href);
  let state: ChooserState = { at: 'choosing' };
  let everywhere = false;

  const root = element.getRootNode();
  if (root instanceof ShadowRoot && !styled.has(root)) {
    styled.add(root);
    adopt(root, chooserStyle);
  }

  function to(next: ChooserState) {
    state = next;
    draw();
    // The button that was pressed has gone.
    element.querySelector<HTMLElement>('[role="dialog"]')?.focus({ preventScroll: true });
  }

  const failed = (code: ErrorCode, retry: () => void) => to({ at: 'failed', code, retry });
  const whereOf = (said: Said) => (said.everywhere ? 'everywhere' : 'site');

  async function say(said: Said) {
    to({ at: 'keeping', said });
    const answer = await worker('correct', { written, where: whereOf(said), says: said.says });
    if (!answer.ok) return failed(answer.error.code, () => void say(said));
    if (answer.value.state === 'too-many') return to({ at: 'too-many', most: answer.value.most });
    to({ at: 'kept', said, before: answer.value.before, adding: false });
  }

  async function undo(said: Said, before: Says | null) {
    const where = whereOf(said);
    const answer =
      before === null
        ? await worker('uncorrect', { written, where })
        : await worker('correct', { written, where, says: before });
    if (!answer.ok) return failed(answer.error.code, () => void undo(said, before));
    to({ at: 'undone' });
  }

  async function add(kept: Extract<ChooserState, { at: 'kept' }>) {
    const answer = await worker('addName', { written });
    if (!answer.ok) return failed(answer.error.code, () => void add(kept));
    to({ ...kept, adding: true });
  }

  function draw() {
    render(
      <Chooser
        state={state}
        mention={mention}
        written={written}
        site={site}
        everywhere={everywhere}
        onEverywhere={(wide) => {
          everywhere = wide;
          draw();
        }}
        onSay={(said) => void say(said)}
        onUndo={() => state.at === 'kept' && void undo(state.said, state.before)}
        onAgain={() => to({ at: 'choosing' })}
        onAdd={() => state.at === 'kept' && void add(state)}
        onShow={show}
        onClose={close}
      />,
      element,
    );
  }

  draw();
}

/** The name by which it was linked: folded, it is what the page says; by the page's own letters it could be cut by an element. */
function writtenOf({ reasons, name }: Mention): string {
  const by = reasons.find((reason) => reason.code === 'name');
  return by?.code === 'name' ? by.name : name;
}
