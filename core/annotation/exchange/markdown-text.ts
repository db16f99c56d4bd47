// Text as Markdown that shows that very text in Obsidian: what a page says must not become a heading, a tag, a link or a
// comment there.

/** Signs that mean something wherever they stand, in CommonMark or in Obsidian (`#tag`, `==mark==`, `%%comment%%`, `$math$`). */
const ANYWHERE = /[\\`*_[\]<>#$|~=%^&]/g;
/** At the beginning of a line: lists, numbered or not. */
const LIST = /^([-+](?=\s|$)|(\d{1,9})([.)])(?=\s|$))/;
/** A line of these alone underlines a heading or draws a rule. */
const RULE = /^(-+|(?:-\s*){3,})$/;

/** One line of it, white space collapsed. */
export function escapedLine(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const escaped = line.replaceAll(ANYWHERE, '\\$&');
  if (RULE.test(line)) return `\\${escaped}`;
  return escaped.replace(LIST, (whole, _, number, sign) =>
    number === undefined ? `\\${whole}` : `${number}\\${sign}`,
  );
}

/** Each paragraph and line of `text`, quoted. */
export function blockquote(text: string): string {
  const paragraphs = text.split(/\n\s*\n/).map((paragraph) =>
    paragraph
      .split('\n')
      .map(escapedLine)
      .filter((line) => line !== '')
      .map((line) => `> ${line}`)
      .join('\n'),
  );
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n>\n');
}

/** JSON's string is YAML's too, but for what YAML does not print. */
export function yaml(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** As Obsidian has tags: letters, digits, `_ - /`, and not digits alone. Empty where nothing is left. */
export function obsidianTag(tag: string): string {
  const tidy = tag
    .replaceAll(/\s+/g, '-')
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}_/-]/gu, '')
    .replaceAll(/\/{2,}/g, '/')
    .replaceAll(/^[-/]+|[-/]+$/g, '');
  return /^[\d/_-]+$/.test(tidy) ? (tidy === '' ? '' : `t-${tidy}`) : tidy;
}

/** What a `[[link]]` can hold. */
export const linkName = (name: string) => name.replaceAll(/[[\]|#^\\/:\s]+/g, ' ').trim();
