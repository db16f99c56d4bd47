import { describe, expect, test } from 'vitest';
import { isNobody } from '../../../core/knowledge/sources/plover/actors.ts';
import { cameoCodes, ploverOfCameo } from '../../../core/knowledge/sources/plover/cameo.ts';
import { spanOf } from '../../../core/knowledge/sources/plover/dates.ts';
import { countryOfCode, countryOfFips, countryOfName } from '../../../core/knowledge/sources/plover/fips.ts';
import { ploverOf, sentenceOf } from '../../../core/knowledge/sources/plover/terms.ts';
import { confidenceOf, weightOf } from '../../../core/knowledge/sources/plover/weight.ts';
import { PloverType } from '../../../core/knowledge/terms.ts';
import { hasShared, shared } from '../../shared.ts';

const told = (code: string) => {
  const type = ploverOfCameo(code);
  return type && [type.plover, type.mode.join(), type.context.join()].join(' ').trim();
};

describe('CAMEO told in PLOVER', () => {
  test.each([
    ['163', 'SANCTION discontinue economic', 'an embargo is a sanction, not coercion'],
    ['166', 'SANCTION withdraw diplomatic', 'leaving an agreement expels nobody'],
    ['1661', 'SANCTION expel military', 'sending peacekeepers away does'],
    ['186', 'ASSAULT targeted', 'an assassination is targeted'],
    ['185', 'ASSAULT targeted', 'an attempt is, too'],
    ['1856', 'ASSAULT targeted', 'a code that is unknown is as its beginning'],
    ['0831', 'RETREAT resign executive', 'a leader who gives way resigns'],
    ['128', 'REJECT  legal', 'breaking a rule refuses no request'],
    ['194', 'ASSAULT heavy-weapons military', 'missiles'],
    ['1952', 'ASSAULT drone military', 'drones'],
    ['1831', 'ASSAULT suicide-attack', 'a suicide bombing'],
    ['010', 'OTHER', 'a statement is no act'],
    ['14', 'PROTEST', 'a root of two digits'],
    ['42', 'CONSULT visit', 'a zero lost in a spreadsheet'],
    ['311', 'AGREE  economic', 'a zero lost before three digits'],
  ])('%s is %s: %s', (code, expected) => {
    expect(told(code)).toBe(expected.trim());
  });

  test.each(['', '0', '00', '29', '99', '999', 'abc', '040 ', '1.9E+2', '12345'])(
    '“%s” is no code',
    (code) => {
      expect(ploverOfCameo(code)).toBeNull();
    },
  );

  test('each root from 01 to 20 has a type, and each type but none of our own is used', () => {
    const roots = Array.from({ length: 20 }, (_, index) => String(index + 1).padStart(2, '0'));
    expect(roots.filter((root) => !ploverOfCameo(root))).toEqual([]);
    const used = new Set(cameoCodes().map(({ plover }) => plover));
    expect(PloverType.options.filter((type) => !used.has(type))).toEqual([]);
  });
});

interface Published {
  readonly types: Record<string, { modes: string[] }>;
  readonly contexts: string[];
}

