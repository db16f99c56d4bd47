// The four types of the exchange format, which every corpus and every other recogniser speaks.
import type { EntityKind } from '../../core/knowledge/terms.ts';

export type Type = 'PER' | 'LOC' | 'ORG' | 'MISC';
export const TYPES: Readonly<Record<EntityKind, Type>> = {
  person: 'PER',
  country: 'LOC',
  territory: 'LOC',
  union: 'ORG',
  region: 'LOC',
  city: 'LOC',
  facility: 'LOC',
  water: 'LOC',
  armed_group: 'ORG',
  armed_force: 'ORG',
  government_body: 'ORG',
  party: 'ORG',
  organisation: 'ORG',
  company: 'ORG',
  media: 'ORG',
  agreement: 'MISC',
  programme: 'MISC',
  collective: 'MISC',
  thing: 'MISC',
};
