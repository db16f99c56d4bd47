// Bugs that a tired person could write, a line each. A simulation that does not notice them proves nothing;
// docs/reliability.md says which of them are noticed, and how soon.

export interface Mutant {
  readonly name: string;
  /** What is wrong then. */
  readonly says: string;
  /** Under core/sync. */
  readonly file: string;
  /** A piece of the file that is there exactly once, and what stands in its place. */
  readonly instead: string;
  readonly of: string;
}

export const mutants: readonly Mutant[] = [
  {
    name: 'believes-put',
    says: 'An upload counts as done when the server says so, without reading it back.',
    file: 'engine/push.ts',
    instead: 'const outcome = put.ok ? await readBack(round, pending) : put.why;',
    of: "const outcome = put.ok ? ('as it is' as Awaited<ReturnType<typeof readBack>>) : put.why;",
  },
  {
    name: 'reads-back-only-length',
    says: 'What is read back is compared by its length alone.',
    file: 'engine/push.ts',
    instead: "return sameBytes(back.file, file) ? 'as it is' : 'otherwise';",
    of: "return back.file.length === file.length ? 'as it is' : 'otherwise';",
  },
  {
    name: 'forgets-outbox-early',
    says: 'The outbox rows go before the sealed segment is kept.',
    file: 'engine/push.ts',
    instead: 'await round.save(await sealed(round, content));',
    of: 'const early = await sealed(round, content); await round.around.store.acknowledge(content.rows, { ...early, pending: null }); await round.save(early);',
  },
  {
    name: 'acknowledges-everything',
    says: 'A segment that was read back clears the outbox, also of what was written meanwhile.',
    file: 'engine/push.ts',
    instead: 'await round.around.store.acknowledge(pending.rows, state);',
    of: 'await round.around.store.acknowledge((await round.around.store.waiting(9999)).map(({ row }) => row), state);',
  },
  {
    name: 'removes-before-verifying',
    says: 'Old segments go once the snapshot that replaces them was put, before it was read back.',
    file: 'engine/push.ts',
    instead: "yield 'put';",
    of: "yield 'put'; if (put.ok && pending.kind !== 'batch') for (const old of pending.replaces) await round.around.remote.remove(old);",
  },
  {
    name: 'snapshot-of-what-was-sent',
    says: 'A snapshot holds only the newest update of each document.',
    file: 'engine/compact.ts',
    instead: 'update: Y.mergeUpdates(some.map(({ update }) => update))',
    of: 'update: some.at(-1)?.update ?? new Uint8Array()',
  },
  {
    name: 'bundle-without-its-middle',
    says: 'A bundle replaces one segment more than it holds.',
    file: 'engine/compact.ts',
    instead: 'updates.push(...opened.segment.updates);',
    of: 'if (name !== tail[1]?.name) updates.push(...opened.segment.updates);',
  },
  {
    name: 'missing-means-removed',
    says: 'A segment of another device that is not listed counts as superseded.',
    file: 'engine/doubts.ts',
    instead: 'for (const name of [...liveNames(state), ...neededOfOthers(state)]) {',
    of: 'for (const name of [] as SegmentName[]) {',
  },
  {
    name: 'never-complains',
    says: 'Unreadable segments are not reported to their owner.',
    file: 'engine/doubts.ts',
    instead: 'return complains ? { ...next, complaints: [...state.complaints, name] } : next;',
    of: 'return complains ? next : next;',
  },
  {
    name: 'never-adopts',
    says: 'Nobody takes the place of a device that is gone.',
    file: 'engine/doubts.ts',
    instead: 'if (runs < ADOPT_AFTER + spread(round.state.device, name)) continue;',
    of: 'continue;',
  },
  {
    name: 'blind-to-twins',
    says: 'A copied profile goes on under the same device id.',
    file: 'engine/identity.ts',
    instead: 'return partsOf(name).device === state.device && !isSettled(state, name);',
    of: 'return partsOf(name).device === state.device && !isSettled(state, name) && state.seq < 0;',
  },
  {
    name: 'new-identity-without-snapshot',
    says: 'A device that takes a new id does not write again what it wrote under the old one, and removes that.',
    file: 'engine/identity.ts',
    instead: 'snapshotDue: true,',
    of: 'snapshotDue: false, strays: [], removable: [...state.removable, ...own, ...unsure],',
  },
  {
    name: 'skips-to-the-head',
    says: 'Whatever of a device is older than the newest segment taken in counts as taken in.',
    file: 'engine/seen.ts',
    instead: 'return seenOf(state, partsOf(name).device).names[name] !== undefined;',
    of: 'return headsOf(state).some((head) => partsOf(head).device === partsOf(name).device && partsOf(head).seq >= partsOf(name).seq);',
  },
  {
    name: 'state-before-data',
    says: 'What was taken in is remembered in one transaction and stored in the next.',
    file: 'engine/pull.ts',
    instead: 'const outcome = await round.around.store.receive(segment.updates, origin, next, judge);',
    of: 'await round.save(next); const outcome = await round.around.store.receive(segment.updates, origin, next, judge);',
  },
  {
    name: 'held-counts-as-taken-in',
    says: 'A segment that waits for the reader, since it deletes much, is remembered as taken in.',
    file: 'engine/pull.ts',
    instead: "if (outcome === 'held') {",
    of: "if (outcome === 'held') { await round.save(next);",
  },
  {
    name: 'one-bad-file-is-fine',
    says: 'A damaged file counts as taken in.',
    file: 'engine/pull.ts',
    instead: 'round.refused.push({ name, why: opened.why });',
    of: "round.refused.push({ name, why: opened.why }); await round.save(takenIn(round.state, name, { kind: 'batch', written: 0, previous: null, heads: [], covers: [], replaces: [], complaints: [], updates: [] }));",
  },
  {
    name: 'never-scrubs',
    says: 'What was taken in is never read again: a bit that turns on the disk stays unnoticed.',
    file: 'engine/scrub.ts',
    instead: 'const { state, listed } = round;',
    of: 'return; const { state, listed } = round;',
  },
  {
    name: 'believes-clocks',
    says: 'What was written in the future, by the clock of whoever reads it, is left out.',
    file: 'engine/pull.ts',
    instead: 'store.receive(segment.updates,',
    of: 'store.receive(segment.written > round.around.now() ? [] : segment.updates,',
  },
];
