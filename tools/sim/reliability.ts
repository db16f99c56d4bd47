// The figures of docs/reliability.md, between two comments, so that what people wrote around them stays.
import { readFileSync, writeFileSync } from 'node:fs';
import type { Sum } from './histories.ts';

const FILE = new URL('../../docs/reliability.md', import.meta.url);
const number = (value: number) => value.toLocaleString('en-GB');

export function writeHistories(sum: Sum): void {
  const { first, last, seeds } = sum;
  const isGapless = last - first + 1 === seeds;
  const rows = [
    ['histories', `${number(seeds)} (${isGapless ? '' : 'of '}seeds ${first} to ${last})`],
    ['edits that had to be there in the end', number(sum.acked)],
    ['lost', number(sum.lost)],
    ['histories that ended with devices that differ', number(sum.diverged)],
    ['files in which a word of the reader could be read', number(sum.leaked)],
    ['edits whose only copy was on a lost machine or lost by the server: not counted', number(sum.excused)],
    ['requests', number(sum.requests)],
    ['copied profiles that were noticed', number(sum.twins)],
    ['runs that ended with a question: a device deletes much', number(sum.held)],
  ];
  write('histories', table(['', 'measured'], rows));
}

export interface Noticed {
  readonly name: string;
  readonly says: string;
  /** Histories until it was noticed; null: it was not. */
  readonly after: number | null;
}

export function writeMutants(mutants: readonly Noticed[], most: number): void {
  const rows = mutants.map(({ name, says, after }) => [
    `\`${name}\``,
    says,
    after === null ? `not within ${most}` : String(after),
  ]);
  write('mutants', table(['planted bug', 'what is wrong then', 'noticed in history'], rows));
}

export interface Damage {
  readonly segments: number;
  readonly truncations: number;
  readonly flips: number;
  readonly refused: number;
  readonly reported: number;
  readonly healed: number;
}

export function writeDamage({ segments, truncations, flips, refused, reported, healed }: Damage): void {
  const rows = [
    ['truncations: every length of a segment', number(truncations)],
    [`changed bytes: every byte of ${segments} segments`, number(flips)],
    ['refused by the device that fetched it', number(refused)],
    ['reported to the device that wrote it', number(reported)],
    ['healed: written again, taken in, and had by a device that joins', number(healed)],
  ];
  write('damage', table(['', 'measured'], rows), 'sim:damage');
}

export function table(head: readonly string[], rows: readonly string[][]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** @param by the script that writes this part */
export function write(part: string, text: string, by = 'sim'): void {
  const document = readFileSync(FILE, 'utf8');
  const [begin, end] = [`<!-- ${part}: written by npm run ${by} -->`, `<!-- end of ${part} -->`];
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`docs/reliability.md has no part “${part}”`);
  writeFileSync(FILE, `${document.slice(0, from + begin.length)}\n\n${text}\n\n${document.slice(to)}`);
}
