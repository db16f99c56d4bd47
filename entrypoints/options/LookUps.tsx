// The switch for look-ups, and exactly what they send. Off until the reader turns it.

import { wordError } from '../../components/error-words.ts';
import type { LookUpsActions, LookUpsState } from './look-ups-runner.ts';
import { Switch } from './Switch.tsx';

interface LookUpsProps {
  readonly state: LookUpsState;
  readonly actions: LookUpsActions;
}

export function LookUps({ state, actions }: LookUpsProps) {
  const { on, refused, trouble } = state;
  return (
    <section aria-labelledby="look-ups" aria-busy={on.kind === 'asking'}>
      <h2 id="look-ups">Look-ups</h2>
      <p>
        A name that no pack knows can be looked up in Wikidata while you add it to your own knowledge. You see
        who may be meant, and one press takes over the right one, with what it is most closely tied to.
      </p>
      <Switch on={on} explainedBy="look-ups-sent" onRetry={actions.onRetry} onSwitch={actions.onSwitch}>
        Let me look up names in Wikidata
      </Switch>
      <div role="status">
        {refused && (
          <p class="notice">
            The browser was not allowed to ask www.wikidata.org, so look-ups stay off. Nothing was sent.
          </p>
        )}
        {trouble && <p class="notice">{Object.values(wordError(trouble)).join(' ')}</p>}
      </div>
      <p class="hint" id="look-ups-sent">
        What is sent: the name that you look up, then the numbers of the items that you take over, your
        browser’s language and the word “Backstory”, to www.wikidata.org, and only when you press the button.
        As with any visit the server learns your network address. Nothing of the page that you read is sent,
        nor its address. What comes back is in the public domain (CC0), is kept in your own knowledge with the
        day of the look-up, and can be deleted as any other entry.
      </p>
    </section>
  );
}
