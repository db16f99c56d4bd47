// What went wrong with an import → a code that has words. Browsers, Dexie and streams wrap each other's errors,
// so the whole chain is looked at, from the innermost out.
import { PackError } from '../../core/knowledge/pack/index.ts';
import { RemoteError } from '../../core/knowledge/remote/address.ts';
import { SourceError } from '../../core/knowledge/sources/open.ts';
import type { ImportFailureCode } from './import-job.ts';

interface ImportFailure {
  readonly code: ImportFailureCode;
  /** More precise than the code's own words, where there is more to say; else empty. */
  readonly words: string;
}

/** Thrown where an import ends for a reason that no other error has. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly code: ImportFailureCode;
  constructor(code: ImportFailureCode, words = '') {
    super(words);
    this.code = code;
  }
}

const BY_NAME: Readonly<Record<string, ImportFailureCode>> = {
  QuotaExceededError: 'disk-full',
  NotReadableError: 'unreadable',
  NotFoundError: 'unreadable',
  MissingAPIError: 'no-storage',
  SecurityError: 'no-storage',
  InvalidStateError: 'no-storage',
  OpenFailedError: 'no-storage',
};

const OF_SOURCE: Record<SourceError['code'], ImportFailureCode> = {
  damaged: 'damaged',
  truncated: 'truncated',
  foreign: 'not-recognised',
  'too-long': 'too-large',
};

export function failureOf(error: unknown): ImportFailure {
  for (const cause of chainOf(error).reverse()) {
    if (cause instanceof ImportError) return { code: cause.code, words: cause.message };
    if (cause instanceof PackError)
      return { code: cause.code === 'foreign' ? 'not-a-pack' : cause.code, words: cause.message };
    if (cause instanceof RemoteError) return { code: cause.code, words: cause.message };
    if (cause instanceof SourceError) return { code: OF_SOURCE[cause.code], words: cause.message };
    const code = cause instanceof Error || cause instanceof DOMException ? BY_NAME[cause.name] : undefined;
    if (code) return { code, words: '' };
  }
  return { code: 'internal', words: String(error).slice(0, 500) };
}

/** `inner` is Dexie's word for `cause`; a bulk write lists what failed in it. */
function chainOf(error: unknown): unknown[] {
  const chain: unknown[] = [];
  let next: unknown[] = [error];
  while (next.length > 0 && chain.length < 20) {
    chain.push(...next);
    next = next.flatMap((each) => {
      if (typeof each !== 'object' || each === null) return [];
      const { inner, cause, failures } = each as { inner?: unknown; cause?: unknown; failures?: unknown };
      return [inner, cause, ...(Array.isArray(failures) ? failures.slice(0, 3) : [])].filter(
        (inside) => inside !== undefined && inside !== null && !chain.includes(inside),
      );
    });
  }
  return chain;
}
