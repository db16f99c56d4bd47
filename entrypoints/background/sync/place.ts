// A place of sync as the browser reaches it: for runs in the background, and for whoever makes or opens a vault there.
import type { Folder } from '../../../core/sync/remote/folder.ts';
import {
  type Place,
  placeOf,
  type RemoteSettings,
  type Trouble,
  usualPatience,
} from '../../../core/sync/remote/index.ts';

export function placeHere(
  settings: RemoteSettings,
  folder: Folder | null,
  onTrouble: (trouble: Trouble) => void,
): Place {
  return placeOf(settings, {
    // `fetch` itself must not be called as somebody's method.
    fetch: (address, init) => fetch(address, init),
    now: Date.now,
    patience: usualPatience,
    folder,
    onTrouble,
  });
}
