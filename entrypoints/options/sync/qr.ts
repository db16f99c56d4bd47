// The line as a QR code: one path, so that it is drawn as sharply as the screen can. The package comes only when somebody
// lets a device in.
import type { QrPicture } from './sync-state.ts';

/** Light modules around it, without which many cameras do not find it. */
const QUIET_ZONE = 4;

export async function qrPicture(line: string): Promise<QrPicture> {
  const { encode } = await import('uqr');
  const { data, size } = encode(line, { ecc: 'L', border: QUIET_ZONE });
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return { size, path };
}
