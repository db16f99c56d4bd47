// What the machine-coded sources share: how their summaries say that no person has read the report, and how one
// act that was coded several times from one report is told once.
import { wordDate } from '../../dates.ts';
import type { PloverType } from '../../terms.ts';
import type { ActorHint } from '../source.ts';

/** “…: talks with …. Place: Baghdad, Iraq. 1 June 2018. Coded by a machine from …; no person has checked it.” */
export function machineSummary(
  sentence: string,
  { place, edtf, basis }: { place: string; edtf: string; basis: string },
): string {
  const where = place === '' ? '' : ` Place: ${place}.`;
  return `${sentence}, ${wordDate(edtf)}.${where} Coded by a machine (${basis}); no person has checked it.`;
}

/** “Iran: talks with Iran (government)”: the machine took two words of a report for two parties. */
export function isSameState(one: Side | undefined, other: Side | undefined): boolean {
  return one?.isState === true && other?.isState === true && one.country === other.country;
}

type Side = Pick<ActorHint, 'country' | 'isState'>;

/** Acts that both sides do: the machine writes each twice, once from either side. */
const MUTUAL = new Set<string>(['AGREE', 'CONSULT', 'COOPERATE'] satisfies PloverType[]);

/** As many as fifteen minutes to some days of reports; repeats stand near each other. */
const REMEMBERED = 50_000;

/**
 * Says of each act whether it was there before. The key is the PLOVER type, the date, the two sides, and whatever
 * else tells acts apart; the first two decide whether the sides may stand in either order.
 */
export function repeats(): (key: readonly string[]) => boolean {
  const seen = new Set<string>();
  return ([type = '', date = '', one = '', other = '', ...rest]) => {
    const sides = MUTUAL.has(type) && one > other ? [other, one] : [one, other];
    const key = [type, date, ...sides, ...rest].join('\t');
    if (seen.has(key)) return true;
    seen.add(key);
    if (seen.size > REMEMBERED)
      for (const oldest of seen) {
        seen.delete(oldest);
        break;
      }
    return false;
  };
}
