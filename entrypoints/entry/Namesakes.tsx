// The name is somebody's already: the reader says whether it is the same one, before there are two of them.
import { wordKind } from '../../components/words.ts';
import type { Namesake } from '../../messaging/own-requests.ts';

export interface NamesakesProps {
  readonly namesakes: readonly Namesake[];
  readonly onJoin: (namesake: Namesake) => void;
}

export function Namesakes({ namesakes, onJoin }: NamesakesProps) {
  return (
    <div role="status">
      {namesakes.length > 0 && (
        <section class="namesakes" aria-labelledby="namesakes">
          <h2 id="namesakes">
            {namesakes.length === 1
              ? 'This name is known already'
              : `${namesakes.length} bear this name already`}
          </h2>
          <ul>
            {namesakes.map((namesake) => (
              <li key={namesake.id}>
                <p>
                  <strong dir="auto">{namesake.name}</strong>{' '}
                  <span class="hint">
                    {wordKind(namesake.kind)}
                    {namesake.own && ', in your own knowledge'}
                  </span>
                </p>
                <p class="hint" dir="auto">
                  {namesake.description}
                </p>
                <button type="button" class="button" onClick={() => onJoin(namesake)}>
                  {namesake.own ? 'Change this one' : 'Add to this one'}
                  <span class="unseen"> {namesake.name}</span>
                </button>
              </li>
            ))}
          </ul>
          <p class="hint">Somebody or something else? Go on: it becomes an entry of its own.</p>
        </section>
      )}
    </div>
  );
}
