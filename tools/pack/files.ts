// Files from disk as the streams that a browser gives.
import { existsSync, openAsBlob } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Knowledge } from '../../core/knowledge/index.ts';
import { openInMemory, PackError } from '../../core/knowledge/pack/index.ts';
import { RefusedError } from './refusal.ts';

const STARTER = fileURLToPath(new URL('../../public/packs/starter.bspack', import.meta.url));

export type Bytes = ReadableStream<Uint8Array<ArrayBuffer>>;

/** Nothing is read before the stream is. Throws RefusedError when there is no such file. */
export async function opened(path: string): Promise<() => Bytes> {
  try {
    const blob = await openAsBlob(path);
    return () => blob.stream();
  } catch (error) {
    throw new RefusedError(
      `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** The packs that events are tied to: those named, else the starter pack where it is built. */
export async function knowledgeOf(paths: readonly string[] | undefined): Promise<Knowledge | null> {
  const chosen = paths ?? (existsSync(STARTER) ? [STARTER] : []);
  if (chosen.length === 0) return null;
  const packs = await Promise.all(
    chosen.map(async (path) => {
      const open = await opened(path);
      try {
        return await openInMemory(open());
      } catch (error) {
        if (error instanceof PackError)
          throw new RefusedError(
            `${path}: ${error.message}${path === STARTER ? ' Build it anew with `npm run packs`.' : ''}`,
          );
        throw error;
      }
    }),
  );
  return new Knowledge(packs);
}
