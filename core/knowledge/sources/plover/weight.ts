// How much an imported event weighs beside others, and how far a machine's coding is believed: one place for
// both, so that a thousand-row download of one source does not drown another's. Weights are low on purpose: the
// hand-made events of the starter pack, which later news refers back to, weigh 0.4 to 1.
import type { PloverType } from '../../terms.ts';

/**
 * What a type weighs when nothing else is known. Material acts come before words, as in the four quads into
 * which PLOVER sorts its types.
 */
const BY_TYPE: Readonly<Record<PloverType, number>> = {
  ASSAULT: 0.25,
  SANCTION: 0.25,
  COERCE: 0.2,
  MOBILIZE: 0.2,
  RETREAT: 0.2,
  PROTEST: 0.2,
  THREATEN: 0.15,
  AGREE: 0.15,
  COOPERATE: 0.15,
  AID: 0.15,
  CONCEDE: 0.15,
  REJECT: 0.1,
  REQUEST: 0.1,
  ACCUSE: 0.1,
  CONSULT: 0.1,
  SUPPORT: 0.1,
  OTHER: 0.05,
};

/** The most that a machine's coding weighs: it counts reports, and reports repeat each other. */
const MOST_BY_MENTIONS = 0.4;

/**
 * - Deaths, on a logarithmic scale: 1 → 0.3, 10 → 0.5, 100 → 0.7, 1,000 → 0.9, never above 0.95.
 * - Mentions in the reports of the day, where nobody counted deaths: 10 add 0.05, 100 add 0.1, up to 0.4.
 * The larger of this and the type's own.
 */
export function weightOf(type: PloverType, { deaths = 0, mentions = 0 } = {}): number {
  const byType = BY_TYPE[type];
  const byDeaths = deaths > 0 ? Math.min(0.95, 0.3 + 0.2 * Math.log10(deaths)) : 0;
  const byMentions = mentions > 1 ? Math.min(MOST_BY_MENTIONS, byType + 0.05 * Math.log10(mentions)) : 0;
  return rounded(Math.max(byType, byDeaths, byMentions));
}

/** No machine's coding is believed more than this, whatever speaks for it. */
const MOST_CONFIDENCE = 0.6;

/** What a machine-coded row tells of its own reliability. */
export interface MachineSigns {
  /** GDELT: the act is in the report's lead paragraph. ICEWS: in its first two sentences. */
  readonly isLead: boolean;
  /** Distinct publishers that reported it; 1 where the source does not say. */
  readonly publishers?: number;
  readonly mentions?: number;
  /** The day was worked out from words such as “last year”. */
  readonly isDateVague?: boolean;
  /** One side has no name. */
  readonly isOneSided?: boolean;
}

/**
 * From 0.3: + 0.1 in the lead; + 0.1 for each doubling of publishers, 0.2 at most; + 0.05 from ten mentions; − 0.1
 * for a vague date; − 0.05 for a side without a name. Never above 0.6, never below 0.1. An order, not a measured
 * probability.
 */
export function confidenceOf(signs: MachineSigns): number {
  const { isLead, publishers = 1, mentions = 0, isDateVague = false, isOneSided = false } = signs;
  const sum =
    0.3 +
    (isLead ? 0.1 : 0) +
    Math.min(0.2, 0.1 * Math.log2(Math.max(1, publishers))) +
    (mentions >= 10 ? 0.05 : 0) -
    (isDateVague ? 0.1 : 0) -
    (isOneSided ? 0.05 : 0);
  return rounded(Math.min(MOST_CONFIDENCE, Math.max(0.1, sum)));
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;
