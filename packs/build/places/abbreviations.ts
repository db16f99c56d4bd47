// How American and Canadian papers shorten states and provinces. The point is lost when a text is cut into words,
// so that “Miss.”, “Ill.” and “Wash.” cannot be told from the words and are left out; and the post's two letters
// (`OR`, `IN`, `ME`) never name anything by themselves.
import type { Name } from '../../../core/knowledge/entity.ts';

const PRESS: Readonly<Record<string, readonly string[]>> = {
  AZ: ['Ariz.'],
  CA: ['Calif.'],
  CO: ['Colo.'],
  CT: ['Conn.'],
  DC: ['D.C.'],
  FL: ['Fla.'],
  KS: ['Kan.'],
  KY: ['Ky.'],
  MI: ['Mich.'],
  MN: ['Minn.'],
  NC: ['N.C.'],
  ND: ['N.D.'],
  NE: ['Neb.'],
  NH: ['N.H.'],
  NJ: ['N.J.'],
  NM: ['N.M.'],
  NV: ['Nev.'],
  NY: ['N.Y.'],
  OK: ['Okla.'],
  PA: ['Penn.'],
  RI: ['R.I.'],
  SC: ['S.C.'],
  SD: ['S.D.'],
  TN: ['Tenn.'],
  TX: ['Tex.'],
  WI: ['Wis.'],
  WV: ['W.Va.'],
  WY: ['Wyo.'],
};
const CANADIAN: Readonly<Record<string, readonly string[]>> = {
  '01': ['Alta.'],
  '02': ['B.C.'],
  '03': ['Man.'],
  '07': ['N.S.'],
  '08': ['Ont.'],
  '10': ['Que.'],
  '11': ['Sask.'],
};
/** What Australian papers write, and nobody else by these letters. */
const AUSTRALIAN: Readonly<Record<string, readonly string[]>> = { '02': ['NSW'] };
/** Words, whatever stands before them. */
const WORDS = new Set(['Man.', 'Penn.']);

/** `key`: `US.NY`. */
export function abbreviations(key: string): Name[] {
  const [country = '', code = ''] = key.split('.');
  const press =
    country === 'US'
      ? PRESS[code]
      : country === 'CA'
        ? CANADIAN[code]
        : country === 'AU'
          ? AUSTRALIAN[code]
          : undefined;
  const name = (text: string, match: Name['match']): Name => ({ text, lang: 'en', type: 'acronym', match });
  const posted = country === 'US' && /^[A-Z]{2}$/.test(code) ? [name(code, 'never-alone')] : [];
  const spelt = (press ?? []).filter((text) => !WORDS.has(text)).map((text) => name(text, 'needs-context'));
  // `N.Y.` and `NY` are looked up alike: the one that may be believed stands for both.
  const own = new Set(spelt.map(({ text }) => text.replaceAll('.', '').toUpperCase()));
  return [...spelt, ...posted.filter(({ text }) => !own.has(text))];
}
