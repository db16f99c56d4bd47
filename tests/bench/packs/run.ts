// `npm run bench:packs`: does the cost of a page grow with the knowledge base? Three sizes in one run, in Chromium;
// beside them the plain design. Writes docs/benchmarks-packs.md.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { build } from 'vite';
import type { Article } from '../../../core/article/article.ts';
import { writePack } from '../../../core/knowledge/pack/write.ts';
import { chromiumPath } from '../../chromium.ts';
import { median } from '../matchers.ts';
import { article, entities, events } from './synthetic.ts';
import type { Design, Order } from './worker.ts';

const SIZES = [10_000, 100_000, 1_000_000];
/** Rows are written 10,000 a second: a million entities with their names would take seven minutes. */
const PLAIN_UP_TO = 100_000;
const CROWDED = 100_000;
const WARM_UP = 15;
const WARM = 50;
const KILLED = 10;

const folder = mkdtempSync(join(tmpdir(), 'bench-packs-'));
const root = fileURLToPath(new URL('../../../', import.meta.url));

const PAGE = `<!doctype html><title>bench</title><link rel="icon" href="data:,"><script>
  let worker;
  globalThis.kill = () => { worker?.terminate(); worker = undefined; };
  globalThis.order = (order) => new Promise((resolve, reject) => {
    const begun = performance.now();
    worker ??= new Worker('/worker.js', { type: 'module' });
    worker.onmessage = ({ data }) => data.error ? reject(new Error(data.error)) : resolve({ ...data, waited: performance.now() - begun });
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(order);
  });
</script>`;

