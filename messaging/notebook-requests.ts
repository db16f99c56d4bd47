// From a page's keeper to the notebook beside it, if there is one: nobody else listens, and no answer is waited for.
import * as z from 'zod/mini';
import { PassageId } from '../core/annotation/kept/index.ts';

export const notebookRequests = {
  /** A passage's note was opened on the page. */
  'kept-shown': { from: 'page', ask: z.object({ id: PassageId }), answer: z.object({}) },
} as const;
