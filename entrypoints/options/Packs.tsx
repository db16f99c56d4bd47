// What Backstory knows, from when, and from whom: the licences ask for the names, and a reader who weighs a
// card wants them too.

import { Trouble } from '../../components/Trouble.tsx';
import { WebLink } from '../../components/WebLink.tsx';
import { wordNotice } from '../../components/words.ts';
import { wordDate } from '../../core/knowledge/dates.ts';
import type { PackInfo } from '../../messaging/requests.ts';
import type { OptionsState } from './state.ts';

interface PacksProps {
  readonly packs: OptionsState['packs'];
  readonly onRetry: () => void;
}

export function Packs({ packs, onRetry }: PacksProps) {
  return (
    <section aria-labelledby="packs" aria-busy={packs.kind === 'asking'}>
      <h2 id="packs">What it knows</h2>
      {packs.kind === 'asking' && <p class="hint">Looking at the knowledge packs…</p>}
      {packs.kind === 'failed' && <Trouble code={packs.code} onRetry={onRetry} />}
      {packs.kind === 'there' && (
        <>
          {packs.value.notices.map((notice) => (
            <p key={notice} class="notice">
              {wordNotice(notice)}
            </p>
          ))}
          {packs.value.packs.length === 0 && <p>No knowledge pack is installed.</p>}
          {packs.value.packs.map((pack) => (
            <Pack key={pack.id} pack={pack} />
          ))}
        </>
      )}
    </section>
  );
}

function Pack({ pack }: { readonly pack: PackInfo }) {
  const { counts } = pack;
  const count = (value: number, what: string) => `${value.toLocaleString('en-GB')} ${what}`;
  // `built` may be a day or an instant; the day is what matters to a person.
  const built = /^\d{4}-\d{2}-\d{2}/.test(pack.built) ? wordDate(pack.built.slice(0, 10)) : pack.built;
  return (
    <article class="pack">
      <h3 dir="auto">{pack.title}</h3>
      <p>
        {count(counts.entities, 'actors and places')}, {count(counts.names, 'names')},{' '}
        {count(counts.events, 'events')}
      </p>
      <p class="hint">
        Version {pack.version}, built {built}, {size(pack.bytes)}. Licence: {pack.licence}.
      </p>
      <details class="fold">
        <summary>Whose work it rests on ({pack.attribution.length})</summary>
        <ul class="attribution">
          {pack.attribution.map(({ text, url, licence }) => (
            <li key={text} dir="auto">
              <WebLink url={url}>{text}</WebLink> <span class="hint">({licence})</span>
            </li>
          ))}
        </ul>
      </details>
    </article>
  );
}

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
