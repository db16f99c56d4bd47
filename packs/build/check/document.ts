// Parts of a document that the check writes: between two comments, so that what people wrote around them stays.
import type { Table } from './counts.ts';

/** The document with the part between its marks replaced. Throws where the marks are not there. */
export function withPart(document: string, name: string, part: string): string {
  const [begin, end] = [`<!-- ${name}: written by the check -->`, `<!-- end of ${name} -->`];
  const from = document.indexOf(begin);
  const to = document.indexOf(end);
  if (from === -1 || to < from)
    throw new Error(`the document has no part “${name}” between “${begin}” and “${end}”`);
  return `${document.slice(0, from + begin.length)}\n\n${part.trim()}\n\n${document.slice(to)}`;
}

export function inMarkdown({ title, columns, rows }: Table): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.map(shown).join(' | ')} |`;
  const rule = `| ${columns.map((_, index) => (index === 0 ? '---' : '---:')).join(' | ')} |`;
  return [`### ${title}`, '', line(columns), rule, ...rows.map(line)].join('\n');
}

const shown = (cell: string | number) => (typeof cell === 'number' ? cell.toLocaleString('en-GB') : cell);
