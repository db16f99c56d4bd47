// English words of a look-up: what happened, what was kept, what to do.
import { wordError } from '../../components/error-words.ts';
import type { LookUpTrouble } from './look-up-state.ts';

/** @param at what was being done */
export function wordLookUpTrouble(trouble: LookUpTrouble, at: 'searching' | 'taking' | 'undoing'): string {
  if (trouble.code === 'worker') return Object.values(wordError(trouble.error)).join(' ');
  if (trouble.code === 'too-many')
    return `There are ${trouble.most.toLocaleString('en-GB')} entries, which is as many as there may be. Nothing was taken over.`;
  if (trouble.code === 'cancelled') return at === 'taking' ? 'Stopped. Nothing was taken over.' : 'Stopped.';
  return `${wordTrouble(trouble)} ${at === 'taking' ? 'Nothing was taken over. ' : ''}What you typed is still here.`;
}

function wordTrouble(trouble: Exclude<LookUpTrouble, { code: 'worker' | 'too-many' | 'cancelled' }>): string {
  switch (trouble.code) {
    case 'offline':
      return 'Wikidata could not be reached. Is there a connection to the internet?';
    case 'timed-out':
      return 'Wikidata gave no answer in time. Try again, or write the entry yourself.';
    case 'rate-limited':
      return `Wikidata asks to be left alone for a while. Try again after ${wordTime(trouble.again)}.`;
    case 'server-error':
      return `Wikidata answered with an error (HTTP ${trouble.status}). Try again later.`;
    case 'unexpected':
      return 'Wikidata answered in a way that Backstory does not understand.';
    case 'too-large':
      return 'The answer of Wikidata was too large.';
    case 'not-usable':
      return `No entry can be made of it: ${trouble.why}.`;
  }
}

const MINUTE = 60_000;

/** The next full minute, where the reader is. */
function wordTime(moment: number): string {
  return new Date(Math.ceil(moment / MINUTE) * MINUTE).toLocaleTimeString('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
  });
}
