// Actors or places by weight: a bar behind each name shows the weight, the figure says how often it is named.
import type { EntityId } from '../../core/knowledge/terms.ts';
import type { Named } from './glance.ts';

const FIRST = 6;

export interface NamesProps {
  readonly title: string;
  readonly names: readonly Named[];
  /** Those on whom the reader has an entry. */
  readonly own: ReadonlySet<EntityId>;
  readonly onShow: (entity: EntityId) => void;
  readonly onEdit: (entity: EntityId) => void;
  readonly onOther: (name: string) => void;
}

export function Names({ title, names, ...rest }: NamesProps) {
  const others = names.slice(FIRST);
  return (
    <section class="names">
      <h2>{title}</h2>
      {names.length === 0 && <p class="hint">None recognised.</p>}
      <NameList names={names.slice(0, FIRST)} {...rest} />
      {others.length > 0 && (
        <details class="fold">
          <summary>{others.length} more</summary>
          <NameList names={others} {...rest} />
        </details>
      )}
    </section>
  );
}

function NameList({ names, own, onShow, onEdit, onOther }: Omit<NamesProps, 'title'>) {
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
          <button type="button" class="inline edit other" onClick={() => onOther(name)}>
            Somebody else<span class="unseen"> than {name}</span>…
          </button>
          {own.has(id) && (
            <button type="button" class="inline edit" onClick={() => onEdit(id)}>
              Your entry: change<span class="unseen"> {name}</span>
            </button>
          )}
        </li>
      ))}
    </ol>
  );
}
