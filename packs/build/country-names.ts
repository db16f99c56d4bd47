// The form of `packs/starter/countries.yaml`, whose own head says what each field means.

import { parse } from 'yaml';
import * as z from 'zod/mini';
import { EdtfDate } from '../../core/knowledge/dates.ts';
import { MatchRule, type Name } from '../../core/knowledge/entity.ts';
import { defined } from '../../core/knowledge/sources/defined.ts';
import type { NameType } from '../../core/knowledge/terms.ts';

const Text = z.string().check(z.minLength(1));
const Ruled = {
  text: Text,
  match: z.optional(MatchRule),
  ambiguous: z.optional(z.boolean()),
  prior: z.optional(z.number().check(z.gte(0), z.lte(1))),
  not: z.optional(z.array(Text)),
};
const NameText = z.union([Text, z.strictObject(Ruled)]);
type NameText = z.infer<typeof NameText>;
const FormerName = z.strictObject({ ...Ruled, to: z.optional(EdtfDate) });

const CountryNames = z.strictObject({
  iso2: z.string().check(z.regex(/^[A-Z]{2}$/)),
  wikidata: z.optional(z.string().check(z.regex(/^Q\d+$/))),
  label: z.optional(NameText),
  short: z.optional(z.array(NameText)),
  adjective: z.optional(z.array(NameText)),
  demonym: z.optional(z.array(NameText)),
  former: z.optional(z.array(FormerName)),
  capital: z.optional(Text),
  capitalGeonames: z.optional(z.number()),
  metonymPrior: z.optional(z.number().check(z.gte(0), z.lte(1))),
});
export type CountryNames = z.infer<typeof CountryNames>;

/** By ISO code. Throws when a line is not of the form. */
export function readCountryNames(text: string): Map<string, CountryNames> {
  const lines = z.safeParse(z.array(CountryNames), parse(text));
  if (!lines.success) throw new Error(`countries.yaml\n${z.prettifyError(lines.error)}`);
  return new Map(lines.data.map((line) => [line.iso2, line]));
}

/** A name that an editor marked as another's too, and gave no share, is this country's half the time. */
const AMBIGUOUS_PRIOR = 0.5;

function name(source: NameText, type: NameType): Name {
  if (typeof source === 'string') return { text: source, lang: 'en', type, match: 'any-case' };
  const {
    text,
    match = 'any-case',
    ambiguous = false,
    prior = ambiguous ? AMBIGUOUS_PRIOR : undefined,
    not,
  } = source;
  return { text, lang: 'en', type, match, ...defined({ prior, not }) };
}

const isAcronym = (text: string) => /^(?:\p{Lu}\.?){2,}$/u.test(text);

/**
 * All names of a country that an editor wrote. `plain` is the name country-coder gives: the label where there is
 * no other. A capital whose name `misleads` (Male, Sofia) stands for its government only in context.
 */
export function countryNames(
  written: CountryNames | undefined,
  plain: string,
  misleads: (name: string) => boolean,
): Name[] {
  const short = (written?.short ?? []).map((source) =>
    name(source, isAcronym(typeof source === 'string' ? source : source.text) ? 'acronym' : 'short'),
  );
  const names = [
    name(written?.label ?? plain, 'label'),
    name(plain, 'alias'),
    ...short,
    ...(written?.adjective ?? []).map((source) => name(source, 'adjective')),
    ...(written?.demonym ?? []).map((source) => name(source, 'demonym')),
    ...(written?.former ?? []).map(
      ({ to, ...source }): Name => ({ ...name(source, 'former'), ...defined({ to }) }),
    ),
  ];
  if (written?.capital !== undefined && written.metonymPrior !== undefined) {
    names.push({
      text: written.capital,
      lang: 'en',
      type: 'metonym',
      match: misleads(written.capital) ? 'needs-context' : 'any-case',
      prior: written.metonymPrior,
    });
  }
  const seen = new Set<string>();
  return names.filter(({ text }) => !seen.has(text) && seen.add(text));
}
