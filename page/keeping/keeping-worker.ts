// What the keeper asks the background worker. A port of its own, so that keeping can be tried in a browser without an
// extension around it.
import { type AskOptions, askOf } from '../../messaging/channel.ts';
import { type KeepingRequests, keepingRequests } from '../../messaging/keeping-requests.ts';
import type { Answer, Ask } from '../../messaging/requests.ts';
import type { Result } from '../../messaging/result.ts';

export type KeepingWorker = <K extends keyof KeepingRequests & string>(
  name: K,
  body: Ask<KeepingRequests, K>,
  options?: AskOptions,
) => Promise<Result<Answer<KeepingRequests, K>>>;

export const channelKeeping: KeepingWorker = (name, body, options) =>
  askOf(keepingRequests, name, body, options);
