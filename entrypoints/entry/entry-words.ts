// English words of the entry page.
import { wordKind } from '../../components/words.ts';
import type { Unfindable } from '../../core/knowledge/own/index.ts';
import type { EntityKind } from '../../core/knowledge/terms.ts';

/** The kinds as a reader looks for them. */
export const KIND_GROUPS: readonly { readonly title: string; readonly kinds: readonly EntityKind[] }[] = [
  {
    title: 'Who acts',
    kinds: [
      'person',
      'organisation',
      'government_body',
      'party',
      'armed_group',
      'armed_force',
      'company',
      'media',
      'collective',
    ],
  },
  {
    title: 'Where',
    kinds: ['city', 'facility', 'region', 'country', 'territory', 'union', 'water'],
  },
  { title: 'What', kinds: ['agreement', 'programme', 'thing'] },
];

export function wordKindTitle(kind: EntityKind): string {
  const word = kind === 'facility' ? 'site (building, base, plant)' : wordKind(kind);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const UNFINDABLE: Record<Unfindable, string> = {
  'no-letters': 'has no letters, so it will not be marked',
  'too-long': 'has more than eight words, so it will not be marked; add a shorter name',
  'in-parts': 'has a comma, bracket or full stop in it, so it will not be marked; add its parts',
  'small-letters': 'begins with a small letter: names are marked only where they begin with a capital',
};

export function wordUnfindable(name: string, why: Unfindable): string {
  return `“${name.length > 40 ? `${name.slice(0, 40)}…` : name}” ${UNFINDABLE[why]}.`;
}
