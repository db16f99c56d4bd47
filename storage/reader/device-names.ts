// How the reader calls each device, and which of them were dropped: two choices among the settings, so that they are encrypted,
// merged and sent as these are.
import type * as Y from 'yjs';
import { change, withDatabase } from './documents.ts';
import { deriveSettings } from './settings.ts';

const NAME = 'device:';
const DROPPED = 'dropped:';
const MAP = 'settings';
const MOST_NAME = 60;

export interface NamedDevice {
  readonly id: string;
  readonly name: string;
  readonly dropped: boolean;
}

export function namedDevices(): Promise<NamedDevice[]> {
  return withDatabase(async ({ settings }) => {
    const names = await settings.where('key').startsWith(NAME).toArray();
    const dropped = new Set(await settings.where('key').startsWith(DROPPED).primaryKeys());
    return names.map(({ key, value }) => {
      const id = key.slice(NAME.length);
      return { id, name: nameOf(value), dropped: dropped.has(DROPPED + id) };
    });
  });
}

function nameOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, MOST_NAME) : '';
}

export function nameDevice(id: string, name: string): Promise<void> {
  return choose((settings) => {
    settings.set(NAME + id, name.slice(0, MOST_NAME));
  });
}

/** It stays in the list, marked so: what it wrote stays too. */
export function dropDevice(id: string): Promise<void> {
  return choose((settings) => {
    if (settings.get(NAME + id) === undefined) settings.set(NAME + id, '');
    settings.set(DROPPED + id, 'dropped');
  });
}

/** This device goes on under another id (its profile has a twin, or the vault is another). */
export function moveName(from: string, to: string): Promise<void> {
  return choose((settings) => {
    const name = settings.get(NAME + from);
    if (typeof name === 'string' && settings.get(NAME + to) === undefined) settings.set(NAME + to, name);
  });
}

/** Of another vault. */
export function forgetDevices(): Promise<void> {
  return choose((settings) => {
    for (const key of [...settings.keys()])
      if (key.startsWith(NAME) || key.startsWith(DROPPED)) settings.delete(key);
  });
}

function choose(edit: (settings: Y.Map<unknown>) => void): Promise<void> {
  return change({
    document: 'settings',
    derived: ({ settings }) => [settings],
    edit: (document) => edit(document.getMap(MAP)),
    derive: deriveSettings,
  });
}
