// `npm run sync:scale -- [--highlights N] [--only NAME] [--write]`
// Three Chromium profiles of one reader with ten thousand highlights, on a real WebDAV server on loopback: the first device
// sends all, the others take all in, each edits, all put in order. Its last line is JSON; `--write`: docs/reliability.md.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { build } from 'vite';
import { table, write } from '../../../tools/sim/reliability.ts';
import { chromiumPath } from '../../chromium.ts';
import { apache } from '../apache.ts';
import { lighttpd } from '../lighttpd.ts';
import { placeAt } from '../place.ts';
import { rclone } from '../rclone.ts';
import type { RunningServer } from '../server.ts';
import type { Bench, Ran } from './device.ts';

const { values } = parseArgs({
  options: {
    highlights: { type: 'string', default: '10000' },
    only: { type: 'string', default: '' },
    write: { type: 'boolean', default: false },
  },
});
const HIGHLIGHTS = Number(values.highlights);
const DEVICES = 3;
/** Runs of sync, each after some edits, so that files are put together. */
const EDITING_RUNS = 28;
/** Files beside snapshot and bundle, until they are put together (`usualLimits.tail`). */
const TAIL = 24;

const every = (nth: number) => Array.from({ length: Math.floor(HIGHLIGHTS / nth) }, (_, n) => n * nth);
const say = (line: string) => process.stdout.write(`${line}\n`);
const folder = mkdtempSync(join(tmpdir(), 'backstory-scale-'));

async function serve() {
  await build({
    root: fileURLToPath(new URL('../../../', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: { entry: 'tests/servers/scale/device.ts', formats: ['es'], fileName: () => 'device.js' },
    },
  });
  const server = createServer((request, response) => {
    const isScript = request.url === '/device.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(
      isScript
        ? readFileSync(join(folder, 'device.js'))
        : '<!doctype html><link rel="icon" href="data:,"><script type="module" src="/device.js"></script>',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}

interface Profile {
  readonly context: BrowserContext;
  readonly page: Page;
}

/** A profile of its own. A page may ask the server only because the browser is told so; an extension has the permission. */
async function profile(url: string): Promise<Profile> {
  const context = await chromium.launchPersistentContext('', {
    executablePath: chromiumPath(),
    chromiumSandbox: false,
    args: ['--disable-web-security', '--disable-background-networking', '--no-first-run'],
  });
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => 'bench' in globalThis);
  return { context, page };
}

type On<K extends keyof Bench> = Awaited<ReturnType<Bench[K]>>;

function call<K extends keyof Bench>(page: Page, name: K, ...given: Parameters<Bench[K]>): Promise<On<K>> {
  return page.evaluate(
    ([name, given]) => {
      const { bench } = globalThis as unknown as { bench: Record<string, (...given: unknown[]) => unknown> };
      return bench[name]?.(...given);
    },
    [name, given] as const,
  ) as Promise<On<K>>;
}

interface Timed extends Ran {
  /** Of all of the browser's processes: on a machine that does other things too, the clock measures those. */
  readonly processor: number;
}

async function timed({ context, page }: Profile, settings: RunningServer['settings']): Promise<Timed> {
  const session = await context.browser()?.newBrowserCDPSession();
  const spent = async () => {
    const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  };
  const before = await spent();
  const ran = await call(page, 'sync', settings);
  return { ...ran, processor: (await spent()) - before };
}

interface Figures {
  readonly name: string;
  readonly sent: Timed;
  readonly joined: readonly Timed[];
  readonly idle: number;
  /** Files of the device that has the most. */
  readonly files: number;
  readonly same: boolean;
}

async function measured(name: string, server: RunningServer, url: string): Promise<Figures> {
  const { place } = placeAt(server);
  await place.setUp();
  const devices = await Promise.all(Array.from({ length: DEVICES }, () => profile(url)));
  try {
    const [first, ...others] = devices;
    if (!first) throw new Error('no device');
    const there = await call(first.page, 'fill', HIGHLIGHTS);
    const edited = await call(first.page, 'annotate', every(3), 'first');
    say(`${name}: ${there} highlights, ${edited} of them with an edit`);
    const sent = await timed(first, server.settings);
    say(`sent ${JSON.stringify(sent)}`);
    const joined: Timed[] = [];
    for (const other of others) {
      joined.push(await timed(other, server.settings));
      say(`joined ${JSON.stringify(joined.at(-1))}`);
    }
    const pages = devices.map(({ page }) => page);
    for (let run = 0; run < EDITING_RUNS; run++)
      for (const page of pages) {
        await call(page, 'annotate', every(HIGHLIGHTS / 5), `edit ${run}`);
        await call(page, 'sync', server.settings);
      }
    let quiet: Ran[] = [];
    for (let run = 0; run < 12; run++) {
      quiet = [];
      for (const page of pages) quiet.push(await call(page, 'sync', server.settings));
    }
    const listing = await place.list();
    const files = Map.groupBy(listing.ok ? listing.names : [], (file) => file.split('.')[0]);
    const kept = await Promise.all(pages.map((page) => call(page, 'kept')));
    return {
      name,
      sent,
      joined,
      idle: Math.max(...quiet.map(({ requests }) => requests)),
      files: Math.max(...[...files.values()].map(({ length }) => length)),
      same: kept.every(({ passages, notes }) => passages === there && notes === kept[0]?.notes),
    };
  } finally {
    await Promise.all(devices.map(({ context }) => context.close()));
  }
}

const site = await serve();
const rows: Figures[] = [];
for (const kind of [apache, lighttpd, rclone]) {
  if (!kind.name.toLowerCase().includes(values.only.toLowerCase())) continue;
  if (kind.lacks !== null) {
    say(`${kind.name}: skipped, needs ${kind.lacks}`);
    continue;
  }
  const server = await kind.start();
  try {
    rows.push(await measured(kind.name, server, site.url));
  } finally {
    await server.stop();
  }
}
site.close();
rmSync(folder, { recursive: true, force: true });

const seconds = (ran: Timed) => `${ran.seconds.toFixed(1)} (${ran.processor.toFixed(1)})`;
if (values.write)
  write(
    'scale',
    [
      table(
        [
          'server',
          'highlights',
          'first device sends, s',
          'second takes in, s',
          'third, s',
          'MB taken in',
          'requests of it',
          'requests when nothing is new',
          'files of a device at most',
          'all devices the same',
        ],
        rows.map(({ name, sent, joined: [second, third], idle, files, same }) => [
          name,
          HIGHLIGHTS.toLocaleString('en-GB'),
          seconds(sent),
          second ? seconds(second) : '',
          third ? seconds(third) : '',
          (third?.megabytes ?? 0).toFixed(1),
          String(third?.requests ?? ''),
          String(idle),
          String(files),
          same ? 'yes' : 'no',
        ]),
      ),
      `On ${cpus().length} cores of ${cpus()[0]?.model ?? 'an unknown processor'}, with a load of ${(loadavg()[0] ?? 0).toFixed(1)} while it ran.`,
    ].join('\n\n'),
    'sync:scale',
  );
const slowest = Math.max(...rows.flatMap(({ sent, joined }) => [sent, ...joined]).map((ran) => ran.seconds));
const figures = {
  servers: rows.length,
  slowest: Number(slowest.toFixed(1)),
  idle: Math.max(...rows.map(({ idle }) => idle)),
  files: Math.max(...rows.map(({ files }) => files)),
  same: rows.every(({ same }) => same),
};
say(JSON.stringify(figures));
process.exit(slowest < 30 && figures.idle === 1 && figures.files <= TAIL + 2 && figures.same ? 0 : 1);
