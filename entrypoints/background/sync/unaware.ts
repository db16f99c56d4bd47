// Who does not know yet all that was made here? Whoever empties the bin should know: what another device wrote in a passage
// without having heard that it is in the bin goes with it. A device says what it had read in each file that it writes.
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
  // Where the last is not remembered, all of it counts.
  const last = course.lastMade || (state?.seq ?? 0);
  return named
    .filter(({ id, dropped }) => id !== state?.device && !dropped)
    .filter(({ id }) => waiting > 0 || (course.haveRead[id] ?? -1) < last)
    .map(({ name }) => name);
}
