// A page as words and marks with the way back to its nodes. On purpose not what core/annotation makes of a page: the
// truth must not see with the same eyes as what it judges.

export interface Token {
  readonly text: string;
  readonly node: Text;
  readonly start: number;
  readonly end: number;
  /** The paragraph, list item, heading … that it stands in. */
  readonly block: Element;
}

const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}';
const TOKEN = new RegExp(
  `[${UNSPACED}]|[^${UNSPACED}\\P{L}][\\p{M}\\p{N}\\p{L}]*|\\p{N}+|[^\\s\\p{L}\\p{N}]`,
  'gu',
);
const BLOCKS = 'p, li, blockquote, td, th, h1, h2, h3, h4, h5, h6, pre, dt, dd, figcaption, div, article';

export const isWord = ({ text }: Token): boolean => /[\p{L}\p{N}]/u.test(text);

export function tokensOf(root: Element): Token[] {
  const tokens: Token[] = [];
  const walker = root.ownerDocument.createTreeWalker(root, 4);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || parent.closest('script, style, textarea, select, [hidden]')) continue;
    const block = parent.closest(BLOCKS) ?? root;
    for (const { 0: text, index } of (node.nodeValue ?? '').matchAll(TOKEN))
      tokens.push({ text, node: node as Text, start: index, end: index + text.length, block });
  }
  return tokens;
}
