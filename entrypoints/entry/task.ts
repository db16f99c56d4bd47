// What an entry page was opened for, as it finds it. Apart from the opening, so that the popup need not carry it.
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { EntityId } from '../../core/knowledge/terms.ts';
import { TASK, type Task } from './open-entry.ts';

const StoredTask = z.union([z.object({ selection: z.string() }), z.object({ id: EntityId })]);

/** Without a task, a new entry. The task stays, so that the page may be loaded again. */
export async function taskOf(address: string): Promise<Task> {
  const key = TASK + new URL(address).searchParams.get('task');
  const kept = await browser.storage.session.get(key).catch(() => ({}));
  return StoredTask.safeParse(Reflect.get(kept, key)).data ?? { selection: '' };
}
