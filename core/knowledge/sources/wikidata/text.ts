// Foreign text brought to the length that a record may have, cut between words, so that no half word is shown.

/** White space made single; nothing else changed. */
export function plainText(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** At most `limit` UTF-16 units; what was cut ends in an ellipsis. */
export function cutAtWord(text: string, limit: number): string {
  const plain = plainText(text);
  if (plain.length <= limit) return plain;
  const head = plain.slice(0, limit - 1);
  const space = head.lastIndexOf(' ');
  // A single endless word is cut where it must be, but never through a surrogate pair.
  const kept = space > limit / 2 ? head.slice(0, space) : head.replace(/[\uD800-\uDBFF]$/, '');
  return `${kept.replace(/[\s,;:.–-]+$/u, '')}…`;
}

/** One line for `description`: 160 characters at most, no full stop at the end. */
export function oneLine(text: string): string {
  return cutAtWord(plainText(text).replace(/(?<!\.)\.$/, ''), 160);
}
