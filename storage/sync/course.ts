// How the last runs went: for the reader's eyes, and for how long a server is left alone. A record of what was so, not of
// what is to be done: nothing of the reader's is lost with it.
import * as z from 'zod/mini';
import { type Trouble as Trouble_, WHY } from '../../core/sync/remote/trouble.ts';
import { Needed, Waits } from '../../core/sync/standing.ts';
import { withRecords } from './database.ts';

const VERSION = 1;
/** Milliseconds since 1970. */
const Time = z.number();
const count = z.int().check(z.gte(0));

const Plain = z.object({ what: z.string(), status: z.optional(z.int()), wait: z.optional(z.number()) });
const Trouble = z.custom<Trouble_>((trouble) =>
  Object.hasOwn(WHY, Plain.safeParse(trouble).data?.what ?? ''),
);

const State = z.discriminatedUnion('is', [
  z.object({ is: z.literal('fine') }),
  z.object({
    is: z.literal('waiting'),
    why: Waits,
    trouble: z.nullable(Trouble),
  }),
  z.object({ is: z.literal('stopped'), what: Needed, trouble: z.nullable(Trouble) }),
]);
export type CourseState = z.infer<typeof State>;

const Course = z.object({
  /** When everything was where it should be. */
  upToDate: z.nullable(Time),
  /** Since when it is as it is. */
  since: Time,
  state: State,
  /** In a row. */
  failures: count,
  /** Not before this, unless the reader asks. */
  until: z.nullable(Time),
  /** Runs in a row in which the vault was not found at its place. */
  absent: count,
  listing: z.nullable(z.object({ at: Time, devices: count, files: count })),
  /** Bytes of files on the server, by name, as far as they were seen. */
  sizes: z.record(z.string(), count),
  /** When each device wrote, by its own clock, what came here last. */
  lastSeen: z.record(z.string(), Time),
  /** Up to which number each device had read what each other one wrote, when it wrote last. */
  read: z._default(z.record(z.string(), z.record(z.string(), count)), {}),
  /** Of each other device the number under which it sent the last thing that its reader made. */
  made: z._default(z.record(z.string(), count), {}),
  /** Devices with files at the place, when it was looked at last. */
  present: z._default(z.array(z.string()), []),
  /** The number under which this device sent the last thing that its reader made. */
  lastMade: count,
  damaged: count,
  missing: count,
});
export type Course = z.infer<typeof Course>;

const noCourse = (now: number): Course => ({
  upToDate: null,
  since: now,
  state: { is: 'waiting', why: 'soon', trouble: null },
  failures: 0,
  until: null,
  absent: 0,
  listing: null,
  sizes: {},
  lastSeen: {},
  read: {},
  made: {},
  present: [],
  lastMade: 0,
  damaged: 0,
  missing: 0,
});

export async function readCourse(now: number): Promise<Course> {
  const row = await withRecords((records) => records.get('course'));
  const course = row?.version === VERSION ? Course.safeParse(row.value).data : null;
  return course ?? noCourse(now);
}

/** Not where sync was left, or set up anew, in the meantime. */
export function writeCourse(course: Course): Promise<void> {
  return withRecords((records) =>
    records.db.transaction('rw', records, async () => {
      if (await records.get('set-up')) await records.put({ key: 'course', version: VERSION, value: course });
    }),
  );
}
