// Where a pack came from, and how often the reader wants it to be looked for there.
import { wordDate } from '../../core/knowledge/dates.ts';
import { Every } from '../../core/knowledge/remote/origin.ts';
import type { PackInfo } from '../../messaging/pack-requests.ts';
import type { OptionsActions } from './state.ts';

const HOW_OFTEN: Record<Every, string> = {
  never: 'only when I ask',
  day: 'every day',
  week: 'every week',
  month: 'every month',
};

interface PackOriginProps extends Pick<OptionsActions, 'onLookAgain' | 'onSchedule'> {
  readonly pack: PackInfo;
}

export function PackOrigin({ pack, onLookAgain, onSchedule }: PackOriginProps) {
  const { id, title, origin } = pack;
  if (!origin) return null;
  const { host } = new URL(origin.address);
  return (
    <>
      <p class="hint">
        From <bdi>{host}</bdi>
        {origin.from === 'catalogue' && ', as its catalogue lists it'}
        {origin.checked !== undefined && `; looked for on ${wordDate(origin.checked.slice(0, 10))}`}.
      </p>
      <p class="origin">
        <button type="button" class="button" onClick={() => onLookAgain(id)}>
          Look for a newer version<span class="unseen"> of {title}</span>
        </button>
        <label>
          Look for it{' '}
          <select
            value={origin.every}
            onChange={({ currentTarget }) => {
              const every = Every.safeParse(currentTarget.value);
              if (every.success) onSchedule(id, every.data);
            }}
          >
            {Every.options.map((every) => (
              <option key={every} value={every}>
                {HOW_OFTEN[every]}
              </option>
            ))}
          </select>
        </label>
      </p>
    </>
  );
}
