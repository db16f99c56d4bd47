// Who does not know yet all that was made elsewhere, here or on a third device? Whoever empties the bin should know: what
// another device wrote in a passage without having heard that it is in the bin goes with it. A device says what it had read
// in each file that it writes.
import { namedDevices } from '../../../storage/reader/device-names.ts';
import { ReaderStore } from '../../../storage/reader/sync-store.ts';
import { howManyWait } from '../../../storage/reader/sync-waiting.ts';
import { readCourse, readSetUp } from '../../../storage/sync/index.ts';

/** Names of devices; none where sync is not set up. Dropped ones are not waited for. */
export async function unawareDevices(now: number): Promise<string[]> {
  if ((await readSetUp()).is !== 'there') return [];
  const [state, course, named, waiting] = await Promise.all([
    new ReaderStore().load(),
    readCourse(now),
    namedDevices(),
    howManyWait(),
  ]);
  const self = state?.device ?? '';
  // Where the last is not remembered, all of it counts.
  const made = { ...course.made, [self]: course.lastMade || (state?.seq ?? 0) };
  // What a device made whose files are gone is in another's: it is not read under its name any more.
  const counts = Object.entries(made).filter(([id]) => id === self || course.present.includes(id));
  const knows = (id: string) =>
    counts.every(([maker, last]) => maker === id || (course.read[id]?.[maker] ?? -1) >= last);
  return named
    .filter(({ id, dropped }) => id !== self && !dropped)
    .filter(({ id }) => waiting > 0 || !knows(id))
    .map(({ name }) => name);
}
