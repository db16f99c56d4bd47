// Two windows changed the same note. Each change is taken as one stretch that was put in another's place; where
// the stretches are apart both are made, where they meet both texts are kept, one under the other.

/** One stretch of a text, and what stands there instead. */
export interface Replaced {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The shortest stretch that makes one text of another; never half of a character that takes two units. */
export function replaced(before: string, after: string): Replaced {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  if (isHigh(before, start - 1)) start--;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  if (isLow(before, before.length - end)) end--;
  return { from: start, to: before.length - end, text: after.slice(start, after.length - end) };
}

/** What a text becomes that two have changed, each without knowing of the other. */
export function mergeText(base: string, theirs: string, mine: string): string {
  if (theirs === mine || mine === base) return theirs;
  if (theirs === base) return mine;
  const a = replaced(base, theirs);
  const b = replaced(base, mine);
  // Beside what only takes away, nothing that was written can be torn apart.
  const touching = a.text === '' || b.text === '';
  if (a.to < b.from || (touching && a.to === b.from)) return apart(base, a, b);
  if (b.to < a.from || (touching && b.to === a.from)) return apart(base, b, a);
  const from = Math.min(a.from, b.from);
  const to = Math.max(a.to, b.to);
  const version = (one: Replaced) => base.slice(from, one.from) + one.text + base.slice(one.to, to);
  return `${base.slice(0, from)}${version(a)}\n${version(b)}${base.slice(to)}`;
}

function apart(base: string, first: Replaced, second: Replaced): string {
  const between = base.slice(first.to, second.from);
  return base.slice(0, first.from) + first.text + between + second.text + base.slice(second.to);
}

function isHigh(text: string, index: number): boolean {
  return /[\uD800-\uDBFF]/.test(text[index] ?? '');
}

function isLow(text: string, index: number): boolean {
  return /[\uDC00-\uDFFF]/.test(text[index] ?? '');
}
