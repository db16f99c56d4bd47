// What the worker answers around a look-up. It makes none itself: a request to a server is made only where a reader
// has just pressed the button for it.
import { labelOf } from '../../core/knowledge/entity.ts';
import type { Handlers } from '../../messaging/channel.ts';
import type { LookUpRequests } from '../../messaging/look-up-requests.ts';
import { CodedError } from '../../messaging/result.ts';
import { isLookUpOn, switchLookUp } from '../../storage/reader/index.ts';
import { withKnowledge } from './knowledge.ts';
import { ownNow } from './own-cache.ts';

export const lookUpAnswers: Handlers<LookUpRequests> = {
  // Where settings cannot be read, nothing was switched on.
  lookUp: async () => ({ on: await isLookUpOn().catch(() => false) }),

  switchLookUp: async ({ on }) => {
    await switchLookUp(on).catch((error: unknown) => {
      throw new CodedError('not-stored', error);
    });
    return { on };
  },

  whoAre: async ({ ids }) => {
    const own = await ownNow();
    return withKnowledge(async ({ knowledge }) => ({
      known: [...(await knowledge.entities(ids)).values()].map(({ entity, packs, own: isOwn = false }) => ({
        id: entity.id,
        name: labelOf(entity),
        kind: entity.kind,
        description: entity.description,
        own: isOwn,
        packs: [...packs],
      })),
      deleted: ids.filter((id) => typeof own.entry(id)?.deleted === 'string'),
    }));
  },
};
