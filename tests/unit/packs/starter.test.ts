import { describe, expect, test } from 'vitest';
import { dayAt } from '../../../core/knowledge/dates.ts';
import { type Entity, labelOf } from '../../../core/knowledge/entity.ts';
import { fold } from '../../../core/text/index.ts';
import { checkedPack } from '../../../packs/build/check/command.ts';
import { problemsOf } from '../../../packs/build/check/rules.ts';
import { inWords } from '../../../packs/build/problem.ts';
import { draftStarter } from '../../../packs/build/starter.ts';
import { hasShared, shared } from '../../shared.ts';

const draft = draftStarter();
const { entities, events } = draft;
const byId = new Map<string, Entity>(entities.map((entity) => [entity.id, entity]));

function get(id: string): Entity {
  const entity = byId.get(id);
  if (!entity) throw new Error(`no ${id} in the pack`);
  return entity;
}

/** Everything that a word may name, and how. */
function meanings(text: string) {
  return entities.flatMap((entity) =>
    entity.names
      .filter((name) => fold(name.text) === fold(text))
      .map(({ type, match, prior }) => ({ id: entity.id, type, match, prior })),
  );
}

test('the pack is sound: schema, references, dates, sources, nothing twice', () => {
  const problems = [...draft.problems, ...problemsOf(checkedPack(draft, dayAt(new Date())))];
  expect(problems.filter(({ level }) => level === 'error').map(inWords)).toEqual([]);
});

describe('a reader of the news does not meet', () => {
  test('a town in America under the name of Lebanon', () => {
    expect(meanings('Lebanon').map(({ id }) => id)).toEqual(['Q822']);
  });

  test('Donald Trump in a trump card', () => {
    const surname = get('Q22686').names.find(({ type }) => type === 'surname');
    expect(surname).toMatchObject({
      text: 'Trump',
      match: 'needs-full-name-first',
      not: expect.arrayContaining(['Trump card']),
    });
  });

  test.each(['Nice', 'Reading', 'Mobile', 'Split', 'Male', 'Orange', 'Sofia', 'Austin', 'Bo'])(
    'the city of %s where nothing speaks for it',
    (word) => {
      const found = meanings(word).filter(({ id }) => get(id).kind === 'city');
      expect(found.length).toBeGreaterThan(0);
      expect(found.filter(({ match }) => match !== 'needs-context')).toEqual([]);
    },
  );

  test('a city before the country that it shares its name with', () => {
    const countries = new Set(
      entities.filter(({ kind }) => kind === 'country').map((country) => fold(labelOf(country))),
    );
    const rivals = entities
      .filter(({ kind }) => kind === 'city')
      .filter((city) => countries.has(fold(labelOf(city))));
    expect(rivals.map(({ id }) => id)).toContain('starter:geonames-223817');
    for (const city of rivals)
      expect(city.names.find(({ type }) => type === 'label')).toMatchObject({
        match: 'needs-context',
        prior: 0.05,
      });
  });

  test('the militia of another country under a name of Hezbollah', () => {
    expect(meanings('Hezbollah').map(({ id }) => id)).toEqual(['Q41053']);
    expect(get('starter:kataib-hezbollah').names.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Kataeb Hezbollah', 'Kataib Hizballah', "Kata'ib Hezbollah", 'كتائب حزب الله']),
    );
  });

  test('“Iranian militias” as one thing, so that Iran in it can be linked', () => {
    expect([...meanings('Iranian militias'), ...meanings('pro-Iranian militias')]).toEqual([]);
  });

  test('a country where its acronym is a pronoun', () => {
    for (const { match } of meanings('US')) expect(match).toBe('exact-case');
  });
});

describe('a reader of the news meets', () => {
  test('Vienna in Austria', () => {
    expect(get('starter:geonames-2761369').relations).toEqual(
      expect.arrayContaining([
        { type: 'located_in', to: 'Q40' },
        { type: 'capital_of', to: 'Q40' },
      ]),
    );
  });

  test('Tehran as the government of Iran and as a city', () => {
    expect(meanings('Tehran').map(({ id, type }) => [id, type])).toEqual(
      expect.arrayContaining([
        ['Q794', 'metonym'],
        ['Q3616', 'label'],
      ]),
    );
  });

  test('two Iranian consulates, each in its city', () => {
    expect(meanings('Iranian consulate').map(({ id, match }) => [id, match])).toEqual([
      ['starter:iran-consulate-najaf', 'needs-context'],
      ['starter:iran-consulate-karbala', 'needs-context'],
    ]);
    expect(get('starter:iran-consulate-najaf').relations).toContainEqual({
      type: 'located_in',
      to: 'Q168193',
    });
    expect(get('starter:iran-consulate-karbala').relations).toContainEqual({
      type: 'located_in',
      to: 'starter:karbala',
    });
  });

  test('Denmark and the Netherlands, not their kingdoms', () => {
    expect([get('Q35'), get('Q55')].map(({ kind }) => kind)).toEqual(['country', 'country']);
    expect([byId.has('Q756617'), byId.has('Q29999')]).toEqual([false, false]);
    expect(get('Q223').relations).toContainEqual({ type: 'part_of', to: 'Q35' });
  });

  test('Tripoli more often in Libya than in Lebanon', () => {
    const [libya = 0, lebanon = 0] = ['starter:geonames-2210247', 'starter:geonames-266826'].map(
      (id) => get(id).names.find(({ type }) => type === 'label')?.prior,
    );
    expect(libya).toBeGreaterThan(lebanon);
  });

  test('the killing of Soleimani on the third in Baghdad and on the second in Washington', () => {
    expect(events.find(({ id }) => id === 'starter:2020-01-03-soleimani')?.date).toEqual({
      edtf: '2020-01-03',
      tz: 'Asia/Baghdad',
      elsewhere: [{ edtf: '2020-01-02', tz: 'America/New_York' }],
    });
  });

  test('an attack that nobody claimed without a culprit', () => {
    const attack = events.find(({ id }) => id === 'starter:2019-12-27-k1-attack');
    expect(attack?.status).toBe('disputed');
    expect(attack?.actors.filter(({ role }) => role === 'actor')).toEqual([]);
  });
});

interface Gold {
  readonly entities: readonly {
    readonly id: string;
    readonly qid: string | null;
    readonly qidVerified: boolean;
  }[];
  readonly events: readonly { readonly id: string; readonly title: string; readonly summary: string }[];
}

describe.skipIf(!hasShared)('of the article that the product was conceived on', () => {
  const gold: Gold = hasShared ? JSON.parse(shared('seed/gold.json')) : { entities: [], events: [] };
  const idOf = ({ id, qid, qidVerified }: Gold['entities'][number]) =>
    qid && qidVerified ? qid : id.replace(/^x:/, 'starter:');

  test('every entity is there, under its verified Wikidata item or its own name', () => {
    expect(gold.entities.map(idOf).filter((id) => !byId.has(id))).toEqual([]);
  });

  test('every event is there', () => {
    const ids = new Set<string>(events.map(({ id }) => id));
    expect(gold.events.map(({ id }) => id.replace(/^ev:/, 'starter:')).filter((id) => !ids.has(id))).toEqual(
      [],
    );
  });

  test('no sentence is taken over', () => {
    const own = events.flatMap(({ title, summary }) => [title, summary]);
    expect(
      own.filter((text) =>
        gold.events.some(({ title, summary }) => text.includes(title) || text.includes(summary)),
      ),
    ).toEqual([]);
  });
});
