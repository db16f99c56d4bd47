// An article at a glance: who, where, and the road that led to it.
import type { Place } from '../../components/map-view.ts';
import { PlaceMap } from '../../components/PlaceMap.tsx';
import { Timeline } from '../../components/Timeline.tsx';
import { Trouble } from '../../components/Trouble.tsx';
import { wordNotice, wordPublished } from '../../components/words.ts';
import { type Glance, glance } from './glance.ts';
import { Names } from './Names.tsx';
import type { Content, PopupActions, Told } from './state.ts';

type PageProps = Extract<Content, { kind: 'page' }> &
  Pick<PopupActions, 'onShow' | 'onEdit' | 'onOther' | 'onRetryTold'>;

export function Page({ page, told, coastlines, today, onShow, onEdit, onOther, onRetryTold }: PageProps) {
  const seen = glance(page.mentions);
  const own = new Set(
    told.kind === 'told' ? told.backstory.entities.flatMap((one) => (one.own ? [one.id] : [])) : [],
  );
  const places = told.kind === 'told' ? placesOf(seen, told) : [];
  return (
    <>
      <h1 dir="auto">{page.title}</h1>
      <p class="published">{wordPublished(page.published?.day ?? today, page.published === null)}</p>
      {page.notices.map((notice) => (
        <p key={notice} class="notice">
          {wordNotice(notice)}
        </p>
      ))}
      {seen.among.length === 0 ? (
        <p class="empty">No name on this page is in the installed knowledge packs.</p>
      ) : (
        <>
          <div class="columns">
            <Names title="Actors" names={seen.actors} {...{ own, onShow, onEdit, onOther }} />
            <Names title="Places" names={seen.places} {...{ own, onShow, onEdit, onOther }} />
          </div>
          {places.length > 0 && <PlaceMap places={places} coastlines={coastlines} height={120} span={10} />}
          <section aria-busy={told.kind === 'asking'}>
            <h2>What led here</h2>
            <Road told={told} onRetry={onRetryTold} />
          </section>
        </>
      )}
    </>
  );
}

function Road({ told, onRetry }: { readonly told: Told; readonly onRetry: () => void }) {
  if (told.kind === 'asking') {
    return (
      <div class="skeleton" aria-hidden="true">
        <i />
        <i />
        <i />
      </div>
    );
  }
  if (told.kind === 'failed') return <Trouble code={told.code} onRetry={onRetry} />;
  const { before, since, asOf, assumedToday } = told.backstory;
  if (before.length + since.length === 0) {
    return <p class="empty">The installed packs know no events around these names.</p>;
  }
  return <Timeline before={before} since={since} asOf={asOf} assumedToday={assumedToday} />;
}

const MOST_DOTS = 12;

/** A dot in the middle of a country says nothing and would widen the map: countries only where there is no more. */
function placesOf({ places }: Glance, { backstory }: Extract<Told, { kind: 'told' }>): Place[] {
  const located = places.flatMap(({ id, name, kind }) => {
    const geo = backstory.entities.find((entity) => entity.id === id)?.geo;
    return geo ? [{ name, kind, ...geo }] : [];
  });
  const spots = located.filter(({ kind }) => kind !== 'country' && kind !== 'union' && kind !== 'region');
  return (spots.length > 0 ? spots : located).slice(0, MOST_DOTS);
}
