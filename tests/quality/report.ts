// The tables of docs/quality.md. Each row is one corpus and one system; a figure that was not measured in this run says so.
import type { Table } from '../../packs/build/check/counts.ts';
import type { Ablated } from './ablation.ts';
import type { ReadCorpus } from './corpora.ts';
import type { AtBar } from './curve.ts';
import { commonestNames, type Error as Mistake } from './errors.ts';
import type { Measured } from './measure.ts';
import { type ProseScore, rate } from './prose.ts';
import { ORDERS, type OrderScore } from './related-events.ts';
import { f1, precision, recall, type Score, wilson } from './score/counts.ts';
import type { Speed } from './speed.ts';

export interface Run {
  readonly corpus: ReadCorpus;
  readonly system: string;
  readonly measured: Measured;
  /** Of the gold names with an entity, so many are known to the packs. */
  readonly known?: number;
}

const percent = (share: number): string => (Number.isNaN(share) ? '' : (100 * share).toFixed(1));
const third = (share: number): string => (Number.isNaN(share) ? '' : share.toFixed(3));
const prf = (score: Score): string[] => [precision(score), recall(score), f1(score)].map(percent);

export function interval({ right, given }: Score): string {
  const [low, high] = wilson(right, given);
  return `${percent(right / given)} (${percent(low)} to ${percent(high)})`;
}

export function recognitionTable(runs: readonly Run[]): Table {
  return {
    title: 'Recognition',
    columns: ['Corpus', 'System', 'Names', 'P', 'R', 'F', 'exact P', 'R', 'F', 'Quoted F'],
    rows: runs.map(({ corpus, system, measured: { recognition } }) => [
      corpus.title,
      system,
      recognition.overlapping.gold,
      ...prf(recognition.overlapping),
      ...prf(recognition.exact),
      isOurs(system) ? (corpus.quoted.recognition ?? '') : '',
    ]),
  };
}

export function linkingTable(runs: readonly Run[]): Table {
  return {
    title: 'Linking',
    columns: [
      'Corpus',
      'System',
      'Shown and judged',
      'P of what is shown',
      'Gold',
      'R, all',
      'F, all',
      'known',
      'R, known',
      'F, known',
      'exact F, all',
      'apart',
      'Quoted F, exact',
    ],
    rows: runs.map(({ corpus, system, measured: { linking } }) => [
      corpus.title,
      system,
      linking.all.given,
      interval(linking.all),
      linking.all.gold,
      percent(recall(linking.all)),
      percent(f1(linking.all)),
      `${linking.known.gold} (${percent(linking.known.gold / linking.all.gold)} %)`,
      percent(recall(linking.known)),
      percent(f1(linking.known)),
      percent(f1(linking.exact)),
      linking.apart,
      isOurs(system) ? (corpus.quoted.linking ?? '') : '',
    ]),
  };
}

export function placesTable(runs: readonly Run[]): Table {
  return {
    title: 'Places',
    columns: [
      'Corpus',
      'System',
      'Places',
      'given the spans',
      'quoted',
      'from the text: P',
      'R',
      'F',
      'quoted',
    ],
    rows: runs.map(({ corpus, system, measured: { placed } }) => [
      corpus.title,
      system,
      placed.given.gold,
      third(placed.given.right / placed.given.gold),
      isOurs(system) ? (corpus.quoted.given ?? '') : '',
      ...[precision(placed.whole), recall(placed.whole), f1(placed.whole)].map(third),
      isOurs(system) ? (corpus.quoted.whole ?? '') : '',
    ]),
  };
}

export function proseTable(scores: readonly ProseScore[]): Table {
  return {
    title: 'Wrong marks where there are no names',
    columns: ['Text', 'Words', 'Wrong marks', 'per 1,000 words'],
    rows: [
      ...scores.map((score) => [score.name, score.words, score.wrong.length, rate([score]).toFixed(2)]),
      [
        'all',
        scores.reduce((sum, { words }) => sum + words, 0),
        scores.reduce((sum, { wrong }) => sum + wrong.length, 0),
        rate(scores).toFixed(2),
      ],
    ],
  };
}

export function speedTable({ backstory, compromise, characters }: Speed): Table {
  return {
    title: 'Speed',
    columns: ['Engine', 'million characters a second', 'times compromise'],
    rows: [
      [
        `Backstory, ${characters.toLocaleString('en-GB')} characters`,
        backstory.toFixed(2),
        (backstory / compromise).toFixed(0),
      ],
      ['compromise, a part of the same text', compromise.toFixed(3), '1'],
    ],
  };
}

export function eventsTable(
  orders: readonly OrderScore[],
  seed: readonly OrderScore[],
  stories: number,
): Table {
  const row = (name: string, of: string, { recall10, recall20, ndcg20, since10 }: OrderScore) => [
    of,
    name,
    percent(recall10),
    percent(recall20),
    third(ndcg20),
    percent(since10),
  ];
  return {
    title: 'Related events',
    columns: [
      'Stories',
      'Order',
      'Before: R in the first 10',
      'in the first 20',
      'nDCG at 20',
      'Since: R in the first 10',
    ],
    rows: [
      ...orders.map((order, index) => row(ORDERS[index] ?? '', `${stories} written for this`, order)),
      ...seed.map((order, index) =>
        row(ORDERS[index] ?? '', 'the seed article', { ...order, ndcg20: Number.NaN }),
      ),
    ],
  };
}

export function ablationTable(rows: readonly Ablated[]): Table {
  return {
    title: 'What each clue is worth',
    columns: ['Without', 'P of what is shown', 'R of what is known', 'F', 'Places from the text: F'],
    rows: rows.map(({ without, linking, places }) => [
      without ?? 'nothing left out',
      ...prf(linking),
      third(f1(places)),
    ]),
  };
}

export function curveTable(rows: readonly AtBar[]): Table {
  const names = [...(rows[0]?.byCorpus.keys() ?? [])];
  const cell = (score: Score | undefined) =>
    score ? `${percent(precision(score))} / ${percent(recall(score))} (${score.given})` : '';
  return {
    title: 'Precision and recall by the bar from which a page is marked',
    columns: ['Marked from', ...names, 'all'],
    rows: rows.map(({ bar, byCorpus, all }) => [
      String(bar),
      ...names.map((name) => cell(byCorpus.get(name))),
      cell(all),
    ]),
  };
}

/** The commonest errors of each sort: names alone, since the texts are not ours to print. */
export function errorsTable(runs: readonly Run[]): Table {
  const rows = runs
    .filter(({ system }) => isOurs(system))
    .flatMap(({ corpus, measured: { recognition, linking, placed } }) => {
      const of = (what: string, errors: readonly Mistake[]) =>
        [...Map.groupBy(errors, ({ sort }) => sort)].map(([sort, all]) => [
          corpus.title,
          `${what}: ${sort}`,
          all.length,
          commonestNames(all),
        ]);
      return [
        ...(corpus.measures.includes('recognition') ? of('recognition', recognition.errors) : []),
        ...(corpus.measures.includes('linking') ? of('link', linking.errors) : []),
        ...(corpus.measures.includes('places') ? of('place', placed.errors) : []),
      ];
    });
  return {
    title: 'The ten commonest errors of each sort',
    columns: ['Corpus', 'Sort', 'Errors', 'Names'],
    rows,
  };
}

const isOurs = (system: string): boolean => system.startsWith('Backstory');
