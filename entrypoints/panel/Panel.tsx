// A kept passage's panel: what it is called, what the reader wrote of it, and the way back from every deed.
import { useState } from 'preact/hooks';
import { PANEL, wordColourNamed, wordSaved } from '../../components/keeping-words.ts';
import { Tags } from '../../components/Tags.tsx';
import type { Colour, PassageDraft } from '../../core/annotation/kept/index.ts';
import type { EntityId } from '../../core/knowledge/terms.ts';
import type { FromPanel } from '../../page/keeping/from-panel.ts';
import { HUED, HUES } from '../../page/keeping/hues.ts';
import type { PanelShown } from '../../page/keeping/panel-messages.ts';

export interface Written {
  readonly colour: Colour;
  readonly note: string;
  readonly tags: readonly string[];
}

type Deed = Exclude<FromPanel['do'], 'ready' | 'write' | 'height' | 'actor'>;

export interface PanelProps {
  readonly shown: PanelShown;
  readonly written: Written;
  readonly onWrite: (change: Partial<PassageDraft>) => void;
  readonly onDo: (what: Deed) => void;
  readonly onActor: (entity: EntityId) => void;
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text');

/** In a text field the keys undo letters, as everywhere; beside it, the last deed on this page. */
function turnOf(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return null;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' ? 'redo' : null;
}

/** Escape went down here. */
let escapes = false;

export function Panel({ shown, written, onWrite, onDo, onActor }: PanelProps) {
  /** When the key goes up: the page would hear its end else, and close something of its own. */
  function onKeyUp(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !escapes) return;
    escapes = false;
    // After the key: a browser waits for a frame to have done with it, and this one will be gone.
    setTimeout(() => onDo('close'));
  }

  function onKey(event: KeyboardEvent) {
    if (event.key === 'Escape') escapes = !event.isComposing;
    const turn = turnOf(event);
    if (!turn) return;
    event.preventDefault();
    onDo(turn);
  }

  if (shown.about === 'actor')
    return (
      <main tabIndex={-1} aria-label={shown.quote} onKeyDown={onKey} onKeyUp={onKeyUp}>
        <header>
          <h1 dir="auto">{shown.quote}</h1>
          <Close onDo={onDo} />
        </header>
        {shown.own !== '' && (
          <p class="names">
            {PANEL.own} <bdi>{shown.own}</bdi>
          </p>
        )}
        <Note shown={shown} written={written} onWrite={onWrite} placeholder={PANEL.actorPlaceholder} />
        <Saved shown={shown} onRetry={() => onDo('retry')} />
        <footer>
          {shown.back && (
            <button type="button" class="quiet" onClick={() => onDo('back')}>
              {PANEL.back}
            </button>
          )}
          <a
            class="quiet"
            href={`/library.html?who=${encodeURIComponent(shown.subject)}`}
            target="_blank"
            rel="noopener"
            title={PANEL.metHint}
          >
            {PANEL.met}
          </a>
        </footer>
      </main>
    );

  return (
    <main tabIndex={-1} aria-label={PANEL.title} onKeyDown={onKey} onKeyUp={onKeyUp}>
      <h1 class="unseen">{PANEL.title}</h1>
      <header>
        <Colours shown={shown} colour={written.colour} onPick={(colour) => onWrite({ colour })} />
        <Close onDo={onDo} />
      </header>
      {shown.asks && <Question onDo={onDo} />}
      {shown.deleted ? (
        <p class="deleted" role="status">
          {PANEL.deleted}{' '}
          <button type="button" class="button" onClick={() => onDo('bring-back')}>
            {PANEL.bringBack}
          </button>
        </p>
      ) : (
        <>
          <blockquote dir="auto">{shown.quote}</blockquote>
          <Note shown={shown} written={written} onWrite={onWrite} placeholder={PANEL.placeholder} />
          <Saved shown={shown} onRetry={() => onDo('retry')} />
          <Tags
            most={shown.most.tags}
            key={shown.subject}
            tags={written.tags}
            known={shown.known}
            onChange={(tags) => onWrite({ tags })}
          />
          {shown.names.length > 0 && (
            <p class="names">
              <span>{PANEL.names}:</span> <Names names={shown.names} onActor={onActor} />
            </p>
          )}
        </>
      )}
      <footer>
        <CopyLink link={shown.link} />
        <button type="button" class="quiet" disabled={!shown.undo} onClick={() => onDo('undo')}>
          {PANEL.undo}
        </button>
        <button type="button" class="quiet" disabled={!shown.redo} onClick={() => onDo('redo')}>
          {PANEL.redo}
        </button>
        {!shown.deleted && (
          <button type="button" class="quiet delete" onClick={() => onDo('drop')}>
            {PANEL.delete}
          </button>
        )}
      </footer>
      <p class="said" role="status">
        {shown.said}
      </p>
    </main>
  );
}

