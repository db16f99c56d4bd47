// Whether a file is a Backstory pack is told by its first bytes, since names are changed on the way; but one that
// is named so is treated as one, so that a damaged pack is called damaged and not unknown.
import { MAGIC } from '../../core/knowledge/pack/format.ts';

export async function isPackFile(file: File): Promise<boolean> {
  return /\.bspack$/i.test(file.name) || ((await beginning(file))?.startsWith(MAGIC) ?? false);
}

/** It says that it is gzip, and cannot be inflated: a pack so small that nothing of it comes out before the damage. */
export async function isBrokenGzip(file: File): Promise<boolean> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x1f && second === 0x8b && (await beginning(file)) === null;
}

/** The first inflated bytes as text; null where nothing can be inflated. */
async function beginning(file: File): Promise<string | null> {
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    const { value } = await reader.read();
    return new TextDecoder('latin1').decode(value?.subarray(0, MAGIC.length));
  } catch {
    return null;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
