// A page about the last days of 2019 as the worker tells it, parsed by the schemas themselves, so that a view
// is never tested on data that could not arrive.
import type * as z from 'zod/mini';
import { Backstory, EntityTold, EventTold } from '../../../core/knowledge/backstory.ts';
import { Mention } from '../../../core/matching/mention.ts';

type In<S extends z.ZodMiniType> = z.input<S>;

export function mention(changes: Partial<In<typeof Mention>> = {}): Mention {
  return Mention.parse({
    block: 3,
    start: 10,
    end: 19,
    entity: 'starter:hezbollah',
    name: 'Hezbollah',
    kind: 'armed_group',
    facet: 'actor',
    confidence: 0.93,
    shown: true,
    reasons: [
      { code: 'name', type: 'label', name: 'Hezbollah' },
      { code: 'near', entity: 'Q822', name: 'Lebanon', sentence: true },
      { code: 'usual', share: 0.91 },
    ],
    alternatives: [
      {
        entity: 'starter:kataib-hezbollah',
        name: 'Kata’ib Hezbollah',
        kind: 'armed_group',
        description: 'Iraqi Shia militia, part of the Popular Mobilisation Forces',
        confidence: 0.06,
      },
    ],
    ...changes,
  });
}

export const hezbollah = EntityTold.parse({
  id: 'starter:hezbollah',
  name: 'Hezbollah',
  kind: 'armed_group',
  description: 'Lebanese Shia movement: a party with seats in parliament and an army of its own',
  rolesThen: [
    {
      role: { role: 'Partner in the caretaker government', from: '2019-01-31' },
      orgName: 'Lebanon',
      held: 'on',
    },
  ],
  background: {
    text: 'It grew out of the fight against the Israeli occupation in the 1980s, with training and money from Iran, kept its weapons after the civil war, and sent fighters to Syria from 2012 on.',
    asOf: '2026-06',
    sources: [
      {
        publisher: 'Council on Foreign Relations',
        title: 'What is Hezbollah?',
        url: 'https://www.cfr.org/hezbollah',
      },
      { publisher: 'A printed encyclopedia', published: '2019' },
    ],
  },
  facts: [
    { label: 'Leader', value: 'Hassan Nasrallah' },
    { label: 'Strength', value: 'up to 45,000 fighters' },
  ],
  from: '1982',
  packs: ['Starter pack'],
});

export const premier = EntityTold.parse({
  id: 'starter:abdul-mahdi',
  name: 'Adil Abdul-Mahdi',
  kind: 'person',
  description: 'Iraqi economist and politician',
  rolesThen: [
    {
      role: { role: 'Caretaker Prime Minister', from: '2019-12-01', to: '2020-05-07' },
      orgName: 'Iraq',
      held: 'on',
    },
    { role: { role: 'Minister of Oil', from: '2014-09', to: '2016-03' }, orgName: 'Iraq', held: 'until' },
  ],
  facts: [],
  from: '1942',
  packs: ['Starter pack'],
});

export const baghdad = EntityTold.parse({
  id: 'Q1530',
  name: 'Baghdad',
  kind: 'city',
  description: 'capital of Iraq, on the Tigris',
  rolesThen: [],
  facts: [{ label: 'Inhabitants', value: '7.2 million' }],
  geo: { lat: 33.31, lon: 44.37 },
  packs: ['Starter pack'],
});

const place = (id: string, name: string, lat: number, lon: number) => ({ id, name, geo: { lat, lon } });
const iraqi = {
  baghdad: place('Q1530', 'Baghdad', 33.31, 44.37),
  kirkuk: place('starter:k1', 'K-1 base', 35.52, 44.25),
  najaf: place('starter:najaf', 'Najaf', 32.0, 44.33),
};
const us = { id: 'Q30', name: 'United States' };
const iran = { id: 'Q794', name: 'Iran' };
const kataib = { id: 'starter:kataib-hezbollah', name: 'Kata’ib Hezbollah' };
const reuters = { publisher: 'Reuters', title: 'Agency report', url: 'https://www.reuters.com/report' };

export function event(
  slug: string,
  edtf: string,
  title: string,
  changes: Partial<In<typeof EventTold>> = {},
): EventTold {
  return EventTold.parse({
    id: `starter:${slug}`,
    title,
    summary: `${title}, as several agencies wrote on the day.`,
    date: { edtf },
    type: 'OTHER',
    status: 'confirmed',
    actors: [],
    places: [],
    sources: [reuters],
    score: 0.5,
    reasons: [{ code: 'actor', ...iran }],
    when: edtf.slice(0, 10) > '2019-12-31' ? 'after' : 'before',
    ...changes,
  });
}

