// The hover card, as a footnote to one name. Its head needs nothing but the mention, so it stands before the
// answer does and stays where it is when the answer comes. Not modal: the page under it remains in reach.

import { wordCardError } from './card-error-words.ts';
import type { CardProps } from './card-props.ts';
import { EntityTold } from './EntityTold.tsx';
import { wordFacet, wordLife } from './entity-words.ts';
import { TroubleSaid } from './TroubleSaid.tsx';
import { WhyLinked } from './WhyLinked.tsx';
import { wordKind, wordPublished } from './words.ts';

/** Unique within the shadow root, which holds one card. */
const NAME_ID = 'card-name';

export function EntityCard({
  mention,
  content,
  coastlines,
  onClose,
  onRetry,
  onOther,
  onNotThis,
  onNote,
}: CardProps) {
  const backstory = content.kind === 'told' ? content.backstory : undefined;
  const entity = backstory?.entities.find(({ id }) => id === mention.entity) ?? backstory?.entities[0];
  const isMentioned = !entity || entity.id === mention.entity;
  const marks = [
    wordKind(entity?.kind ?? mention.kind),
    ...(entity && backstory ? wordLife(entity, backstory.asOf) : []),
    ...(isMentioned ? [wordFacet(mention)] : []),
  ];
  return (
    <section
      class="card"
      role="dialog"
      aria-labelledby={NAME_ID}
      aria-busy={content.kind === 'asking'}
      tabIndex={-1}
    >
      <header>
        <h2 id={NAME_ID} dir="auto">
          {entity?.name ?? mention.name}
        </h2>
        <p class="kind">{marks.filter(Boolean).join(' · ')}</p>
        <button type="button" class="close" aria-label="Close" title="Close (Escape)" onClick={onClose}>
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <path d="M2 2l8 8M10 2l-8 8" />
          </svg>
        </button>
      </header>
      <div class="body">
        <p class="unseen" role="status">
          {content.kind === 'asking' ? 'Looking it up' : ''}
        </p>
        {content.kind === 'asking' && <Skeleton />}
        {content.kind === 'failed' && (
          <TroubleSaid code={content.code} words={wordCardError(content.code)} onRetry={onRetry} />
        )}
        {backstory && !entity && <p>The installed packs know nothing more about this name.</p>}
        {backstory && entity && (
          <>
            {backstory.assumedToday && <p class="hint">{wordPublished(backstory.asOf, true)}</p>}
            <p class="line" dir="auto">
              {entity.description}
            </p>
            <EntityTold entity={entity} backstory={backstory} coastlines={coastlines} onOther={onOther} />
            {onNote && (
              <p>
                <button type="button" class="inline" onClick={() => onNote(entity)}>
                  Write a note
                </button>
              </p>
            )}
          </>
        )}
        {isMentioned && content.kind !== 'asking' && (
          <>
            <WhyLinked mention={mention} />
            {onNotThis && (
              <button type="button" class="button" onClick={onNotThis}>
                Not this one
              </button>
            )}
          </>
        )}
      </div>
    </section>
  );
}

function Skeleton() {
  return (
    <div class="skeleton" aria-hidden="true">
      <i />
      <i />
      <i />
      <i />
    </div>
  );
}
