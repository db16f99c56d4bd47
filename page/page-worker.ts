// The three questions that a page asks the background worker. An interface of its own, so that the page's
// behaviour can be tested in a browser without an extension around it.
import { type AskOptions, ask } from '../messaging/channel.ts';
import type { Answer, Ask, Requests } from '../messaging/requests.ts';
import type { Result } from '../messaging/result.ts';

type Question<K extends keyof Requests> = (
  body: Ask<Requests, K>,
  options?: AskOptions,
) => Promise<Result<Answer<Requests, K>>>;

export interface PageWorker {
  readonly annotate: Question<'annotate'>;
  readonly tell: Question<'tell'>;
  readonly coastlines: Question<'coastlines'>;
}

export const channelWorker: PageWorker = {
  annotate: (body, options) => ask('annotate', body, options),
  tell: (body, options) => ask('tell', body, options),
  coastlines: (body, options) => ask('coastlines', body, options),
};
