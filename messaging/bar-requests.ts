// The switch for the bar beside what is selected. A table of its own, so that the options page does not carry the schemas
// of everything that is kept.
import * as z from 'zod/mini';

const on = z.object({ on: z.boolean() });

export const barRequests = {
  selectionBar: { from: 'extension', ask: z.object({}), answer: on },
  switchSelectionBar: { from: 'extension', ask: on, answer: on },
} as const;
export type BarRequests = typeof barRequests;
