// What Backstory knows, from when, and from whom: the licences ask for the names, and a reader who weighs a
// card wants them too.

import { Trouble } from '../../components/Trouble.tsx';
import { wordNotice } from '../../components/words.ts';
import { Imports } from './Imports.tsx';
import { Pack } from './Pack.tsx';
import type { OptionsActions, OptionsState } from './state.ts';

interface PacksProps {
  readonly state: Pick<OptionsState, 'packs' | 'imports' | 'dragging' | 'removal'>;
  readonly actions: OptionsActions;
}

export function Packs({ state: { packs, removal, ...imports }, actions }: PacksProps) {
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
          {packs.value.packs.length === 0 && <p>No knowledge pack is installed.</p>}
          {packs.value.packs.map((pack) => (
            <Pack
              key={pack.id}
              pack={pack}
              removal={removal}
              onRemove={actions.onRemove}
              onKeep={actions.onKeep}
            />
          ))}
        </>
      )}
      <Imports {...imports} actions={actions} />
    </section>
  );
}
