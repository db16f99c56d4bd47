// What both directions of the W3C Web Annotation format share (www.w3.org/TR/annotation-model, Recommendation of 2017):
// names of things, and what of ours the model has no words for, under a context of our own.
import * as z from 'zod/mini';
import { EntityNote, KeptNames, KeptPage, MOST_CONFIRMED, Moment, Quote, Selectors } from '../kept/index.ts';

export const ANNO = 'http://www.w3.org/ns/anno.jsonld';

/** Values under these are JSON, to be left as they are (JSON-LD 1.1, `@json`). */
export const CONTEXT_OF_OURS = {
  '@version': 1.1,
  backstory: 'urn:backstory:terms:',
  'backstory:kept': { '@id': 'backstory:kept', '@type': '@json' },
  'backstory:note': { '@id': 'backstory:note', '@type': '@json' },
} as const;

export const PASSAGE_IRI = 'urn:backstory:passage:';
export const STYLE = 'backstory-';

/** Of a passage, what the annotation's own fields do not say. */
export const Kept = z.object({
  page: KeptPage,
  selectors: Selectors,
  confirmed: z.array(Selectors).check(z.maxLength(MOST_CONFIRMED)),
  quote: Quote,
  names: KeptNames,
  deleted: z.nullable(Moment),
});

export const KeptNote = EntityNote;

/** Wikidata's concept address where the entity has one. */
export function entityIri(entity: string): string {
  return /^Q\d+$/.test(entity)
    ? `http://www.wikidata.org/entity/${entity}`
    : `urn:backstory:entity:${entity}`;
}
