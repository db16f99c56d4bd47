// What the project set out to reach, beside what was measured. A target that is missed is shown as missed.
import type { Table } from '../../packs/build/check/counts.ts';
import { type ProseScore, rate } from './prose.ts';
import { interval, type Run } from './report.ts';
import { f1, precision, recall } from './score/counts.ts';
import type { Speed } from './speed.ts';

const PRECISION = 0.95;
const RECALL_KNOWN = 0.9;
const RECOGNITION: Readonly<Record<string, number>> = {
  newsfair2: 0.78,
  gum: 0.74,
  re3d: 0.64,
  meantime: 0.74,
};
const PLACES_WHOLE: Readonly<Record<string, number>> = { geowebnews: 0.68, lgl: 0.58, geovirus: 0.78 };
const PLACES_GIVEN: Readonly<Record<string, number>> = { geowebnews: 0.75, lgl: 0.78, geovirus: 0.85 };
const WRONG_MARKS = 1;
/** Every other word a name somewhere: “Poles go up”, “Jordan almonds”, “WHO has taken my cup?” */
const TRAPS: ReadonlySet<string> = new Set(['garden.txt', 'kitchen.txt', 'work-and-money.txt']);
const SPEED = 2;
const TIMES_COMPROMISE = 10;

type Row = [measure: string, target: string, measured: string, reached: string];

const row = (measure: string, target: string, measured: string, reached: boolean): Row => [
  measure,
  target,
  measured,
  reached ? 'yes' : 'no',
];

export function targetsTable(runs: readonly Run[], prose: readonly ProseScore[], speed: Speed | null): Table {
  const wrong = rate(prose);
  const plain = rate(prose.filter(({ name }) => !TRAPS.has(name)));
  return {
    title: 'Set out to reach, and reached',
    columns: ['Measure', 'To reach', 'Measured', 'Reached'],
    rows: [
      ...runs.filter(({ system }) => system === 'Backstory').flatMap(ofNames),
      ...runs.filter(({ system }) => system === 'Backstory with All places').flatMap(ofPlaces),
      row(
        'Wrong marks on prose, per 1,000 words',
        `at most ${WRONG_MARKS}`,
        wrong.toFixed(2),
        wrong <= WRONG_MARKS,
      ),
      row(
        'The same, without the three texts made of traps',
        `at most ${WRONG_MARKS}`,
        plain.toFixed(2),
        plain <= WRONG_MARKS,
      ),
      ...(speed ? ofSpeed(speed) : []),
    ],
  };
}

function ofNames({ corpus: { name, measures }, measured: { recognition, linking } }: Run): Row[] {
  const rows: Row[] = [];
  const typed = RECOGNITION[name];
  if (typed !== undefined) {
    const f = f1(recognition.overlapping);
    rows.push(
      row(`Typed recognition, overlapping F, ${name}`, String(100 * typed), (100 * f).toFixed(1), f >= typed),
    );
  }
  if (!measures.includes('linking') || !(name === 'newsfair2' || name === 'meantime')) return rows;
  const found = recall(linking.known);
  rows.push(
    row(
      `Precision of shown links, ${name}`,
      '95',
      interval(linking.all),
      precision(linking.all) >= PRECISION,
    ),
    row(
      `Recall of gold names that the packs know, ${name}`,
      '90',
      `${(100 * found).toFixed(1)} (${linking.known.met} of ${linking.known.gold}; known are ${((100 * linking.known.gold) / linking.all.gold).toFixed(0)} % of ${linking.all.gold})`,
      found >= RECALL_KNOWN,
    ),
  );
  return rows;
}

function ofPlaces({ corpus: { name }, measured: { placed } }: Run): Row[] {
  const [whole, given] = [f1(placed.whole), placed.given.right / placed.given.gold];
  const [wholeTarget = 0, givenTarget = 0] = [PLACES_WHOLE[name], PLACES_GIVEN[name]];
  return [
    row(
      `Places from the text, F within 161 km, ${name}`,
      wholeTarget.toFixed(2),
      whole.toFixed(3),
      whole >= wholeTarget,
    ),
    row(`Places given the spans, ${name}`, givenTarget.toFixed(2), given.toFixed(3), given >= givenTarget),
  ];
}

function ofSpeed({ backstory, compromise }: Speed): Row[] {
  const times = backstory / compromise;
  return [
    row('Speed, million characters a second', String(SPEED), backstory.toFixed(2), backstory >= SPEED),
    row('Speed, times compromise', String(TIMES_COMPROMISE), times.toFixed(0), times >= TIMES_COMPROMISE),
  ];
}
