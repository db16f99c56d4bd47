// An own entry as a record like any other, by the rules by which a hand-written file is read, so that an exported
// and imported entry is the same again.
import { type Entity, labelOf, type Name } from '../entity.ts';
import { ACRONYM } from '../sources/own-yaml/entity.ts';
import { facetsOf } from '../sources/own-yaml/parts.ts';
import { isExtension, OWN_PACK, type OwnEntry, type OwnName } from './entry.ts';

/** What the reader wrote down means that before anything else, though a text may still tell against it. */
const OWN_PRIOR = 0.98;
const SALIENCE = 0.9;
const LINE_WITHOUT = 'From your own knowledge';

export function entityOf(entry: OwnEntry): Entity {
  const { id, kind, record, geo } = entry;
  const own = {
    id,
    kind,
    facets: facetsOf(kind),
    names: namesOf(entry),
    description: lineOf(entry),
    salience: SALIENCE,
    pack: OWN_PACK,
    ...(geo && { geo }),
  };
  return record ? { ...record, ...own, names: unite(own.names, record.names) } : own;
}

/** All that a text may call it by, the label first; without what a record knows. */
function namesOf({ name, names, surname, record }: OwnEntry): Name[] {
  const renamed = record === null || labelOf(record) !== name;
  return [
    ...(renamed ? [nameOf({ text: name, lang: 'en' }, 'label')] : []),
    ...names.map((each) => nameOf(each, 'alias')),
    ...(surname === '' ? [] : [nameOf({ text: surname, lang: 'en' }, 'surname')]),
  ];
}

/** The names by which it is looked for: the label of a known entity is its pack's own affair. */
export function matchedNames(entry: OwnEntry): Name[] {
  const names = unite(namesOf(entry), entry.record?.names ?? []);
  return isExtension(entry) ? names.filter(({ type }) => type !== 'label') : names;
}

function nameOf({ text, lang }: OwnName, type: 'label' | 'alias' | 'surname'): Name {
  const match = type === 'surname' ? 'needs-full-name-first' : ACRONYM.test(text) ? 'exact-case' : 'any-case';
  return { text, lang, type, match, prior: OWN_PRIOR };
}

function unite(own: readonly Name[], recorded: readonly Name[]): Name[] {
  const labelled = own.some(({ type }) => type === 'label');
  const seen = new Set(own.map(({ text, lang }) => `${lang} ${text}`));
  const rest = recorded
    .filter(({ text, lang }) => !seen.has(`${lang} ${text}`))
    .map((name): Name => (labelled && name.type === 'label' ? { ...name, type: 'alias' } : name));
  return [...own, ...rest];
}

/** A card without a line would begin with nothing. */
function lineOf({ line, record }: OwnEntry): string {
  return line || (record?.description ?? LINE_WITHOUT);
}
