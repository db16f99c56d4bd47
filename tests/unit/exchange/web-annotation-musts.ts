// The MUSTs of the Web Annotation Data Model (W3C Recommendation, 23 February 2017) for what we write: collections and
// their pages (section 5), annotations (3.1), textual bodies (3.2.4), specific resources (4), selectors (4.2), styles (4.4)
// and times (3.3.1). Written from the text of the specification, apart from the code that it checks.

type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
/** RFC 3987 in short: a scheme, and none of the signs that no IRI holds. */
const isIri = (value: unknown) =>
  typeof value === 'string' && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(value);
const isCount = (value: unknown) => typeof value === 'number' && Number.isInteger(value) && value >= 0;

const MOTIVATIONS = [
  'assessing',
  'bookmarking',
  'classifying',
  'commenting',
  'describing',
  'editing',
  'highlighting',
  'identifying',
  'linking',
  'moderating',
  'questioning',
  'replying',
  'tagging',
];

export function faultsIn(collection: unknown): string[] {
  const faults: string[] = [];
  const must = (holds: boolean, rule: string) => {
    if (!holds) faults.push(rule);
  };
  if (!isJson(collection)) return ['5.1: a collection is an object'];
  must(list(collection['@context']).includes('http://www.w3.org/ns/anno.jsonld'), '5.1: the context');
  must(isIri(collection['id']), '5.1: exactly one id, an IRI');
  must(list(collection['type']).includes('AnnotationCollection'), '5.1: the class AnnotationCollection');
  must(isCount(collection['total']), '5.1: total is a non-negative integer');
  if ('generated' in collection)
    must(isTime(collection['generated']), '3.3.1: generated is xsd:dateTime in UTC');
  const { first } = collection;
  if (collection['total'] === 0) {
    must(first === undefined, '5.2: no page without annotations');
    return faults;
  }
  must(isJson(first), '5.1: one first page where there are annotations');
  must(isIri(collection['last']), '5.1: last is an IRI');
  if (!isJson(first)) return faults;
  must(isIri(first['id']), '5.2: a page has exactly one id');
  must(list(first['type']).includes('AnnotationPage'), '5.2: the class AnnotationPage');
  must(isCount(first['startIndex']), '5.2: startIndex is a non-negative integer');
  const items = first['items'];
  must(Array.isArray(items) && items.length > 0, '5.2: items is a list of one or more');
  must(list(items).length === collection['total'], '5.1: total is how many annotations there are');
  const ids = list(items).map((item) => (isJson(item) ? item['id'] : null));
  must(new Set(ids).size === ids.length, '3.1: an id names one annotation');
  for (const item of list(items)) annotation(item, must);
  return faults;
}

type Must = (holds: boolean, rule: string) => void;

function annotation(value: unknown, must: Must): void {
  if (!isJson(value)) {
    must(false, '3.1: an annotation is an object');
    return;
  }
  must(isIri(value['id']), '3.1: exactly one id, an IRI');
  must(list(value['type']).includes('Annotation'), '3.1: the class Annotation');
  must(list(value['target']).length >= 1, '3.1: one target or more');
  for (const time of ['created', 'modified', 'generated'])
    if (time in value) must(isTime(value[time]), `3.3.1: ${time} is one xsd:dateTime in UTC`);
  for (const motivation of list(value['motivation']))
    must(MOTIVATIONS.includes(String(motivation)), '3.3.5: a motivation of the list');
  must(!('body' in value) || list(value['body']).length > 0, '3.1: no empty list of bodies');
  for (const body of list(value['body'])) bodyOf(body, must);
  for (const target of list(value['target'])) targetOf(target, must);
  if ('stylesheet' in value) {
    const sheet = value['stylesheet'];
    must(isJson(sheet) && sheet['type'] === 'CssStylesheet', '4.4: the class CssStylesheet');
    must(
      isJson(sheet) && typeof sheet['value'] === 'string',
      '4.4: an embedded stylesheet has its content in value',
    );
    const classes = list(value['target']).flatMap((target) =>
      isJson(target) ? list(target['styleClass']) : [],
    );
    for (const name of classes)
      must(
        isJson(sheet) && String(sheet['value']).includes(`.${name} `),
        '4.4: a style class stands in the stylesheet',
      );
  }
}

function bodyOf(value: unknown, must: Must): void {
  if (!isJson(value)) {
    must(isIri(value), '3.2.1: an external body is an IRI');
    return;
  }
  if ('purpose' in value)
    must(
      list(value['purpose']).every((each) => MOTIVATIONS.includes(String(each))),
      '3.3.5: a purpose of the list',
    );
  if (value['type'] === 'TextualBody') must(typeof value['value'] === 'string', '3.2.4: exactly one value');
  else if (value['type'] === 'SpecificResource') must(isIri(value['source']), '4: exactly one source');
  else must(isIri(value['id']), '3.2.1: a resource on the web has an id');
}

function targetOf(value: unknown, must: Must): void {
  if (!isJson(value)) {
    must(isIri(value), '3.2.1: an external target is an IRI');
    return;
  }
  must(isIri(value['source']), '4: exactly one source');
  for (const selector of list(value['selector'])) selectorOf(selector, must);
}

function selectorOf(value: unknown, must: Must): void {
  if (!isJson(value)) {
    must(false, '4.2: a selector is an object');
    return;
  }
  switch (value['type']) {
    case 'TextQuoteSelector':
      must(typeof value['exact'] === 'string', '4.2.4: exactly one exact');
      for (const side of ['prefix', 'suffix'])
        must(typeof (value[side] ?? '') === 'string', `4.2.4: at most one ${side}`);
      break;
    case 'TextPositionSelector':
      must(isCount(value['start']) && isCount(value['end']), '4.2.5: one start and one end, not negative');
      break;
    case 'XPathSelector':
      must(typeof value['value'] === 'string' && value['value'] !== '', '4.2.3: exactly one value');
      break;
    case 'RangeSelector':
      for (const side of ['startSelector', 'endSelector']) {
        must(isJson(value[side]), `4.2.9: exactly one ${side}`);
        selectorOf(value[side], must);
      }
      break;
    default:
      must(false, '4.2: a selector has a class');
  }
  for (const refined of list(value['refinedBy'])) selectorOf(refined, must);
}

function isTime(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value);
}
