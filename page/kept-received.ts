// What came from another device is on pages of which this one has no mark yet (kept-elsewhere.ts): without one, a page that
// is no article would stay bare until its reader asks. Apart from that file, which is in the gate on every page.
import { KEY, type LocalStorage, MOST, markOf, marks } from './kept-elsewhere.ts';

/** An article is asked about anyway, so its mark does nothing. Never rejects. */
export async function markReceived(local: LocalStorage, addresses: readonly string[]): Promise<void> {
  try {
    const came = addresses
      .filter((address) => URL.canParse(address))
      .map((address) => markOf(new URL(address)));
    const all = [...(await marks(local)), ...came];
    await local.set({ [KEY]: [...new Set(all)].slice(-MOST) });
  } catch {
    // What is kept is kept; it is painted when the reader next asks for it there.
  }
}
