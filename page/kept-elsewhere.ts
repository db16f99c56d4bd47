// Pages that are no articles, and have something kept on them. An article asks the worker anyway, and hears of it in the
// answer; every other page would have to wake the worker for nothing. So the keeper leaves a mark of the page in the
// extension's local storage, a number that tells no address, and the gate looks there. A lost mark costs no passage: it
// is painted again as soon as anything is kept, or asked for, on that page.
import { sum } from '../core/text/sum.ts';

export const KEY = 'kept-elsewhere';
/** The latest; past these a page is painted when the reader asks. */
export const MOST = 2_000;

export interface LocalStorage {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

export const markOf = ({ host, pathname }: Pick<URL, 'host' | 'pathname'>): number => sum(host + pathname);

export async function marks(local: LocalStorage): Promise<number[]> {
  const found = (await local.get(KEY))[KEY];
  return Array.isArray(found) ? found.filter((mark) => typeof mark === 'number') : [];
}

/** Never rejects. */
export function isKeptElsewhere(local: LocalStorage): Promise<boolean> {
  return marks(local).then(
    (all) => all.includes(markOf(location)),
    () => false,
  );
}

/** Never rejects. */
export async function markKeptElsewhere(local: LocalStorage, isKept: boolean): Promise<void> {
  try {
    const all = await marks(local);
    const mark = markOf(location);
    if (all.includes(mark) === isKept) return;
    const others = all.filter((other) => other !== mark);
    await local.set({ [KEY]: isKept ? [...others, mark].slice(-MOST) : others });
  } catch {
    // What is kept is kept; it is painted when the reader next asks for it here.
  }
}
