// A panel that closes on words that could not be kept says so: they are still here, can be tried again, and copied.
import { BAR, COPY_NOTE, GONE_FROM_BIN, UNSAVED } from '../../components/keeping-words.ts';
import { wordKeptError } from '../../components/kept-words.ts';
import type { BarHost } from './bar-host.tsx';
import { copyText } from './copy.ts';
import type { SaveState } from './saving.ts';

/** Says nothing where all is kept, or about to be. */
export function sayUnkept(bar: BarHost, state: SaveState, written: string, again: () => void): void {
  if (state.is === 'kept' || state.is === 'saving') return;
  const retry = { words: BAR.again, onPress: again };
  const copy = { words: COPY_NOTE, onPress: () => void copyText(written) };
  const close = { words: BAR.close, onPress: () => bar.hide() };
  if (state.is === 'gone') bar.say([GONE_FROM_BIN], [copy, close], null, true);
  else {
    const { what, todo } = wordKeptError(state.code);
    bar.say([UNSAVED, what, todo], [retry, copy, close], null, true);
  }
}
