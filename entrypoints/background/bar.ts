// Whether a bar stands beside what is selected; open pages hear of a change.
import type { BarRequests } from '../../messaging/bar-requests.ts';
import type { Handlers } from '../../messaging/channel.ts';
import { isBarOn, switchBar } from '../../storage/reader/index.ts';
import { thenTell } from './kept-changed.ts';

export const barAnswers: Handlers<BarRequests> = {
  selectionBar: async () => ({ on: await isBarOn() }),

  switchSelectionBar: async ({ on }) => {
    await thenTell(switchBar(on));
    return { on };
  },
};
