// The remote of a running server, as the extension makes it, with every request counted and every trouble kept.
import {
  type Place,
  placeOf,
  RemoteSettings,
  type Trouble,
  usualPatience,
} from '../../core/sync/remote/index.ts';
import type { RunningServer } from './server.ts';

export interface Counted {
  readonly place: Place;
  readonly troubles: Trouble[];
  requests: number;
}

export function placeAt(server: RunningServer, changed: Partial<RunningServer['settings']> = {}): Counted {
  const troubles: Trouble[] = [];
  const settings = RemoteSettings.parse({ ...server.settings, ...changed });
  const place = placeOf(settings, {
    fetch(address, init) {
      counted.requests += 1;
      return fetch(address, init);
    },
    now: () => Date.now(),
    patience: usualPatience,
    folder: null,
    onTrouble: (trouble) => troubles.push(trouble),
  });
  const counted: Counted = { place, troubles, requests: 0 };
  return counted;
}