function Close({ onDo }: Pick<PanelProps, 'onDo'>) {
  return (
    <button
      type="button"
      class="close"
      aria-label={PANEL.close}
      title={`${PANEL.close} (Escape)`}
      onClick={() => onDo('close')}
    >
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d="M2 2l8 8M10 2l-8 8" />
      </svg>
    </button>
  );
}

interface NoteProps extends Pick<PanelProps, 'shown' | 'written' | 'onWrite'> {
  readonly placeholder: string;
}

function Note({ shown, written, onWrite, placeholder }: NoteProps) {
  return (
    <>
      <label for="note" class="unseen">
        {PANEL.note}
      </label>
      <textarea
        id="note"
        dir="auto"
        rows={3}
        maxLength={shown.most.note}
        placeholder={placeholder}
        value={written.note}
        onInput={({ currentTarget }) => onWrite({ note: currentTarget.value })}
      />
    </>
  );
}

/** Whoever is known can be written about. */
function Names({ names, onActor }: { readonly names: PanelShown['names'] } & Pick<PanelProps, 'onActor'>) {
  return (
    <>
      {names.map(({ entity, kind, text }, at) => (
        <span key={text}>
          {at > 0 && ', '}
          {entity && kind ? (
            <button
              type="button"
              class="inline"
              title={`${PANEL.noteOn} ${text}`}
              onClick={() => onActor(entity)}
            >
              <bdi>{text}</bdi>
            </button>
          ) : (
            <bdi>{text}</bdi>
          )}
        </span>
      ))}
    </>
  );
}

interface ColoursProps {
  readonly shown: PanelShown;
  readonly colour: Colour;
  readonly onPick: (colour: Colour) => void;
}

function Colours({ shown, colour, onPick }: ColoursProps) {
  return (
    <fieldset class="hues">
      <legend class="unseen">{PANEL.colour}</legend>
      {HUED.map((each) => {
        const name = wordColourNamed(each, shown.colours[each]);
        return (
          <label key={each} class="hue-button" title={name} style={{ '--hue': HUES[each] }}>
            <input
              type="radio"
              name="colour"
              aria-label={name}
              checked={each === colour}
              onChange={() => onPick(each)}
            />
            <i class="hue" />
          </label>
        );
      })}
      <span class="meaning">{shown.colours[colour]}</span>
    </fieldset>
  );
}

function Question({ onDo }: Pick<PanelProps, 'onDo'>) {
  return (
    <fieldset class="question">
      <legend>{PANEL.question}</legend>
      <button type="button" class="button" onClick={() => onDo('yes')}>
        {PANEL.yes}
      </button>{' '}
      <button type="button" class="button" onClick={() => onDo('no')}>
        {PANEL.no}
      </button>{' '}
      <button type="button" class="button" onClick={() => onDo('later')}>
        {PANEL.later}
      </button>
    </fieldset>
  );
}

function Saved({
  shown: { saved, trouble },
  onRetry,
}: {
  readonly shown: PanelShown;
  readonly onRetry: () => void;
}) {
  if (saved === 'kept' || saved === 'saving')
    return (
      <p class="saved" role="status">
        {wordSaved(saved)}
      </p>
    );
  return (
    <div class="trouble" role="alert">
      <p>
        {PANEL.unsaved} {trouble}
      </p>
      {saved === 'failed' && (
        <button type="button" class="button" onClick={onRetry}>
          {PANEL.retry}
        </button>
      )}
    </div>
  );
}

function CopyLink({ link }: { readonly link: string }) {
  const [said, say] = useState('');
  async function copy() {
    say((await copied(link)) ? PANEL.linkCopied : PANEL.notCopied);
  }
  return (
    <>
      <button type="button" class="quiet" onClick={() => void copy()}>
        {PANEL.copyLink}
      </button>
      <span class="copied" role="status">
        {said}
      </span>
    </>
  );
}

/** Within a page without TLS there is no clipboard at all, and a page's policy may forbid it. */
async function copied(link: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(link);
    return true;
  } catch {
    return copiedByHand(link);
  }
}

/** The older way, which a page's policy on its frames does not touch. */
function copiedByHand(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  return done;
}
