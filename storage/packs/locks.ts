// Installing and sweeping exclude each other, across all contexts of the extension: a sweep by the background
// worker must never take the blocks that the options page is just writing for left-overs. A lock goes with its
// holder, so a killed worker leaves none behind.

const INSTALLING = 'backstory-packs-installing';

/** Runs alone among all installations; waits for its turn, or for `signal`. */
export function whileInstalling<T>(task: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  return navigator.locks.request(INSTALLING, { ...(signal && { signal }) }, task) as Promise<T>;
}

/** Runs only if nobody installs; else not at all, since whoever installs sweeps afterwards. */
export async function unlessInstalling(task: () => Promise<void>): Promise<void> {
  await navigator.locks.request(INSTALLING, { ifAvailable: true }, async (lock) => {
    if (lock) await task();
  });
}
