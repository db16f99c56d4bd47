// Actors or places by weight: a bar behind each name shows the weight, the figure says how often it is named.
import type { EntityId } from '../../core/knowledge/terms.ts';
import type { Named } from './glance.ts';

const FIRST = 6;

export interface NamesProps {
  readonly title: string;
  readonly names: readonly Named[];
  readonly onShow: (entity: EntityId) => void;
}

export function Names({ title, names, onShow }: NamesProps) {
  const rest = names.slice(FIRST);
  return (
    <section class="names">
      <h2>{title}</h2>
      {names.length === 0 && <p class="hint">None recognised.</p>}
      <NameList names={names.slice(0, FIRST)} onShow={onShow} />
      {rest.length > 0 && (
        <details class="fold">
          <summary>{rest.length} more</summary>
          <NameList names={rest} onShow={onShow} />
        </details>
      )}
    </section>
  );
}

function NameList({ names, onShow }: Pick<NamesProps, 'names' | 'onShow'>) {
  return (
    <ol>
      {names.map(({ id, name, weight, times }) => (
        <li key={id}>
          <button
            type="button"
            class="name"
            title={`Show ${name} on the page`}
            style={{ '--weight': `${Math.round(weight * 100)}%` }}
            onClick={() => onShow(id)}
          >
            <span dir="auto">{name}</span>
            <span class="times">
              {times}
              <span class="unseen">{times === 1 ? ' time' : ' times'}</span>
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
