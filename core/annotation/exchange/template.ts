// The small language in which a reader says how a page is written. It can name a value, write it in one of a few ways,
// repeat for each of several and leave out what is empty; there is no more to it, so that a template from a stranger can
// do nothing but look strange.
//
//   {{title}}               the value as it is
//   {{title|yaml}}          written in one of the ways that `writers` gives
//   {{#passages}}…{{/passages}}   for each of several; once where a value is not empty
//   {{^note}}…{{/note}}     where it is empty
//   {{.}}                   the value itself, in a list of texts
export interface Scope {
  readonly [name: string]: string | readonly (string | Scope)[];
}

export type Writers = Readonly<Record<string, (text: string) => string>>;

export type TemplateFault =
  | { readonly fault: 'not-closed' | 'not-opened' | 'unknown-way' | 'unknown-name'; readonly name: string }
  | { readonly fault: 'too-deep' | 'too-long'; readonly name: '' };

type Part =
  | string
  | { readonly name: string; readonly way: string | null }
  | { readonly name: string; readonly parts: readonly Part[]; readonly ifEmpty: boolean };

const LONGEST_TEMPLATE = 20_000;
const DEEPEST = 8;

export type Parsed =
  | { readonly ok: true; readonly parts: readonly Part[] }
  | { readonly ok: false; readonly fault: TemplateFault };

/** @param names all that a template may name, at any depth */
export function parseTemplate(template: string, names: ReadonlySet<string>, writers: Writers): Parsed {
  if (template.length > LONGEST_TEMPLATE) return { ok: false, fault: { fault: 'too-long', name: '' } };
  const failed = (fault: 'not-closed' | 'not-opened' | 'unknown-way' | 'unknown-name', name: string) =>
    ({ ok: false, fault: { fault, name } }) as const;
  const top: Part[] = [];
  const open: { readonly name: string; readonly parts: Part[]; readonly ifEmpty: boolean }[] = [];
  const put = (part: Part) => (open.at(-1)?.parts ?? top).push(part);
  const text = withoutOwnLines(template);
  let at = 0;
  for (const { 0: whole, 1: sign = '', 2: name = '', 3: way, index } of text.matchAll(TAG)) {
    put(text.slice(at, index));
    at = index + whole.length;
    if (name !== '.' && !names.has(name)) return failed('unknown-name', name);
    if (sign === '/') {
      const section = open.pop();
      if (section?.name !== name) return failed('not-opened', name);
      put(section);
    } else if (sign !== '') {
      if (open.length >= DEEPEST) return { ok: false, fault: { fault: 'too-deep', name: '' } };
      open.push({ name, parts: [], ifEmpty: sign === '^' });
    } else {
      if (way !== undefined && !Object.hasOwn(writers, way)) return failed('unknown-way', way);
      put({ name, way: way ?? null });
    }
  }
  const [unclosed] = open;
  if (unclosed) return failed('not-closed', unclosed.name);
  put(text.slice(at));
  return { ok: true, parts: top };
}

const TAG = /\{\{\s*([#^/]?)\s*([a-z]+|\.)\s*(?:\|\s*([a-z]+)\s*)?\}\}/gi;
const SECTION_ALONE = /^[^\S\n]*(\{\{\s*[#^/][^{}\n]{0,60}\}\})[^\S\n]*\n/gm;

/** A section's sign that has a line of its own leaves no empty line behind. */
const withoutOwnLines = (template: string) => template.replaceAll(SECTION_ALONE, '$1');

export function fill(parts: readonly Part[], scope: Scope, writers: Writers): string {
  return filled(parts, [scope], writers);
}

function filled(parts: readonly Part[], scopes: readonly (string | Scope)[], writers: Writers): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      const value = lookedUp(part.name, scopes);
      if ('parts' in part) {
        const isEmpty = value.length === 0;
        if (part.ifEmpty || isEmpty)
          return part.ifEmpty === isEmpty ? filled(part.parts, scopes, writers) : '';
        if (typeof value === 'string') return filled(part.parts, scopes, writers);
        return value.map((each) => filled(part.parts, [each, ...scopes], writers)).join('');
      }
      const text =
        typeof value === 'string' ? value : value.filter((each) => typeof each === 'string').join(', ');
      return part.way === null ? text : (writers[part.way]?.(text) ?? text);
    })
    .join('');
}

/** The nearest that has it: within a passage, the page's values are there too. */
function lookedUp(name: string, scopes: readonly (string | Scope)[]): string | readonly (string | Scope)[] {
  for (const scope of scopes) {
    if (typeof scope === 'string') {
      if (name === '.') return scope;
    } else if (Object.hasOwn(scope, name)) return scope[name] ?? '';
  }
  return '';
}
