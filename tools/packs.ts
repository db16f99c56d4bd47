// `npm run packs`: everything that the extension ships besides code — the starter pack and the coastlines.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { writePack } from '../core/knowledge/pack/write.ts';
import { landPath } from '../packs/build/land.ts';
import { buildStarter } from '../packs/build/starter.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const started = performance.now();

const { entities, events, id, title, licence, attribution } = buildStarter();
// The content names the version: the same knowledge is never installed twice.
const version = createHash('sha256')
  .update(JSON.stringify([entities, events]))
  .digest('hex')
  .slice(0, 12);
const built = new Date().toISOString().slice(0, 10);
const meta = { id, version, title, built, licence, attribution: [...attribution] };
const pack = await writePack(meta, entities, events);
mkdirSync(`${root}public/packs`, { recursive: true });
writeFileSync(`${root}public/packs/starter.bspack`, pack);

const land = landPath(JSON.parse(readFileSync(require.resolve('world-atlas/land-110m.json'), 'utf8')));
writeFileSync(`${root}public/land.txt`, land);

const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(
  `starter.bspack: ${entities.length} entities, ${events.length} events, ${(pack.length / 1e6).toFixed(2)} MB; ` +
    `land.txt: ${(land.length / 1e3).toFixed(0)} kB; ${seconds} s`,
);
