// A person, an organisation or a company of FollowTheMoney → an entity, without what ties it to others. What lists
// say of somebody (“sanctioned”) is told as what a list says, never as what they are.
import type { EntityKind, Source } from '../../terms.ts';
import { defined } from '../defined.ts';
import type { ReadOptions } from '../source.ts';
import type { EntityDraft } from '../wikidata/entity.ts';
import { cutAtWord, oneLine } from '../wikidata/text.ts';
import type { Ids } from './ids.ts';
import { wikidataOf } from './ids.ts';
import { namesOf } from './names.ts';
import { agreedDate, all, type Record } from './record.ts';

const KINDS: Readonly<{ [schema: string]: EntityKind }> = {
  Person: 'person',
  Organization: 'organisation',
  Company: 'company',
  PublicBody: 'government_body',
  // Nobody said whether it is a person; as an organisation it gets no surname that would mislead.
  LegalEntity: 'organisation',
};
/** Topics that say more than the schema, the first that fits. */
const BY_TOPIC: readonly (readonly [string, EntityKind])[] = [
  ['pol.party', 'party'],
  ['mil', 'armed_force'],
  ['crime.terror', 'armed_group'],
  ['gov.igo', 'organisation'],
];
const WORDS: Readonly<{ [kind in EntityKind]?: string }> = {
  person: 'Person',
  organisation: 'Organisation',
  company: 'Company',
  government_body: 'Public body',
  party: 'Political party',
  armed_force: 'Military body',
  armed_group: 'Armed group',
};
const MOST_FACTS = 8;

export function kindOf(record: Record): EntityKind | undefined {
  const kind = KINDS[record.schema];
  if (kind === undefined || kind === 'person') return kind;
  const topics = new Set(all(record, 'topics'));
  return BY_TOPIC.find(([topic]) => topics.has(topic))?.[1] ?? kind;
}

/** The entity, or `null` where it has no name in a script that was asked for. */
export function entityOf(
  record: Record,
  kind: EntityKind,
  ids: Ids,
  options: ReadOptions,
): EntityDraft | null {
  const names = namesOf(record, kind, options.languages);
  if (names.length === 0) return null;
  const id = ids.learn(record);
  const former = ids.former(record, id);
  const facts = factsOf(record);
  return {
    id,
    kind,
    facets: ['actor'],
    names,
    description: describe(record, kind, options.languages[0] ?? 'en'),
    salience: all(record, 'topics').includes('sanction') ? 0.35 : 0.25,
    pack: options.pack,
    ...defined({
      formerIds: former.length > 0 ? former : undefined,
      facts: facts.length > 0 ? facts : undefined,
      ids: defined({ wikidata: wikidataOf(record) }),
    }),
    ...(kind === 'person'
      ? defined({ born: agreedDate(all(record, 'birthDate')), died: agreedDate(all(record, 'deathDate')) })
      : defined({
          founded: agreedDate(all(record, 'incorporationDate')),
          dissolved: agreedDate(all(record, 'dissolutionDate')),
        })),
  };
}

/** What it is and of which country: never what somebody held, which has its dates. */
function describe(record: Record, kind: EntityKind, language: string): string {
  const politician = kind === 'person' && all(record, 'topics').includes('role.pep');
  const codes = ['nationality', 'citizenship', 'jurisdiction', 'country'].flatMap((property) =>
    all(record, property),
  );
  const countries = [...new Set(codes)].slice(0, 3).map((code) => countryName(code, language));
  return oneLine(
    [politician ? 'Holder of public office' : (WORDS[kind] ?? 'Organisation'), ...countries].join(', '),
  );
}

function countryName(code: string, language: string): string {
  try {
    return new Intl.DisplayNames([language, 'en'], { type: 'region' }).of(code.toUpperCase()) ?? code;
  } catch {
    return code;
  }
}

function sourceOf({ id }: Record): Source {
  const url = `https://www.opensanctions.org/entities/${encodeURIComponent(id)}/`;
  return { publisher: 'OpenSanctions', ...(url.length <= 500 ? { url } : {}) };
}

function factsOf(record: Record): NonNullable<EntityDraft['facts']> {
  const source = sourceOf(record);
  const listed = all(record, 'topics').includes('sanction')
    ? ['On a sanctions list, according to OpenSanctions']
    : [];
  return [
    ...listed.map((value) => ({ label: 'Listed', value, source })),
    // Undated, so no role: shown as what a source says, not as held on the article's day.
    ...all(record, 'position').map((text) => ({
      label: 'Position (undated)',
      value: cutAtWord(text, 200),
      source,
    })),
  ].slice(0, MOST_FACTS);
}
