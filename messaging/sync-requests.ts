// What the extension's own pages ask about sync. Nothing secret travels here: passphrases, keys and a server's password are
// handed to a worker of the options page (entrypoints/options/sync/vault.ts), which writes them into the database
// `backstory-sync` itself, keys so that no script can read them out again. The background worker reads them there, runs
// sync, and answers these:
//
//   syncStatus      what is so at this moment, in words where anything is the matter. Cheap: no request to any server.
//   syncNow         run at once, also while it is backing off, saving data, or after the reader put something right.
//   syncSetUp       the options page's worker changed place or keys: plan and run anew.
//   syncLeave       forget place and keys. What was made stays, here and on the server.
//   nameDevice      how a device is called, on all of them.
//   answerDeletions a run was stopped before it would have removed much: let it, or bring all of it back on every device.
//
// `SYNC_CHANGED` is said in the extension's own origin whenever an answer to `syncStatus` would be another, several times a
// second at most while a run goes on: ask anew.
import * as z from 'zod/mini';
import { Needed, Waits } from '../core/sync/standing.ts';

const Moment = z.string();
const count = z.int().check(z.gte(0));
const DeviceId = z.string().check(z.regex(/^[0-9a-f]{32}$/));

/** What happened, and what the reader can do about it. */
const SyncWords = z.object({ happened: z.string(), toDo: z.string() });
export type SyncWords = z.infer<typeof SyncWords>;

export const MOST_DEVICE_NAME = 60;
export const DeviceName = z.string().check(z.minLength(1), z.maxLength(MOST_DEVICE_NAME));

/** Where it goes, with nothing secret. */
const PlaceTold = z.object({
  kind: z.enum(['webdav', 'couchdb', 's3', 'folder']),
  /** The server's address with folder, database or bucket; or the folder's name. */
  where: z.string(),
  /** Empty for a folder. */
  user: z.string(),
});
export type PlaceTold = z.infer<typeof PlaceTold>;

/** As the reader typed it, without the secret; empty what this kind of place does not have. */
const Typed = z.object({
  address: z.string(),
  bucket: z.string(),
  region: z.string(),
  prefix: z.string(),
  user: z.string(),
});

/** More than ever wait at once. */
const MOST_SEGMENTS = 10_000;

/** The first of what would be removed, and how much it is. */
const Removal = z.object({
  /** The devices that delete it. A name may be empty. */
  by: z.array(z.object({ id: DeviceId, name: z.string() })),
  /** What is asked about, to be said with the answer: what came after it was shown is asked about anew. */
  segments: z.array(z.string()).check(z.maxLength(MOST_SEGMENTS)),
  total: count,
  of: count,
  first: z.array(z.object({ kind: z.enum(['passage', 'note', 'entry', 'correction']), title: z.string() })),
});
export type Removal = z.infer<typeof Removal>;

const Activity = z.discriminatedUnion('is', [
  /** `of`: files to be fetched and sent that are known of; 0 while it looks. */
  z.object({
    is: z.literal('running'),
    doing: z.enum(['looking', 'sending', 'receiving', 'putting in order']),
    done: count,
    of: count,
  }),
  /** At this moment everything was on the server, and everything from there was here. */
  z.object({ is: z.literal('up to date'), at: Moment }),
  /** The last run did not come to its end, or none was made yet. It is tried again by itself, not before `until`. */
  z.object({
    is: z.literal('waiting'),
    why: Waits,
    since: Moment,
    until: z.nullable(Moment),
    words: SyncWords,
  }),
  z.object({
    is: z.literal('needs reader'),
    what: Needed,
    since: Moment,
    words: SyncWords,
    /** With `access`: the match pattern to ask for. */
    access: z.nullable(z.string()),
    /** With `deletions`. */
    removal: z.nullable(Removal),
  }),
]);
export type Activity = z.infer<typeof Activity>;

const Device = z.object({
  id: DeviceId,
  /** Empty where nobody named it yet. */
  name: z.string(),
  self: z.boolean(),
  /** By the device's own clock, when it wrote what came here last; null: nothing of it came yet. */
  lastSeen: z.nullable(Moment),
  dropped: z.boolean(),
});
export type SyncedDevice = z.infer<typeof Device>;

const SetUp = z.object({
  state: z.literal('set up'),
  place: PlaceTold,
  /** To be filled in again where something about the place is changed. */
  typed: Typed,
  /** The first digits of the vault's number: the same on all devices of one vault. */
  vault: z.string(),
  device: DeviceId,
  activity: Activity,
  /** Made here and not on the server yet. `changes` is what is sent; the others say in what they are. */
  waiting: z.object({ changes: count, passages: count, notes: count, others: count }),
  /** All that is kept here, wherever it was made. */
  kept: z.object({ passages: count, notes: count, entries: count }),
  /** This one first. */
  devices: z.array(Device),
  /** What the server can see, as of `at`; null before the first listing. `bytes`: of the files whose size is known. */
  onServer: z.nullable(
    z.object({ at: Moment, devices: count, files: count, bytes: count, unknownSizes: count }),
  ),
  /** A recovery code was made here, and nobody has said that it was written down. */
  codeUnseen: z.boolean(),
  /** Files that cannot be read, or are missing, for a while now: they are put right by themselves where a device has them. */
  troubled: z.object({ damaged: count, missing: count }),
});

const SyncStatus = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('not set up'),
    /** Was left, and can be joined again. */ left: z.nullable(PlaceTold),
  }),
  SetUp,
  /** It was set up by a later version of Backstory: nothing is sent, and nothing of it is touched. */
  z.object({ state: z.literal('newer'), words: SyncWords }),
]);
export type SyncStatus = z.infer<typeof SyncStatus>;

/** To the background worker, from the extension's own pages only. */
export const syncRequests = {
  syncStatus: { from: 'extension', ask: z.object({}), answer: SyncStatus },
  syncNow: { from: 'extension', ask: z.object({}), answer: z.object({}) },
  syncSetUp: { from: 'extension', ask: z.object({}), answer: z.object({}) },
  syncCodeSeen: { from: 'extension', ask: z.object({}), answer: z.object({}) },
  syncLeave: { from: 'extension', ask: z.object({}), answer: z.object({}) },
  nameDevice: {
    from: 'extension',
    ask: z.object({ device: DeviceId, name: DeviceName }),
    answer: z.object({}),
  },
  answerDeletions: {
    from: 'extension',
    ask: z.object({ remove: z.boolean(), segments: Removal.shape.segments }),
    answer: z.object({}),
  },
} as const;
export type SyncRequests = typeof syncRequests;

export const SYNC_CHANGED = 'backstory-sync-changed';
