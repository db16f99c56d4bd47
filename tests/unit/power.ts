// The power goes: at the n-th thing that is counted from now on nothing happens any more, in the databases or on the way to a
// server, until it is back. What stood in a transaction then is as if it had never been begun.
import { vi } from 'vitest';

class PowerCut extends Error {
  override readonly name = 'PowerCut';
}

export type Counted = 'write' | 'transaction' | 'request';

export interface Power {
  /** Or was, and is back. */
  readonly isGone: () => boolean;
  /** Something of this kind is about to happen, or has just happened. */
  readonly count: (kind: Counted) => void;
  /** As long as it lasts; answers whether it came to its end. */
  readonly during: (task: () => Promise<unknown>) => Promise<boolean>;
}

/** @param kinds what is counted; the others fail as well once the power is gone */
export function cutAt(n: number, kinds: readonly Counted[]): Power {
  let left = n;
  let isBack = false;
  const isGone = () => left <= 0;
  function count(kind: Counted): void {
    if (isBack) return;
    if (left > 0 && kinds.includes(kind)) left -= 1;
    if (isGone()) throw new PowerCut();
  }
  for (const method of ['put', 'add', 'delete', 'clear'] as const) {
    const real = IDBObjectStore.prototype[method];
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
      this: IDBObjectStore,
      ...given: unknown[]
    ) {
      count('write');
      return Reflect.apply(real, this, given);
    });
  }
  const real = IDBDatabase.prototype.transaction;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
    this: IDBDatabase,
    ...given: unknown[]
  ) {
    // A database that is made is a matter of the browser's.
    if (given[1] !== 'versionchange') count('transaction');
    return Reflect.apply(real, this, given);
  });
  return {
    isGone,
    count,
    during: async (task) => {
      try {
        await task();
        return true;
      } catch (error) {
        if (!isGone()) throw error;
        return false;
      } finally {
        if (isGone()) {
          isBack = true;
          vi.restoreAllMocks();
        }
      }
    },
  };
}

/** Cut off before a request has left, or before its answer has come. */
export function overPower<R extends object>(remote: R, power: Power): R {
  return new Proxy(remote, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return async (...given: unknown[]) => {
        power.count('request');
        const answer: unknown = await Reflect.apply(value, target, given);
        power.count('request');
        return answer;
      };
    },
  });
}
