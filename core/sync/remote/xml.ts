// A worker has no DOMParser, and what WebDAV and S3 answer is XML. This reads of it what they need, the texts of
// elements without children, and refuses what they do not: document types (and so entities that grow), references
// that XML does not have by itself, nesting without end. It goes through the text once.

/** Anything that is not well-formed, or more than is asked for. */
export class NotXml extends Error {
  override readonly name = 'NotXml';
}

export interface Leaf {
  /** Names from the root on, each `{namespace}name`, with a blank between. */
  readonly path: string;
  /** Without blanks at its ends. */
  readonly text: string;
}

const DEEPEST = 32;
const NAME = '[^\\s<>/="\'&!?]{1,200}';
const OPENING = new RegExp(`<(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`, 'y');
const CLOSING = new RegExp(`</(${NAME})\\s*>`, 'y');
const ATTRIBUTE = new RegExp(`(${NAME})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, 'g');

type Prefixes = ReadonlyMap<string, string>;
interface Open {
  readonly tag: string;
  readonly path: string;
  readonly prefixes: Prefixes;
  text: string;
  isLeaf: boolean;
}

/** Throws NotXml; leaves given out before that are as they were. */
export function* leavesOf(xml: string): Generator<Leaf> {
  const open: Open[] = [];
  let at = xml.charCodeAt(0) === 0xfeff ? 1 : 0;
  let hasRoot = false;
  while (at < xml.length) {
    const inside = open.at(-1);
    const next = withText(xml, at, inside);
    if (next === xml.length) break;
    at = afterSpecial(xml, next, inside);
    if (at > next) continue;
    if (xml[next + 1] === '/') {
      const leaf = closed(xml, next, open);
      at = CLOSING.lastIndex;
      if (leaf) yield leaf;
      continue;
    }
    const [, tag = '', attributes = '', isEmpty] = matched(OPENING, xml, next);
    at = OPENING.lastIndex;
    if ((hasRoot && !inside) || open.length === DEEPEST) throw new NotXml('two roots, or too deep');
    hasRoot = true;
    if (inside) inside.isLeaf = false;
    const element = opened(tag, attributes, inside);
    if (isEmpty) yield { path: element.path, text: '' };
    else open.push(element);
  }
  if (!hasRoot || open.length > 0) throw new NotXml('it ends too early');
}

/** The leaf that ends here; null for what has children. */
function closed(xml: string, at: number, open: Open[]): Leaf | null {
  const [, tag] = matched(CLOSING, xml, at);
  const element = open.pop();
  if (element?.tag !== tag || !element) throw new NotXml('an element that was not open ends');
  return element.isLeaf ? { path: element.path, text: element.text.trim() } : null;
}

/** Where the next tag begins, or the end; the text before it belongs to the element that is open. */
function withText(xml: string, at: number, inside: Open | undefined): number {
  const found = xml.indexOf('<', at);
  const next = found === -1 ? xml.length : found;
  const text = xml.slice(at, next);
  if (inside) inside.text += decoded(text);
  else if (text.trim() !== '') throw new NotXml('text outside of the root');
  return next;
}

/** Behind a comment, a declaration, or a CDATA section, whose text counts; or where it was. */
function afterSpecial(xml: string, at: number, inside: Open | undefined): number {
  if (xml.startsWith('<!--', at)) return behind(xml, '-->', at + 4);
  if (xml.startsWith('<?', at)) return behind(xml, '?>', at + 2);
  if (!xml.startsWith('<![CDATA[', at)) return at;
  const end = behind(xml, ']]>', at);
  if (inside) inside.text += xml.slice(at + '<![CDATA['.length, end - 3);
  return end;
}

function behind(xml: string, what: string, from: number): number {
  const found = xml.indexOf(what, from);
  if (found === -1) throw new NotXml('it ends too early');
  return found + what.length;
}

function matched(pattern: RegExp, xml: string, at: number): RegExpExecArray {
  pattern.lastIndex = at;
  const found = pattern.exec(xml);
  if (!found) throw new NotXml('a tag that cannot be read');
  return found;
}

function opened(tag: string, attributes: string, inside: Open | undefined): Open {
  const declared = [...attributes.matchAll(ATTRIBUTE)].flatMap(([, name = '', double, single]) => {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) return [];
    return [[name.slice('xmlns:'.length), decoded(double ?? single ?? '')] as const];
  });
  const outer = inside?.prefixes ?? new Map<string, string>();
  const prefixes = declared.length > 0 ? new Map([...outer, ...declared]) : outer;
  const colon = tag.indexOf(':');
  const prefix = tag.slice(0, Math.max(0, colon));
  const namespace = prefixes.get(prefix);
  if (namespace === undefined && prefix !== '') throw new NotXml('a prefix that nothing explains');
  const name = `{${namespace ?? ''}}${tag.slice(colon + 1)}`;
  return { tag, path: inside ? `${inside.path} ${name}` : name, prefixes, text: '', isLeaf: true };
}

const REFERENCE = /&([^;&\s]{0,12})(;?)/g;
const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (_all, name: string, end: string) => {
    const named = NAMED.get(name) ?? numbered(name);
    if (named === null || end === '') throw new NotXml('a reference that XML does not have');
    return named;
  });
}

function numbered(name: string): string | null {
  const digits = /^#(?:x([0-9a-f]{1,6})|([0-9]{1,7}))$/i.exec(name);
  if (!digits) return null;
  const code = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}
