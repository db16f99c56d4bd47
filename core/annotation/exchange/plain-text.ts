// Text out of HTML that a file brings, without ever giving it to a parser that would load or run any of it. One pass from
// left to right, so that no file takes longer than its length.
const BLOCK =
  /^(?:address|article|aside|blockquote|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|td|th|tr|ul)$/;
/** What stands inside is no text. */
const SILENT = /^(?:script|style|template|noscript|iframe|object|svg|math|head|title|textarea|select)$/;

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  shy: '\u00ad',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
};

/** Paragraphs apart by an empty line. */
export function textOfHtml(html: string): string {
  let text = '';
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    text += html.slice(at, open);
    // As browsers have it: anything else behind `<` is a sign like others.
    if (!/[a-z/!?]/i.test(html[open + 1] ?? '')) {
      text += '<';
      at = open + 1;
      continue;
    }
    const isComment = html.startsWith('<!--', open);
    const end = html.indexOf(isComment ? '-->' : '>', open);
    if (end < 0) {
      at = html.length;
      break;
    }
    at = end + (isComment ? 3 : 1);
    const [, closing, name = ''] = /^<(\/?)([a-z][a-z0-9-]{0,20})/i.exec(html.slice(open, open + 24)) ?? [];
    const tag = name.toLowerCase();
    if (SILENT.test(tag) && !closing) at = behind(html, at, tag);
    else if (tag === 'br') text += '\n';
    else if (BLOCK.test(tag)) text += '\n\n';
  }
  text += html.slice(at);
  return decoded(text).replaceAll('\u00ad', '').trim();
}

/** Behind the end of an element that is silent; the rest of the text where it does not end. */
function behind(html: string, at: number, tag: string): number {
  const close = new RegExp(`</${tag}`, 'gi');
  close.lastIndex = at;
  const end = close.exec(html) ? html.indexOf('>', close.lastIndex) : -1;
  return end < 0 ? html.length : end + 1;
}

function decoded(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : '\ufffd';
  });
}
