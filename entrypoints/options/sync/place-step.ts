// How the step that asks for a place begins.
import type { PlaceTold } from '../../../messaging/sync-requests.ts';
import type { PlaceKind } from './place-kinds.ts';
import type { Typed } from './read-place.ts';
import type { Goal, PlaceStep } from './sync-state.ts';

export function firstPlaceStep(goal: Goal, place: PlaceKind = 'webdav'): PlaceStep {
  return {
    kind: 'place',
    goal,
    place,
    before: {},
    errors: {},
    trying: false,
    refused: false,
    tried: null,
    wrongFolder: false,
  };
}

/** What of a place that was left can be filled in again. Of an object store one line tells three fields: none is. */
export function placeLeft({ kind, where, user }: PlaceTold): Typed {
  return kind === 'webdav' || kind === 'couchdb' ? { address: where, user } : { user };
}
