// A second device of the same reader: another browser with another profile, in which the same site is served. It may be
// closed and started again.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { BUILD, type BuildName, buildFolder } from './builds.ts';
import { launch } from './launch.ts';
import { Reader, type WorkerLife } from './reader.ts';
import { Site } from './site.ts';
import { ExtensionWorker } from './worker.ts';

export class Device {
  readonly #build: string;
  readonly #workerLife: WorkerLife;
  readonly #profile = mkdtempSync(join(tmpdir(), 'backstory-profile-'));
  readonly site = new Site();
  #context: BrowserContext | undefined;
  #started = false;

  /** @param wanted origins that it may ask, beside the site */
  constructor(build: BuildName, workerLife: WorkerLife, wanted: readonly string[] = []) {
    this.#build = buildFolder(build);
    this.#workerLife = workerLife;
    for (const origin of wanted) this.site.wanted.add(origin);
  }

  async start(): Promise<Reader> {
    const { context, extensionId } = await launch({
      build: this.#build,
      profile: this.#profile,
      before: this.#started,
    });
    this.#context = context;
    this.#started = true;
    await this.site.open(context);
    const worker = await ExtensionWorker.of(context, extensionId);
    const reader = new Reader(context, this.site, worker, extensionId, this.#workerLife);
    await reader.desk();
    return reader;
  }

  async stop(): Promise<void> {
    await this.#context?.close();
    this.#context = undefined;
  }

  /** With all that it kept. */
  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.#profile, { recursive: true, force: true });
    if (this.#build !== BUILD) rmSync(this.#build, { recursive: true, force: true });
  }
}

interface Second {
  readonly build: BuildName;
  readonly workerLife: WorkerLife;
  readonly wanted: readonly string[];
}

/** Requests that left it. */
export async function inSecondBrowser(
  { build, workerLife, wanted }: Second,
  task: (reader: Reader) => Promise<void>,
): Promise<readonly string[]> {
  const device = new Device(build, workerLife, wanted);
  try {
    await task(await device.start());
    return device.site.leaked;
  } finally {
    await device.remove();
  }
}
