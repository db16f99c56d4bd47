// “Not this one”, in the card's place: whom else the name could mean and why each was not chosen, nobody known, never. One
// press decides, is kept at once, and can be undone where it was made.
import {
  CHOOSER,
  wordCorrection,
  wordLost,
  wordQuestion,
  wordTooMany,
} from '../../components/correction-words.ts';
import { Trouble } from '../../components/Trouble.tsx';
import { wordKind } from '../../components/words.ts';
import type { Says } from '../../core/matching/correction.ts';
import type { Mention } from '../../core/matching/mention.ts';
import type { ErrorCode } from '../../messaging/result.ts';

export interface Said {
  readonly says: Says;
  /** How whoever was chosen is called. */
  readonly called: string;
  readonly everywhere: boolean;
}

export type ChooserState =
  | { readonly at: 'choosing' }
  | { readonly at: 'keeping'; readonly said: Said }
  | { readonly at: 'kept'; readonly said: Said; readonly before: Says | null; readonly adding: boolean }
  | { readonly at: 'undone' }
  | { readonly at: 'too-many'; readonly most: number }
  | { readonly at: 'failed'; readonly code: ErrorCode; readonly retry: () => void };

export interface ChooserProps {
  readonly state: ChooserState;
  readonly mention: Mention;
  /** The name as it is looked up. */
  readonly written: string;
  /** Null where the page is no site's: then what is said holds everywhere. */
  readonly site: string | null;
  readonly everywhere: boolean;
  readonly onEverywhere: (everywhere: boolean) => void;
  readonly onSay: (said: Said) => void;
  readonly onUndo: () => void;
  readonly onAgain: () => void;
  readonly onAdd: () => void;
  readonly onShow: (entity: string) => void;
  readonly onClose: () => void;
}

const NAME = 'chooser-name';
const STATUS = 'chooser-status';

export function Chooser(props: ChooserProps) {
  const { state, written, onClose } = props;
  return (
    <section
      class="card chooser"
      role="dialog"
      aria-labelledby={NAME}
      aria-describedby={STATUS}
      aria-busy={state.at === 'keeping'}
      tabIndex={-1}
    >
      <header>
        <h2 id={NAME} dir="auto">
          {wordQuestion(written)}
        </h2>
        <button type="button" class="close" aria-label={CHOOSER.close} onClick={onClose}>
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <path d="M2 2l8 8M10 2l-8 8" />
          </svg>
        </button>
      </header>
      <div class="body">
        <p id={STATUS} role="status" class={state.at === 'keeping' ? 'unseen' : 'said'} dir="auto">
          {statusOf(props)}
        </p>
        {state.at === 'choosing' && <Choices {...props} />}
        {state.at === 'kept' && <Kept {...props} state={state} />}
        {state.at === 'undone' && <Deeds first={[CHOOSER.again, props.onAgain]} {...props} />}
        {state.at === 'too-many' && <Deeds {...props} />}
        {state.at === 'failed' && <Trouble code={state.code} onRetry={state.retry} />}
      </div>
    </section>
  );
}

function statusOf({ state, written, site }: ChooserProps): string {
  switch (state.at) {
    case 'choosing':
      return CHOOSER.choose;
    case 'keeping':
      return CHOOSER.keeping;
    case 'kept': {
      const { says, called, everywhere } = state.said;
      return wordCorrection(written, says, called, everywhere ? null : site);
    }
    case 'undone':
      return CHOOSER.undone;
    case 'too-many':
      return wordTooMany(state.most);
    case 'failed':
      return '';
  }
}

function Choices({ mention, site, everywhere, onEverywhere, onSay, onShow }: ChooserProps) {
  const isWide = everywhere || site === null;
  return (
    <>
      <ul class="choices">
        {mention.alternatives.map((other) => {
          const id = `chooser-${other.entity}`;
          return (
            <li key={other.entity}>
              <button
                type="button"
                class="choice"
                aria-describedby={`${id}-who ${id}-lost`}
                onClick={() => onSay({ says: other.entity, called: other.name, everywhere: isWide })}
              >
                <span dir="auto">{other.name}</span> <span class="kind">{wordKind(other.kind)}</span>
              </button>
              <p id={`${id}-who`} class="who" dir="auto">
                {other.description}
              </p>
              <p id={`${id}-lost`} class="hint" dir="auto">
                {wordLost(other, mention.name)}
              </p>
              <button type="button" class="inline aside" onClick={() => onShow(other.entity)}>
                {CHOOSER.showCard}
                <span class="unseen"> of {other.name}</span>
              </button>
            </li>
          );
        })}
        <li>
          <Choice
            id="chooser-other"
            name={CHOOSER.other}
            hint={CHOOSER.otherHint}
            onChoose={() => onSay({ says: 'none', called: '', everywhere: isWide })}
          />
        </li>
        {site !== null && (
          <li>
            <Choice
              id="chooser-never"
              name={CHOOSER.never(site)}
              hint={CHOOSER.neverHint}
              onChoose={() => onSay({ says: 'never', called: '', everywhere: false })}
            />
          </li>
        )}
      </ul>
      {site !== null && (
        <label class="wide">
          <input
            type="checkbox"
            checked={everywhere}
            onChange={(event) => onEverywhere(event.currentTarget.checked)}
          />{' '}
          {CHOOSER.everywhere(site)}
        </label>
      )}
    </>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  readonly onChoose: () => void;
}

function Choice({ id, name, hint, onChoose }: ChoiceProps) {
  return (
    <>
      <button type="button" class="choice" aria-describedby={id} onClick={onChoose}>
        {name}
      </button>
      <p id={id} class="hint">
        {hint}
      </p>
    </>
  );
}

function Kept(props: ChooserProps & { readonly state: Extract<ChooserState, { at: 'kept' }> }) {
  const { state, written, onUndo, onAdd } = props;
  return (
    <>
      {state.adding && <p class="hint">{CHOOSER.adding}</p>}
      {state.said.says === 'none' && !state.adding && (
        <p>
          <button type="button" class="inline" onClick={onAdd}>
            {CHOOSER.add(written)}
          </button>
        </p>
      )}
      <Deeds first={[CHOOSER.undo, onUndo]} {...props} />
      <p class="hint">{CHOOSER.listed}</p>
    </>
  );
}

interface DeedsProps {
  readonly first?: readonly [string, () => void];
  readonly onClose: () => void;
}

function Deeds({ first, onClose }: DeedsProps) {
  return (
    <p class="deeds">
      {first && (
        <button type="button" class="button" onClick={first[1]}>
          {first[0]}
        </button>
      )}{' '}
      <button type="button" class="button" onClick={onClose}>
        {CHOOSER.close}
      </button>
    </p>
  );
}
