// Wikidata as the look-up sees it: its two actions, answering from a table in the documented shape, and what it was
// asked. Time stands still but for what is waited.
import type { Ask, ClientPorts } from '../../../core/knowledge/lookup/index.ts';
import { wikidataClient } from '../../../core/knowledge/lookup/index.ts';

export type Reply = Response | Error | 'never';

export const json = (value: unknown, headers: Record<string, string> = {}, status = 200) =>
  new Response(JSON.stringify(value), { status, headers });

export interface Asked {
  readonly address: URL;
  readonly init: RequestInit;
  readonly at: number;
}

export class Wikidata {
  readonly asked: Asked[] = [];
  now = Date.parse('2026-11-22T12:00:00Z');
  readonly #reply: (address: URL) => Reply | Promise<Reply>;

  constructor(reply: (address: URL) => Reply | Promise<Reply>) {
    this.#reply = reply;
  }

  client(ports: Partial<ClientPorts> = {}): Ask {
    return wikidataClient({
      fetch: async (address, init) => {
        this.asked.push({ address: new URL(address), init, at: this.now });
        const reply = await this.#reply(new URL(address));
        if (reply instanceof Error) throw reply;
        if (reply !== 'never') return reply;
        return new Promise((_, reject) => {
          init.signal?.addEventListener('abort', () => reject(init.signal?.reason));
        });
      },
      now: () => this.now,
      wait: async (milliseconds) => {
        this.now += milliseconds;
      },
      agent: 'Backstory/test (browser extension)',
      ...ports,
    });
  }

  /** The items asked for, request by request. */
  get items(): string[][] {
    return this.asked.flatMap(({ address }) => {
      const ids = address.searchParams.get('ids');
      return ids === null ? [] : [ids.split('|')];
    });
  }
}

/** One candidate as `wbsearchentities` describes it. */
export function found(id: string, label: string, description?: string): object {
  return {
    id,
    title: id,
    pageid: 1,
    concepturi: `http://www.wikidata.org/entity/${id}`,
    repository: 'wikidata',
    url: `//www.wikidata.org/wiki/${id}`,
    display: {
      label: { value: label, language: 'en' },
      ...(description !== undefined && { description: { value: description, language: 'en' } }),
    },
    label,
    ...(description !== undefined && { description }),
    match: { type: 'label', language: 'en', text: label },
  };
}

/** The answer of `wbgetentities` to this address, from these items. */
export function answerFrom(items: ReadonlyMap<string, object>, address: URL): Response {
  const ids = (address.searchParams.get('ids') ?? '').split('|');
  const entities = Object.fromEntries(ids.map((id) => [id, items.get(id) ?? { id, missing: true }]));
  return json({ entities, success: 1 });
}
