// Chromium with the extension in it, as testing with real browsers needs it: a throw-away profile, no
// background traffic of its own, and no way to any real host.
import { type BrowserContext, chromium } from '@playwright/test';
import { chromiumPath } from '../chromium.ts';

export interface LaunchOptions {
  /** Folder of the built extension. */
  readonly build: string;
  readonly headless?: boolean;
  readonly colorScheme?: 'light' | 'dark';
  /** A screen that is touched, as wide as a telephone's. */
  readonly touch?: boolean;
  /** A folder that outlives the browser; else a temporary one. */
  readonly profile?: string;
  /** The extension was in this profile before, so that nothing opens by itself. */
  readonly before?: boolean;
}

export interface Launched {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** Whether the practice article opened by itself. */
  readonly welcomed: boolean;
}

const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
];

export async function launch({
  build,
  headless = true,
  colorScheme = 'light',
  touch = false,
  profile = '',
  before = false,
}: LaunchOptions): Promise<Launched> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless,
    // Containers and root have no sandbox to offer, and every page here is our own.
    chromiumSandbox: false,
    colorScheme,
    hasTouch: touch,
    viewport: headless ? (touch ? { width: 360, height: 740 } : { width: 1100, height: 800 }) : null,
    args: [`--disable-extensions-except=${build}`, `--load-extension=${build}`, ...QUIET],
  });
  const extensionId = await idOfExtension(context);
  const welcomed = !before && (await closeWelcome(context, `chrome-extension://${extensionId}/welcome.html`));
  return { context, extensionId, welcomed };
}

/**
 * The practice article opens after an installation, and would be read and marked beside every test. Whether it
 * opens is a test of its own; a browser in which it does not is still worth driving.
 */
async function closeWelcome(context: BrowserContext, address: string): Promise<boolean> {
  const patience = Date.now() + 4_000;
  while (Date.now() < patience) {
    const welcome = context.pages().find((page) => page.url().startsWith(address));
    if (welcome) {
      await welcome.close();
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return false;
}

/** Looked for rather than waited for: the worker may have come before anyone could listen. */
async function idOfExtension(context: BrowserContext): Promise<string> {
  const patience = Date.now() + 15_000;
  for (;;) {
    const [worker] = context.serviceWorkers();
    if (worker) return new URL(worker.url()).host;
    if (Date.now() > patience) throw new Error('the extension did not start');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
