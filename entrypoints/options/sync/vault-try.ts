// Is this a place for notes? Nothing is decided here: the reader is told what was found.
import { findVault } from '../../../core/sync/keys/find-vault.ts';
import { foundInWords, inWords, probe, type Trouble } from '../../../core/sync/remote/index.ts';
import { reach, type VaultMeans } from './vault-means.ts';
import type { ChosenPlace, Tried } from './vault-messages.ts';
import { FOUND } from './vault-words.ts';

export async function tryPlace(chosen: ChosenPlace, means: VaultMeans): Promise<Tried> {
  const { place } = reach(means, chosen);
  const { works, found: notes, trouble } = await probe(place, means);
  const found = trouble ? 'no answer' : whatOf(await findVault(place, null));
  return {
    works,
    notes: notes.map(foundInWords),
    trouble: trouble && told(trouble),
    found,
    words: trouble ? inWords(trouble) : FOUND[found],
  };
}

function told(trouble: Trouble): NonNullable<Tried['trouble']> {
  return {
    ...inWords(trouble),
    access: trouble.what === 'no access' || trouble.what === 'permission is gone',
  };
}

function whatOf(found: Awaited<ReturnType<typeof findVault>>): Tried['found'] {
  switch (found.found) {
    case 'nothing':
      return found.others ? 'others' : 'nothing';
    case 'another vault':
    case 'an older state':
      // Nothing is known of any vault yet, so these are not said.
      return 'vault';
    default:
      return found.found;
  }
}
