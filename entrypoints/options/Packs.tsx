// What Backstory knows, from when, and from whom: the licences ask for the names, and a reader who weighs a
// card wants them too.

import { Trouble } from '../../components/Trouble.tsx';
import { wordNotice } from '../../components/words.ts';
import { Elsewhere } from './Elsewhere.tsx';
import { Imports } from './Imports.tsx';
import { Pack } from './Pack.tsx';
import type { OptionsActions, OptionsState } from './state.ts';

interface PacksProps {
  readonly state: Pick<OptionsState, 'packs' | 'imports' | 'catalogue' | 'dragging' | 'removal'>;
  readonly actions: OptionsActions;
}

export function Packs({ state: { packs, removal, catalogue, ...imports }, actions }: PacksProps) {
  const installed = packs.kind === 'there' ? packs.value.packs : [];
  return (
    <section aria-labelledby="packs" aria-busy={packs.kind === 'asking'}>
      {/* Focus comes here when the pack that had it is gone. */}
      <h2 id="packs" tabIndex={-1}>
        What it knows
      </h2>
      {packs.kind === 'asking' && <p class="hint">Looking at the knowledge packs…</p>}
      {packs.kind === 'failed' && <Trouble code={packs.code} onRetry={actions.onRetry} />}
      {packs.kind === 'there' && (
        <>
          {packs.value.notices.map((notice) => (
            <p key={notice} class="notice">
              {wordNotice(notice)}
            </p>
          ))}
          {packs.value.unreadable.map(({ id, title }) => (
            <p key={id} class="notice">
              <bdi>{title}</bdi> was added with another version of Backstory, in a form that this one does not
              read. It does not answer for now; add a newer copy of it, or{' '}
              <button type="button" class="button" onClick={() => actions.onRemove(id)}>
                {removal?.pack === id ? 'Yes, remove' : 'Remove'}
                <span class="unseen"> {title}</span>
              </button>
            </p>
          ))}
          {packs.value.packs.length === 0 && <p>No knowledge pack is installed.</p>}
          {packs.value.packs.map((pack) => (
            <Pack key={pack.id} pack={pack} removal={removal} actions={actions} />
          ))}
        </>
      )}
      <Imports {...imports} actions={actions}>
        <Elsewhere catalogue={catalogue} installed={installed} actions={actions} />
      </Imports>
    </section>
  );
}