describe.skipIf(!hasShared)('beside the published tables', () => {
  const published = (): Published => JSON.parse(shared('samples/plover/plover-types-0.8.json'));

  /** Where we differ from the authors’ table on purpose, in type or mode: all of it, and nothing else. */
  const DIFFERENT: Record<string, string> = {
    '0831': 'RETREAT resign',
    '0874': 'RETREAT withdraw',
    '087': 'RETREAT ',
    '105': 'REQUEST yield',
    '195': 'ASSAULT aerial',
    '124': 'REJECT yield',
    '1241': 'REJECT yield',
    '1242': 'REJECT yield',
    '128': 'REJECT ',
    '132': 'THREATEN restrict',
    '1321': 'THREATEN restrict',
    '1322': 'THREATEN restrict',
    '139': 'THREATEN ',
    '143': 'PROTEST strike',
    '1431': 'PROTEST strike',
    '1432': 'PROTEST strike',
    '1433': 'PROTEST strike',
    '1434': 'PROTEST strike',
    '163': 'SANCTION discontinue',
    '166': 'SANCTION withdraw',
    '1712': 'ASSAULT destroy',
    '1722': 'COERCE restrict',
    '1823': 'ASSAULT beat',
    '183': 'ASSAULT explosives',
    '175': 'ASSAULT crowd-control',
    '185': 'ASSAULT targeted',
    '186': 'ASSAULT targeted',
  };

  test('it says what the authors say, but for the differences named here', () => {
    const types = published().types;
    const differences: Record<string, string> = {};
    for (const line of shared('samples/plover/CAMEO2PLOVER-2021.txt').split('\n')) {
      const [, code, type, mode = ''] = /^(\d{3,4}): (\w+)\s*,\s*([\w-]*)/.exec(line) ?? [];
      if (!code || !type) continue;
      const ours = ploverOfCameo(code);
      const theirs = types[type]?.modes.includes(mode) ? mode : '';
      if (ours?.plover !== type || ours.mode.join() !== theirs)
        differences[code] = `${ours?.plover} ${ours?.mode.join()}`;
    }
    expect(differences).toEqual(DIFFERENT);
  });

  test('PLOVER’s own modes and contexts are known, and no others', () => {
    const { types, contexts } = published();
    for (const [type, { modes }] of Object.entries(types)) {
      expect(ploverOf(type, [...modes, 'ban', 'ease'], contexts)).toEqual({
        plover: type,
        mode: modes,
        context: contexts,
      });
    }
    expect(Object.keys(types).sort()).toEqual(PloverType.options.filter((type) => type !== 'OTHER').sort());
  });

  test('every code that ICEWS uses has a type', () => {
    const codes = [...shared('samples/icews/cameo-codes.csv').matchAll(/^"\d+",\d+,"[^"]*","(\d+)"/gm)];
    expect(codes.length).toBe(312);
    expect(codes.filter(([, code = '']) => !ploverOfCameo(code)).map(([, code]) => code)).toEqual([]);
  });

  test('the events of the seed article get the type that an analyst gave them', () => {
    const gold: { events: { id: string; type: { plover: string; cameo: string | null } }[] } = JSON.parse(
      shared('seed/gold.json'),
    );
    const coded = gold.events.filter(({ type }) => type.cameo !== null);
    expect(coded.length).toBe(24);
    for (const { id, type } of coded)
      expect([id, ploverOfCameo(type.cameo ?? '')?.plover]).toEqual([id, type.plover]);
  });
});

describe('countries', () => {
  test.each([
    ['IZ', 'IQ'],
    ['IS', 'IL'],
    ['AU', 'AT'],
    ['AS', 'AU'],
    ['GM', 'DE'],
    ['GZ', 'PS'],
    ['WE', 'PS'],
    ['KV', 'XK'],
    ['OD', 'SS'],
    ['RI', 'RS'],
    ['UP', 'UA'],
    ['NH', 'VU'],
  ])('FIPS %s is ISO %s', (fips, iso2) => {
    expect(countryOfFips(fips)?.iso2).toBe(iso2);
  });

  test('a sea, a disputed reef and a code that never was are no country', () => {
    for (const code of ['OS', 'PF', 'PG', 'ZZ', '', 'iz']) expect(countryOfFips(code)).toBeUndefined();
  });

  test('CAMEO’s own codes and ISO’s are understood, regions are not', () => {
    expect(['IRQ', 'ROM', 'WSB', 'IQ'].map((code) => countryOfCode(code)?.iso3)).toEqual([
      'IRQ',
      'ROU',
      'PSE',
      'IRQ',
    ]);
    expect(countryOfCode('MEA')).toBeUndefined();
  });

  test.each([
    ['Yemen (North Yemen)', 'YE'],
    ['the former Yugoslav Republic of Macedonia', 'MK'],
    ['DR Congo (Zaire)', 'CD'],
    ['Democratic Republic of Congo', 'CD'],
    ['Congo', 'CG'],
    ['Cote d’Ivoire', 'CI'],
    ['Côte d’Ivoire', 'CI'],
    ['Occupied Palestinian Territory', 'PS'],
    ['Russia (Soviet Union)', 'RU'],
    ['Myanmar (Burma)', 'MM'],
    ['Kingdom of eSwatini (Swaziland)', 'SZ'],
    ['Moldova, Republic of', 'MD'],
    ['Türkiye', 'TR'],
  ])('%s is %s', (name, iso2) => {
    expect(countryOfName(name)?.iso2).toBe(iso2);
  });

  test('there are 249 of ISO and Kosovo, each found by its own codes and name', () => {
    const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const codes = letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => countryOfCode(code));
    expect(codes.length).toBe(250);
    for (const code of codes) {
      const country = countryOfCode(code);
      expect(regions.of(code)).toBeDefined();
      expect(countryOfName(country?.name ?? '')).toEqual(country);
      expect(countryOfCode(country?.iso3 ?? '')).toEqual(country);
    }
  });
});

