// The reader's chosen settings: a Yjs map, so that two devices' choices merge. Only what the reader changed
// is stored; a site that is on is no entry at all.
import type * as Y from 'yjs';
import * as z from 'zod/mini';
import { type Colour, ColourNames, FIRST_NAMES } from '../../core/annotation/kept/index.ts';
import type { ReaderDatabase } from './database.ts';
import { change, withDatabase } from './documents.ts';

const MAP = 'settings';
const SITE = 'site:';
const LOOK_UP = 'lookup';
const BAR = 'selection-bar';
const COLOUR = 'colour:';
const TEMPLATE = 'markdown-template';
const Off = z.literal('off');
const On = z.literal('on');

/** Whether Backstory runs on this site. */
export function isSiteOn(site: string): Promise<boolean> {
  return withDatabase(
    async ({ settings }) => !Off.safeParse((await settings.get(SITE + site))?.value).success,
  );
}

/** The sites that the reader switched off, in alphabetical order. */
export function sitesOff(): Promise<string[]> {
  return withDatabase(async ({ settings }) => {
    const rows = await settings.where('key').startsWith(SITE).toArray();
    return rows.filter(({ value }) => Off.safeParse(value).success).map(({ key }) => key.slice(SITE.length));
  });
}

export function switchSite(site: string, on: boolean): Promise<void> {
  return choose((settings) => {
    if (on) settings.delete(SITE + site);
    else settings.set(SITE + site, 'off');
  });
}

/** Whether names may be looked up in Wikidata: only where the reader switched that on. */
export function isLookUpOn(): Promise<boolean> {
  return withDatabase(async ({ settings }) => On.safeParse((await settings.get(LOOK_UP))?.value).success);
}

export function switchLookUp(on: boolean): Promise<void> {
  return choose((settings) => {
    if (on) settings.set(LOOK_UP, 'on');
    else settings.delete(LOOK_UP);
  });
}

/** Whether a bar stands beside what is selected in an article. */
export function isBarOn(): Promise<boolean> {
  return withDatabase(async ({ settings }) => !Off.safeParse((await settings.get(BAR))?.value).success);
}

export function switchBar(on: boolean): Promise<void> {
  return choose((settings) => {
    if (on) settings.delete(BAR);
    else settings.set(BAR, 'off');
  });
}

/** What the reader calls each colour of a passage. */
export function colourNames(): Promise<ColourNames> {
  return withDatabase(async ({ settings }) => {
    const rows = await settings.where('key').startsWith(COLOUR).toArray();
    const named = Object.fromEntries(rows.map(({ key, value }) => [key.slice(COLOUR.length), value]));
    return ColourNames.safeParse({ ...FIRST_NAMES, ...named }).data ?? FIRST_NAMES;
  });
}

/** An empty name brings back the one that it began with. */
export function nameColour(colour: Colour, name: string): Promise<void> {
  return choose((settings) => {
    const tidy = name.replaceAll(/\s+/g, ' ').trim();
    if (tidy === '' || tidy === FIRST_NAMES[colour]) settings.delete(COLOUR + colour);
    else settings.set(COLOUR + colour, tidy);
  });
}

/** Choices of an older state that today's says nothing of. A file cannot switch on what asks a server. */
export function addSettings(document: Y.Doc, older: Y.Doc): void {
  const map = document.getMap(MAP);
  for (const [key, value] of older.getMap(MAP).entries())
    if ((key.startsWith(SITE) || key.startsWith(COLOUR)) && map.get(key) === undefined) map.set(key, value);
}

/** How the reader wants Markdown to be written; null: as it comes. */
export function exportTemplate(): Promise<string | null> {
  return withDatabase(async ({ settings }) => {
    const value = (await settings.get(TEMPLATE))?.value;
    return typeof value === 'string' && value !== '' ? value : null;
  });
}

export function keepExportTemplate(template: string | null): Promise<void> {
  return choose((settings) => {
    if (template === null) settings.delete(TEMPLATE);
    else settings.set(TEMPLATE, template);
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

export async function deriveSettings(document: Y.Doc, { settings }: ReaderDatabase): Promise<void> {
  await settings.clear();
  const chosen = [...document.getMap(MAP).entries()];
  await settings.bulkAdd(chosen.map(([key, value]) => ({ key, value })));
}
