// How often a record is wrong, by samples that were read again: all samples pooled, with the interval in which the
// true rate lies (Wilson, 95 %; it holds for few errors and for none).
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { IsoDay } from '../../../core/knowledge/dates.ts';
import { EntityId, EventId } from '../../../core/knowledge/terms.ts';
import type { Table } from './counts.ts';

/** What a finding is about. */
const About = z.enum(['fact', 'time', 'claim', 'source', 'name', 'wording']);

const MEANS: Readonly<Record<z.infer<typeof About>, string>> = {
  fact: 'something told was false: a day, a count, a place, an office, who did it',
  time: 'true, but not at all times for which it is told',
  claim: 'disputed, and told as certain',
  source: 'the source does not carry it',
  name: 'a name, or a number in a catalogue, means something else',
  wording: 'a word misleads, or says too much',
};

const Sample = z.strictObject({
  seed: z.int(),
  date: IsoDay,
  read: z.int().check(z.gte(1)),
  /** Those of them with a source that had been opened. */
  opened: z.optional(z.strictObject({ read: z.int().check(z.gte(0)), wrong: z.int().check(z.gte(0)) })),
  wrong: z.array(
    z.strictObject({
      record: z.union([EntityId, EventId]),
      about: About,
      what: z.string().check(z.minLength(1)),
      corrected: z.optional(z.boolean()),
    }),
  ),
});
type Sample = z.infer<typeof Sample>;

/** Throws when the file is not of the form that its head describes. */
export function readSamples(text: string): Sample[] {
  const parsed = z.safeParse(z.strictObject({ samples: z.array(Sample) }), parse(text));
  if (!parsed.success) throw new Error(`starter-samples.yaml\n${z.prettifyError(parsed.error)}`);
  const more = parsed.data.samples.find(
    ({ read, wrong }) => new Set(wrong.map(({ record }) => record)).size > read,
  );
  if (more) throw new Error(`starter-samples.yaml: more records wrong than read with the seed ${more.seed}`);
  return parsed.data.samples;
}

/** 97.5 % of a normal distribution lies below this many deviations. */
const Z = 1.959964;

/** Wilson's interval for a share (E. B. Wilson, 1927): both ends from 0 to 1. */
export function wilson(found: number, of: number): readonly [number, number] {
  if (of === 0) return [0, 1];
  const share = found / of;
  const middle = share + Z ** 2 / (2 * of);
  const spread = Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  const scale = 1 + Z ** 2 / of;
  return [Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale)];
}

const wrongRecords = ({ wrong }: Sample) => new Set(wrong.map(({ record }) => record)).size;
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

export function pooled(samples: readonly Sample[]): string {
  const read = samples.reduce((sum, sample) => sum + sample.read, 0);
  if (read === 0) return 'No sample has been read yet.';
  const wrong = samples.reduce((sum, sample) => sum + wrongRecords(sample), 0);
  const opened = samples.flatMap((sample) => sample.opened ?? []);
  const readOpened = opened.reduce((sum, one) => sum + one.read, 0);
  const wrongOpened = opened.reduce((sum, one) => sum + one.wrong, 0);
  return [
    `Pooled: ${rate(wrong, read)}.`,
    ...(readOpened > 0
      ? [`Of those with a source that had been opened: ${rate(wrongOpened, readOpened)}.`]
      : []),
  ].join(' ');
}

function rate(wrong: number, read: number): string {
  const [low, high] = wilson(wrong, read);
  return `${wrong} of ${read} records wrong before correction, ${percent(wrong / read)} (95 % interval ${percent(low)} to ${percent(high)})`;
}

export function samplesTable(samples: readonly Sample[]): Table {
  return {
    title: 'Samples',
    columns: ['Date and seed', 'Records read', 'Wrong before correction'],
    rows: samples.map((sample) => [`${sample.date}, seed ${sample.seed}`, sample.read, wrongRecords(sample)]),
  };
}

export function aboutTable(samples: readonly Sample[]): Table {
  const found = samples.flatMap(({ wrong }) => wrong.map(({ about }) => about));
  return {
    title: 'What was wrong',
    columns: ['Kind', 'Findings'],
    rows: About.options.map((about) => [
      `${about}: ${MEANS[about]}`,
      found.filter((one) => one === about).length,
    ]),
  };
}

/** What was wrong, one line each. */
export function findings(samples: readonly Sample[]): string[] {
  return samples.flatMap(({ wrong }) =>
    wrong.map(
      ({ record, what, corrected = true }) =>
        `* \`${record}\`: ${what}${corrected ? '' : ' (not yet corrected)'}`,
    ),
  );
}