describe('what is drawn from a type', () => {
  test('a sentence in plain words, with whoever is named', () => {
    const type = ploverOf('ACCUSE', ['allege'], []);
    if (!type) throw new Error('ACCUSE is a type');
    expect(sentenceOf(type, 'Iran', 'Saudi Arabia')).toBe('Iran: accusation against Saudi Arabia');
    expect(sentenceOf(type, undefined, 'Iraq')).toBe('Accusation against Iraq');
    expect(sentenceOf(type, undefined, undefined)).toBe('Accusation');
    expect(ploverOf('statement', [], [])).toBeNull();
  });

  test('more dead weigh more, on a scale that ends', () => {
    expect([0, 1, 10, 100, 1000, 1_000_000].map((deaths) => weightOf('ASSAULT', { deaths }))).toEqual([
      0.25, 0.3, 0.5, 0.7, 0.9, 0.95,
    ]);
  });

  test('a report that is repeated a million times still weighs less than ten dead', () => {
    expect(weightOf('CONSULT', { mentions: 10 })).toBe(0.15);
    expect(weightOf('ASSAULT', { mentions: 1_000_000 })).toBe(0.4);
  });

  test('no machine is believed more than 0.6, nor less than 0.1', () => {
    expect(confidenceOf({ isLead: true, publishers: 500, mentions: 9000 })).toBe(0.6);
    expect(confidenceOf({ isLead: false, isDateVague: true, isOneSided: true })).toBe(0.15);
    expect(confidenceOf({ isLead: true, publishers: 2 })).toBe(0.5);
  });

  test('two days are one date: whole months and years are written so', () => {
    expect(spanOf('2019-12-01', '2019-12-31')).toBe('2019-12');
    expect(spanOf('2019-01-01', '2020-12-31')).toBe('2019/2020');
    expect(spanOf('2019-12-31', '2019-12-01')).toBe('2019-12');
    expect(spanOf('2019-12-01', '2020-02-29')).toBe('2019-12/2020-02');
    expect(spanOf('2019-12-02', '2019-12-31')).toBe('2019-12-02/2019-12-31');
  });

  test('a class of people is nobody, a body of a state is somebody', () => {
    const names = [
      'Civilians',
      'Protesters (Iraq)',
      'Citizen (India)',
      'Unidentified Armed Group (Mali)',
      'COMPANY',
    ];
    expect(names.filter((name) => !isNobody(name))).toEqual([]);
    const bodies = ['Police (India)', 'Government (Iraq)', 'IS', 'Kata’ib Hizballah', 'Congress (India)'];
    expect(bodies.filter(isNobody)).toEqual([]);
  });
});
