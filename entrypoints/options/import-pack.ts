// Under which name a file's knowledge is kept. A pack of the same id is replaced, so the id must be the same when
// the reader brings a newer copy of a file, and another for another file: it is made of source and file name.
import { sha256, utf8 } from '../../core/knowledge/pack/format.ts';
import type { PackMeta } from '../../core/knowledge/pack/write.ts';
import type { Sample, Source } from '../../core/knowledge/sources/source.ts';

/** What the schema of a pack's header allows. */
const LONGEST = { id: 40, title: 200 } as const;
const SUM = 8;
/** What browsers and query services call a download that nobody named: two of them are rarely the same. */
const NAMELESS = /^(query|results?|download|data|export|file|untitled|sparql|dump|items?|entities)?$/;

type Origin = Pick<Source, 'id' | 'title' | 'licence' | 'attribution' | 'url'>;

/** `day`: when it is imported. */
export async function packOf(source: Origin, sample: Sample, day: string): Promise<PackMeta> {
  const { licence, attribution, url } = source;
  return {
    id: await idOf(source.id, sample),
    version: day,
    title: cut(`${source.title}: ${sample.fileName}`, LONGEST.title),
    built: day,
    licence,
    attribution: [{ text: attribution, url, licence }],
  };
}

async function idOf(source: string, { fileName, text }: Sample): Promise<string> {
  const stem = stemOf(fileName);
  const sum = async (of: string) => (await sha256(utf8(of))).slice(0, SUM);
  const slug = NAMELESS.test(stem) ? [stem, await sum(text)].filter((part) => part !== '').join('-') : stem;
  const id = `${source}-${slug}`;
  if (id.length <= LONGEST.id) return id;
  return `${id.slice(0, LONGEST.id - SUM - 1).replace(/-+$/, '')}-${await sum(stem)}`;
}

/** Without what says how it is packed, or that it was downloaded for the second time. */
function stemOf(fileName: string): string {
  return fileName
    .replace(/\.(gz|bz2|zip)$/i, '')
    .replace(/\.[a-z0-9]{1,8}$/i, '')
    .replace(/\s*\(\d+\)$/, '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** At a word, where there is one. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const room = text.slice(0, longest - 1);
  const space = room.lastIndexOf(' ');
  return `${space > longest / 2 ? room.slice(0, space) : room}…`;
}