export const before: EventTold[] = [
  event('rockets', '2019-12-27', 'Rockets hit a base near Kirkuk', {
    summary:
      'More than thirty rockets struck a base that Iraqi and American soldiers share. An American contractor died.',
    type: 'ASSAULT',
    status: 'reported',
    actors: [
      { ...kataib, role: 'alleged_actor' },
      { ...us, role: 'recipient' },
      { name: 'Iraqi army', role: 'recipient' },
    ],
    places: [iraqi.kirkuk],
    deaths: { low: 1, best: 1, high: 1 },
    reasons: [
      { code: 'actor', ...us },
      { code: 'near-in-time', days: 4 },
    ],
  }),
  event(
    'clashes',
    '2019-11-24/2019-11-25',
    'Supporters of Hezbollah and Amal clash with protesters in Beirut',
    {
      type: 'ASSAULT',
      confidence: 0.62,
      reasons: [
        { code: 'actor', id: 'starter:hezbollah', name: 'Hezbollah' },
        { code: 'place', id: 'Q3820', name: 'Beirut' },
        { code: 'near-in-time', days: 36 },
      ],
    },
  ),
  event('abqaiq', '2019-09-14', 'Drones and missiles strike Saudi oil plants', {
    type: 'ASSAULT',
    status: 'disputed',
    actors: [{ ...iran, role: 'alleged_actor' }],
    reasons: [{ code: 'actor', ...iran }, { code: 'turning-point' }],
  }),
  event('strikes', '2019-12-29', 'American aircraft bomb five bases of Kata’ib Hezbollah', {
    type: 'ASSAULT',
    actors: [
      { ...us, role: 'actor' },
      { ...kataib, role: 'recipient' },
    ],
    deaths: { low: 19, best: 25, high: 25 },
  }),
  event('designation', '2009-07-02', 'Washington lists Kata’ib Hezbollah as a terrorist group', {
    type: 'SANCTION',
  }),
  event('deal', '2015-07-14', 'Iran and six powers agree on limits to its nuclear programme', {
    type: 'AGREE',
  }),
  event('withdrawal', '2018-05-08', 'The United States leaves the nuclear deal', { type: 'SANCTION' }),
  event('sanctions', '2018-11-05', 'American oil sanctions on Iran return in full', { type: 'SANCTION' }),
  event('irgc', '2019-04-08', 'Washington lists Iran’s Revolutionary Guards', { type: 'SANCTION' }),
  event('drone', '2019-06-20', 'Iran shoots down an American drone', { type: 'ASSAULT' }),
  event('iraq-protests', '2019-10-01/2021', 'Mass protests begin in Iraq', { type: 'PROTEST' }),
  event('lebanon-protests', '2019-10-17', 'A tax on calls starts mass protests in Lebanon', {
    type: 'PROTEST',
  }),
  event('karbala', '2019-11-03', 'Protesters attack Iran’s consulate in Karbala', { type: 'PROTEST' }),
  event('fuel', '2019-11-15', 'Dearer fuel sets off protests across Iran', { type: 'PROTEST' }),
  event('najaf', '2019-11-27', 'Iran’s consulate in Najaf burns', { type: 'PROTEST', places: [iraqi.najaf] }),
  event('resignation', '2019-11-29', 'Iraq’s prime minister offers to resign', { type: 'CONCEDE' }),
  event('sistani', '2019-12-30', 'Sistani condemns the American strikes', { type: 'ACCUSE' }),
  event('embassy', '2019-12-31', 'A crowd breaks into the outer American embassy in Baghdad', {
    type: 'PROTEST',
    when: 'same-day',
    places: [iraqi.baghdad],
  }),
];

const since: EventTold[] = [
  event('soleimani', '2020-01-03', 'An American drone kills Qasem Soleimani at Baghdad airport', {
    date: {
      edtf: '2020-01-03',
      tz: 'Asia/Baghdad',
      elsewhere: [{ edtf: '2020-01-02', tz: 'America/New_York' }],
    },
    type: 'ASSAULT',
  }),
  event('leaving', '2020-01-01', 'The crowd leaves the embassy', { type: 'RETREAT' }),
];

export function backstory(changes: Partial<In<typeof Backstory>> = {}): Backstory {
  return Backstory.parse({
    asOf: '2019-12-31',
    assumedToday: false,
    entities: [hezbollah],
    before,
    since,
    ...changes,
  });
}

/** A crude Near East in the form of the real coastlines: x is longitude, y is minus latitude. */
export const COASTLINES =
  'M26 -40L36 -41L41 -41L49 -40L50 -37L54 -37L54 -41L70 -41L70 -25L61 -25L57 -27L50 -30L48 -30L51 -25L55 -25L56 -26L59 -22L52 -16L43 -12L39 -20L35 -28L34 -31L36 -35L36 -37L30 -36L27 -37Z';
