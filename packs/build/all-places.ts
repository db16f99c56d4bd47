// `npm run packs:places`: writes the second pack, *All places*, which the extension does not carry: a reader who wants
// it adds the file on the options page.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { Entity } from '../../core/knowledge/entity.ts';
import { writePack } from '../../core/knowledge/pack/write.ts';
import { ALL_PLACES, ALL_PLACES_ATTRIBUTION, allPlaces } from './places/all.ts';
import { readDistricts } from './places/region-tables.ts';
import { readWorld } from './places.ts';
import { draftStarter } from './starter.ts';

const out = fileURLToPath(new URL('../../.output-packs/', import.meta.url));
const started = performance.now();
const { entities: starter } = draftStarter();
const entities = z.parse(
  z.array(Entity),
  allPlaces(readWorld(new URL('../starter/', import.meta.url), [], true), readDistricts(), starter),
);
// The content names the version: the same knowledge is never installed twice.
const hash = createHash('sha256');
for (const entity of entities) hash.update(JSON.stringify(entity));
const pack = await writePack(
  {
    id: ALL_PLACES,
    version: hash.digest('hex').slice(0, 12),
    title: 'All places: towns of 500 people and more, and second-level regions',
    built: new Date().toISOString().slice(0, 10),
    licence: 'CC BY 4.0',
    attribution: [...ALL_PLACES_ATTRIBUTION],
  },
  entities,
  [],
);
mkdirSync(out, { recursive: true });
writeFileSync(`${out}all-places.bspack`, pack);
const names = entities.reduce((sum, entity) => sum + entity.names.length, 0);
console.log(
  `.output-packs/all-places.bspack: ${entities.length} places with ${names} names, ${(pack.length / 1e6).toFixed(1)} MB; ` +
    `${((performance.now() - started) / 1000).toFixed(1)} s`,
);
