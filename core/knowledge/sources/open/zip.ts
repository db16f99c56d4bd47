// zip, read forwards as the bytes come. Its directory lies at the end, out of a stream's reach, so the members
// are found by their own headers, and the choice among them is made on the first 32 MB of the archive, which
// holds the readme and the data of every data set that ships as zip.
import { Inflate } from 'fflate';
import type { Bytes } from './bytes.ts';
import { crc32 } from './checksum.ts';
import { flateError } from './gzip.ts';
import { SourceError } from './source-error.ts';
import { Supply } from './supply.ts';
import { chosenOf } from './zip-choice.ts';
import { type Member, nextMember, packedBytes } from './zip-member.ts';

const LOOK_AHEAD = 32 * 1024 * 1024;
const STORED = 0;
const DEFLATED = 8;
const PIECE = 16 * 1024;

/** The bytes of the one member that holds the data. */
export async function* unzipped(
  chunks: AsyncGenerator<Bytes, void>,
  fileName: string,
): AsyncGenerator<Bytes, void> {
  const head: Bytes[] = [];
  try {
    for (let length = 0; length < LOOK_AHEAD; ) {
      const { done, value } = await chunks.next();
      if (done) break;
      head.push(value);
      length += value.length;
    }
    const wanted = chosenOf(await membersOf(new Supply(replay(head))), fileName);
    const supply = new Supply(replay(head, chunks));
    for (let number = 0; ; number++) {
      const member = await nextMember(supply);
      if (!member) throw new SourceError('damaged', 'The zip archive contradicts itself.');
      if (number === wanted) return yield* inflated(member, supply);
      for await (const _ of packedBytes(member, supply));
    }
  } finally {
    await chunks.return();
  }
}

/** The chunks once more, each forgotten as it is read, and then the rest. */
async function* replay(
  head: readonly Bytes[],
  rest?: AsyncGenerator<Bytes, void>,
): AsyncGenerator<Bytes, void> {
  yield* head;
  if (rest) yield* rest;
}

/** As many members as begin in these bytes, with the packed bytes of each that are there. */
async function membersOf(supply: Supply): Promise<{ name: string; length: number }[]> {
  const members: { name: string; length: number }[] = [];
  try {
    for (let member = await nextMember(supply); member; member = await nextMember(supply)) {
      const found = { name: member.name, length: member.packed ?? 0 };
      members.push(found);
      if (member.packed === null)
        for await (const part of packedBytes(member, supply)) found.length += part.length;
      else for await (const _ of packedBytes(member, supply));
    }
  } catch (error) {
    // The bytes end in a member: whether the archive does so too is seen when it is read.
    if (!(error instanceof SourceError && error.code === 'truncated' && members.length > 0)) throw error;
  }
  return members;
}

async function* inflated(member: Member, supply: Supply): AsyncGenerator<Bytes, void> {
  if (member.encrypted) throw new SourceError('foreign', `“${member.name}” in the zip archive is encrypted.`);
  if (member.method !== STORED && member.method !== DEFLATED)
    throw new SourceError(
      'foreign',
      `“${member.name}” in the zip archive is packed in a way that cannot be read here (${member.method}).`,
    );
  let sum = 0;
  for await (const bytes of member.method === STORED
    ? packedBytes(member, supply)
    : inflate(member, supply)) {
    sum = crc32(bytes, sum);
    yield bytes;
  }
  if (sum !== member.sum)
    throw new SourceError('damaged', `“${member.name}” in the zip archive does not match its checksum.`);
}

async function* inflate(member: Member, supply: Supply): AsyncGenerator<Bytes, void> {
  const out: Bytes[] = [];
  const inflater = new Inflate((data) => {
    if (data.length > 0) out.push(new Uint8Array(data));
  });
  const push = (piece: Bytes, isLast: boolean) => {
    try {
      inflater.push(piece, isLast);
    } catch (error) {
      throw flateError(error, 'zip archive');
    }
    return out.splice(0);
  };
  for await (const packed of packedBytes(member, supply)) {
    for (let from = 0; from < packed.length; from += PIECE)
      yield* push(packed.subarray(from, from + PIECE), false);
  }
  yield* push(new Uint8Array(), true);
}
