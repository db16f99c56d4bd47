// What the panel's frame says to the keeper: only what this takes is heard.
import * as z from 'zod/mini';
import { PassageDraft } from '../../core/annotation/kept/index.ts';
import { EntityId } from '../../core/knowledge/terms.ts';

export const FromPanel = z.union([
  z.object({ do: z.literal('ready') }),
  z.object({ do: z.literal('write'), subject: z.string(), count: z.int(), draft: PassageDraft }),
  z.object({
    do: z.enum([
      'drop',
      'bring-back',
      'yes',
      'no',
      'later',
      'undo',
      'redo',
      'retry',
      /** From the actor to the passage. */
      'back',
      'close',
      /** The reader is in it: it does not go with the pointer. */
      'stay',
    ]),
  }),
  z.object({ do: z.literal('actor'), entity: EntityId }),
  z.object({ do: z.literal('height'), pixels: z.number().check(z.gte(0), z.lte(5_000)) }),
]);
export type FromPanel = z.infer<typeof FromPanel>;
