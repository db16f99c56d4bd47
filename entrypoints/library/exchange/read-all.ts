// Everything that an export may hold, asked from the worker in slices; the first failure ends it.
import type { Taken } from '../../../core/annotation/exchange/index.ts';
import type { ColourNames, Passage, PassageId } from '../../../core/annotation/kept/index.ts';
import type { ListedPage } from '../../../messaging/library-requests.ts';
import type { ErrorCode } from '../../../messaging/result.ts';
import type { AskLibrary } from '../holdings.ts';

const AT_ONCE = 500;

export type All =
  | { readonly ok: true; readonly taken: Taken; readonly colours: ColourNames }
  | { readonly ok: false; readonly code: ErrorCode };

export async function readAll(ask: AskLibrary): Promise<All> {
  const pages: ListedPage[] = [];
  for (let total = 1; pages.length < total; ) {
    const answer = await ask('keptPages', { offset: pages.length, most: AT_ONCE });
    if (!answer.ok) return { ok: false, code: answer.error.code };
    pages.push(...answer.value.pages);
    total = answer.value.pages.length === 0 ? 0 : answer.value.total;
  }
  const passages: Passage[] = [];
  for (let rest = 1; rest > 0; ) {
    const after: PassageId | null = passages.at(-1)?.id ?? null;
    const answer = await ask('allPassages', { after, most: AT_ONCE });
    if (!answer.ok) return { ok: false, code: answer.error.code };
    passages.push(...answer.value.passages);
    rest = answer.value.passages.length === 0 ? 0 : answer.value.rest;
  }
  const [notes, colours] = await Promise.all([ask('entityNotes', {}), ask('colourNames', {})]);
  if (!notes.ok) return { ok: false, code: notes.error.code };
  if (!colours.ok) return { ok: false, code: colours.error.code };
  return {
    ok: true,
    // Page by page while others change it: one may have come twice.
    taken: {
      pages: [...new Map(pages.map((page) => [page.key, page])).values()].map(plain),
      passages,
      notes: notes.value.notes,
    },
    colours: colours.value.colours,
  };
}

/** Without what only a list needs. */
function plain({ site: _, kept: _kept, binned: _binned, changed: _changed, ...page }: ListedPage) {
  return page;
}
