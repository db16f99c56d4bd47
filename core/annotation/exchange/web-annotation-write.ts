// Passages as W3C Web Annotations: a collection with one page, in JSON-LD. Everything that is kept is in it; what the
// model has words for is said in them, so that other programs find quote, note, tags, names, colour and place.
import type { Colour, EntityNote, KeptPage, Passage } from '../kept/index.ts';
import type { RangeSelector } from '../selectors.ts';
import { byPage, type ExportFile, type Taken, type WriteOptions } from './taken.ts';
import { ANNO, CONTEXT_OF_OURS, entityIri, PASSAGE_IRI, STYLE } from './web-annotation.ts';

/** As they are painted on a light page. */
const HUES: Readonly<Record<Colour, string>> = {
  yellow: '#ffe58a',
  green: '#b9ecb0',
  blue: '#b6dcff',
  pink: '#ffc9d9',
  violet: '#dccbff',
};

export function writeWebAnnotations(taken: Taken, { now }: WriteOptions): ExportFile[] {
  const items = [
    ...byPage(taken).flatMap(({ page, passages }) => passages.map((passage) => annotationOf(page, passage))),
    ...taken.notes.filter(({ deleted, note }) => deleted === null && note !== '').map(annotationOfNote),
  ];
  const id = `urn:backstory:export:${now}`;
  const pageId = `${id}:1`;
  const collection = {
    '@context': [ANNO, CONTEXT_OF_OURS],
    id,
    type: 'AnnotationCollection',
    label: 'Passages and notes kept with Backstory',
    generator: { id: 'urn:backstory:extension', type: 'Software', name: 'Backstory' },
    generated: now,
    total: items.length,
    // A page without annotations must not be.
    ...(items.length > 0 && {
      first: { id: pageId, type: 'AnnotationPage', startIndex: 0, items },
      last: pageId,
    }),
  };
  return [
    {
      name: `backstory-annotations-${now.slice(0, 10)}.jsonld`,
      text: `${JSON.stringify(collection, null, 2)}\n`,
    },
  ];
}

function annotationOf(page: KeptPage, passage: Passage) {
  const { id, note, tags, names, colour, made, changed, selectors, confirmed, quote, deleted } = passage;
  const about = [...new Set(names.flatMap(({ entity }) => entity ?? []))];
  const body = [
    ...(note === ''
      ? []
      : [{ type: 'TextualBody', value: note, format: 'text/markdown', purpose: 'commenting' }]),
    ...tags.map((value) => ({ type: 'TextualBody', value, purpose: 'tagging' })),
    ...about.map((entity) => ({
      type: 'SpecificResource',
      source: entityIri(entity),
      purpose: 'identifying',
    })),
  ];
  return {
    id: PASSAGE_IRI + id,
    type: 'Annotation',
    motivation: note !== '' ? 'commenting' : tags.length > 0 ? 'tagging' : 'highlighting',
    created: made,
    modified: changed,
    ...(body.length > 0 && { body }),
    target: {
      type: 'SpecificResource',
      source: page.url,
      styleClass: STYLE + colour,
      selector: [selectors.quote, ...(selectors.range ? [rangeSelector(selectors.range)] : [])],
    },
    stylesheet: {
      type: 'CssStylesheet',
      value: `.${STYLE}${colour} { background-color: ${HUES[colour]} }`,
    },
    'backstory:kept': { page, selectors, confirmed, quote, names, deleted },
  };
}

/** From the first boundary to before the second: the model's own way to say where a selection begins and ends. */
function rangeSelector({ startContainer, startOffset, endContainer, endOffset }: RangeSelector) {
  const boundary = (path: string, offset: number) => ({
    type: 'XPathSelector',
    value: `/html/body${path}`,
    refinedBy: { type: 'TextPositionSelector', start: offset, end: offset },
  });
  return {
    type: 'RangeSelector',
    startSelector: boundary(startContainer, startOffset),
    endSelector: boundary(endContainer, endOffset),
  };
}

function annotationOfNote(note: EntityNote) {
  return {
    id: `urn:backstory:note:${note.entity}`,
    type: 'Annotation',
    motivation: 'describing',
    modified: note.changed,
    body: [{ type: 'TextualBody', value: note.note, format: 'text/markdown', purpose: 'describing' }],
    target: entityIri(note.entity),
    'backstory:note': note,
  };
}