async function serve() {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: { entry: 'tests/bench/packs/worker.ts', formats: ['es'], fileName: () => 'worker.js' },
    },
  });
  const server = createServer((request, response) => {
    const name = request.url ?? '/';
    // Both headers let the page measure its memory.
    response.setHeader('cross-origin-opener-policy', 'same-origin');
    response.setHeader('cross-origin-embedder-policy', 'require-corp');
    response.setHeader(
      'content-type',
      name === '/' ? 'text/html' : name.endsWith('.js') ? 'text/javascript' : 'application/octet-stream',
    );
    response.end(name === '/' ? PAGE : readFileSync(join(folder, name)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}

interface Took {
  readonly milliseconds: number;
  readonly waited: number;
  readonly result: number;
}
const order = (page: Page, what: Order) =>
  page.evaluate((what) => (globalThis as unknown as { order(o: unknown): Promise<Took> }).order(what), what);
const kill = (page: Page) => page.evaluate(() => (globalThis as unknown as { kill(): void }).kill());
const memory = (page: Page) =>
  page.evaluate(
    async () =>
      (
        await (
          performance as unknown as { measureUserAgentSpecificMemory(): Promise<{ bytes: number }> }
        ).measureUserAgentSpecificMemory()
      ).bytes,
  );

interface Measured {
  readonly size: number;
  readonly file: number;
  readonly importSeconds: number;
  readonly warm: number;
  readonly uncached: number;
  readonly killed: number;
  readonly megabytes: number;
  readonly tell: number;
  readonly mentions: number;
}

let seed = 1;
const unseen = (size: number): Article => article(seed++, size);

async function annotations(
  page: Page,
  size: number,
  design: Design,
): Promise<Pick<Measured, 'warm' | 'uncached' | 'killed' | 'mentions' | 'megabytes'>> {
  const pages = async (count: number, design: Design) => {
    const took: Took[] = [];
    for (let n = 0; n < count; n++)
      took.push(await order(page, { do: 'annotate', article: unseen(size), design }));
    return took;
  };
  await pages(WARM_UP, design);
  const warm = await pages(WARM, design);
  const megabytes = (await memory(page)) / 1e6;
  let uncached: Took[] = [];
  if (design === 'blocks') {
    await pages(WARM_UP, 'blocks uncached');
    uncached = await pages(WARM, 'blocks uncached');
  }
  const killed: number[] = [];
  for (let n = 0; n < KILLED; n++) {
    await kill(page);
    killed.push((await order(page, { do: 'annotate', article: unseen(size), design })).waited);
  }
  return {
    warm: median(warm.map(({ milliseconds }) => milliseconds)),
    uncached: uncached.length > 0 ? median(uncached.map(({ milliseconds }) => milliseconds)) : Number.NaN,
    mentions: median(warm.map(({ result }) => result)),
    killed: median(killed),
    megabytes,
  };
}

async function measure(
  page: Page,
  url: string,
  size: number,
): Promise<{ ours: Measured; plain: Measured | null }> {
  const crowded = size >= CROWDED ? CROWDED : 0;
  const meta = {
    id: 'bench',
    version: String(size),
    title: 'Bench',
    built: '2026-01-01',
    licence: 'MIT',
    attribution: [],
  };
  const file = await writePack(meta, [...entities(size)], [...events(size, crowded)]);
  writeFileSync(join(folder, 'pack'), file);
  await order(page, { do: 'remove' });
  await kill(page);
  const imported = await order(page, { do: 'install', url: `${url}pack` });
  await kill(page);
  const annotated = await annotations(page, size, 'blocks');
  const told: number[] = [];
  for (let n = 0; n < 12; n++)
    told.push((await order(page, { do: 'tell', about: 'bench:e-0', day: `20${10 + n}-06-15` })).milliseconds);
  const ours = {
    size,
    file: file.length,
    importSeconds: imported.milliseconds / 1000,
    tell: median(told.slice(2)),
    ...annotated,
  };
  let plain: Measured | null = null;
  if (size <= PLAIN_UP_TO) {
    await order(page, { do: 'remove' });
    await kill(page);
    const rows = await order(page, { do: 'install plain', url: `${url}pack` });
    await kill(page);
    plain = {
      size,
      file: file.length,
      importSeconds: rows.result / 1000,
      tell: Number.NaN,
      ...(await annotations(page, size, 'plain rows')),
    };
  }
  return { ours, plain };
}

const { url, close } = await serve();
const browser = await chromium.launch({ executablePath: chromiumPath(), chromiumSandbox: false });
try {
  const page = await browser.newPage();
  await page.goto(url);
  const rows: { ours: Measured; plain: Measured | null }[] = [];
  for (const size of SIZES.filter((size) => size <= Number(process.argv[2] ?? Number.POSITIVE_INFINITY))) {
    rows.push(await measure(page, url, size));
    console.error(rows.at(-1));
  }
  const cells = (
    { size, file, importSeconds, warm, uncached, killed, megabytes, tell, mentions }: Measured,
    name: string,
  ) =>
    `| ${name} | ${size.toLocaleString('en')} | ${(file / 1e6).toFixed(1)} | ${importSeconds.toFixed(1)} | ${Math.round(size / importSeconds).toLocaleString('en')} | ${warm.toFixed(1)} | ${Number.isNaN(uncached) ? '' : uncached.toFixed(1)} | ${killed.toFixed(0)} | ${megabytes.toFixed(0)} | ${Number.isNaN(tell) ? '' : tell.toFixed(1)} | ${mentions} |`;
  const [least, most] = [rows[0]?.ours, rows.at(-1)?.ours];
  const compared = rows.filter(({ plain }) => plain).at(-1);
  const text = `# Benchmarks: packs of ten thousand to a million entities

Written by \`npm run bench:packs\` on ${new Date().toISOString().slice(0, 10)}, Chromium ${browser.version()}, two cores. Synthetic packs: three names an entity, an event for
every fifth, one entity with ${CROWDED.toLocaleString('en')} events from the second size on; articles of a thousand words with sixty mentions, none seen before.

| design | entities | file, MB | import, s | entities/s | page warm, ms (median of ${WARM}) | the same, no block kept in memory, ms | page, worker just killed, ms | memory, MB | backstory of the crowded entity, ms | mentions |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${rows.flatMap(({ ours, plain }) => [cells(ours, 'blocks'), ...(plain ? [cells(plain, 'plain rows')] : [])]).join('\n')}

| asked | measured |
| --- | --- |
| a page on the largest at most 1.3 times one on the smallest, warm | ${((most?.warm ?? 0) / (least?.warm ?? 1)).toFixed(2)} times |
| the same, with no block kept in memory on either side | ${((most?.uncached ?? 0) / (least?.uncached ?? 1)).toFixed(2)} times |
| at most 250 ms from a killed worker | ${most?.killed.toFixed(0)} ms |
| at most 64 MB more memory | ${((most?.megabytes ?? 0) - (least?.megabytes ?? 0)).toFixed(0)} MB more |
| import at least 20 times as fast as rows | ${((compared?.plain?.importSeconds ?? 0) / (compared?.ours.importSeconds ?? 1)).toFixed(1)} times |
| backstory of an entity with ${CROWDED.toLocaleString('en')} events within 50 ms | ${most?.tell.toFixed(1)} ms |
`;
  if (rows.length === SIZES.length) writeFileSync(join(root, 'docs/benchmarks-packs.md'), text);
  console.log(text);
} finally {
  await browser.close();
  close();
  rmSync(folder, { recursive: true, force: true });
}
