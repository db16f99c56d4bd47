// A second device of the same reader: another browser with another profile, in which the same site is served.
import { rmSync } from 'node:fs';
import { BUILD, type BuildName, buildFolder } from './builds.ts';
import { launch } from './launch.ts';
import { Reader, type WorkerLife } from './reader.ts';
import { Site } from './site.ts';
import { ExtensionWorker } from './worker.ts';

/** @param wanted origins that it may ask, beside the site */
export async function inSecondBrowser(
  { build, workerLife, wanted }: { build: BuildName; workerLife: WorkerLife; wanted: readonly string[] },
  task: (reader: Reader) => Promise<void>,
): Promise<readonly string[]> {
  const folder = buildFolder(build);
  const { context, extensionId } = await launch({ build: folder });
  try {
    const site = new Site();
    for (const origin of wanted) site.wanted.add(origin);
    await site.open(context);
    const worker = await ExtensionWorker.of(context, extensionId);
    const reader = new Reader(context, site, worker, extensionId, workerLife);
    await reader.desk();
    await task(reader);
    return site.leaked;
  } finally {
    await context.close();
    if (folder !== BUILD) rmSync(folder, { recursive: true, force: true });
  }
}
