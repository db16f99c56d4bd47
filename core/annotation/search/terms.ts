// What of a text can be searched for: its words, folded as names are, so that `Erdogan` finds Erdoğan. Where a script
// is written without spaces, two neighbouring characters are a term, since one alone finds nearly everything and a
// dictionary would weigh more than all of this; Arabic words are found without the article that is written onto them.
import { tokenize } from '../../text/index.ts';

export interface Term {
  readonly term: string;
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
}

const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;
/** “and”, “so”, “by”, “like”, “to”, before “the”. */
const ARABIC_ARTICLE = /^[وف]?(?:ال|بال|كال|لل)(?=\p{Script=Arabic}{3})/u;

type Tokens = ReturnType<typeof tokenize>;

/** The neighbours that no space divides: a run of tokens from `at`, which is one itself. */
function runFrom(tokens: Tokens, at: number): Tokens {
  let end = at + 1;
  while (end < tokens.length && tokens[end]?.gap === 'joined' && isUnspaced(tokens[end]?.text)) end++;
  return tokens.slice(at, end);
}

const isUnspaced = (text: string | undefined) => text !== undefined && UNSPACED.test(text);

/** @param single whether the characters of a run count by themselves too: in what is searched, not in what is asked */
function terms(text: string, single: boolean): Term[] {
  const tokens = tokenize(text);
  const found: Term[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    if (!isUnspaced(token.text)) {
      found.push(...wordTerms(token, single));
      continue;
    }
    const run = runFrom(tokens, at);
    found.push(...runTerms(run, single));
    at += run.length - 1;
  }
  return found.filter(({ term }) => term !== '');
}

function wordTerms({ folded, start, end }: Tokens[number], single: boolean): Term[] {
  const bare = folded.replace(ARABIC_ARTICLE, '');
  if (bare === folded) return [{ term: folded, start, end }];
  return [...(single ? [{ term: folded, start, end }] : []), { term: bare, start, end }];
}

function runTerms(run: Tokens, single: boolean): Term[] {
  const pairs = run.slice(1).map((token, n) => {
    const before = run[n] ?? token;
    return { term: before.folded + token.folded, start: before.start, end: token.end };
  });
  const alone = single || run.length === 1 ? run : [];
  return [...alone.map(({ folded, start, end }) => ({ term: folded, start, end })), ...pairs];
}

/** Everything by which a text can be found, with its place. Linear in the text. */
export function termsOf(text: string): Term[] {
  return terms(text, true);
}

/** What a text must have to be what is asked for. */
export function termsAsked(text: string): string[] {
  return [...new Set(terms(text, false).map(({ term }) => term))];
}
