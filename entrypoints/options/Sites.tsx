// The sites that are left alone. Switching one off happens where it is read, in the popup.
import { Trouble } from '../../components/Trouble.tsx';
import type { OptionsActions, OptionsState } from './state.ts';

type SitesProps = Pick<OptionsState, 'sites'> & Pick<OptionsActions, 'onRetry' | 'onSwitchOn'>;

export function Sites({ sites, onRetry, onSwitchOn }: SitesProps) {
  return (
    <section aria-labelledby="sites" aria-busy={sites.kind === 'asking'}>
      <h2 id="sites">Where it runs</h2>
      <p>
        On every page that looks like a news article, except on the sites that you switch off from the
        toolbar.
      </p>
      {sites.kind === 'failed' && <Trouble code={sites.code} onRetry={onRetry} />}
      {sites.kind === 'there' && sites.value.length === 0 && <p class="hint">No site is switched off.</p>}
      {sites.kind === 'there' && sites.value.length > 0 && (
        <ul class="rows">
          {sites.value.map((site) => (
            <li key={site}>
              <span>{site}</span>
              <button type="button" class="button" onClick={() => onSwitchOn(site)}>
                Switch on again<span class="unseen"> at {site}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
