// Firefox with the extension in it: a throw-away profile, nothing of the outside world in reach, files saved without a
// question. Playwright drives no Firefox of a system's; Puppeteer does, over WebDriver BiDi.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { EXTENSION } from './extension.ts';

export interface LaunchOptions {
  /** Through which all requests go; else they go where they want to. */
  readonly proxyPort?: number;
  /** Where files are saved that the reader takes along; else it is asked. */
  readonly downloads?: string;
  readonly headless?: boolean;
  /** A folder that outlives the browser and has the extension in it for good; else a throw-away one. */
  readonly profile?: string;
}

export async function launch({ headless = true, profile, ...options }: LaunchOptions = {}): Promise<Browser> {
  if (!existsSync(join(EXTENSION.build, 'manifest.json')))
    throw new Error('no build for Firefox yet: npm run build:firefox');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: firefoxPath(),
    headless,
    defaultViewport: { width: 1100, height: 800 },
    // Pages of an extension, and the browser's own process, are shown to nobody without it.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: preferences(options),
    ...(profile !== undefined && { userDataDir: profile }),
  });
  if (profile === undefined) await browser.installExtension(EXTENSION.build);
  return browser;
}

function firefoxPath(): string {
  const places = [process.env['FIREFOX_PATH'], '/usr/bin/firefox-esr', '/usr/bin/firefox'];
  const path = places.find((place) => place !== undefined && existsSync(place));
  if (path === undefined) throw new Error('no Firefox found: set FIREFOX_PATH');
  return path;
}

function preferences({ proxyPort, downloads }: Pick<LaunchOptions, 'proxyPort' | 'downloads'>) {
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION.id]: EXTENSION.uuid }),
    // Only Firefox ESR and builds for developers heed it: then one that nobody has signed outlives a restart.
    'xpinstall.signatures.required': false,
    ...(proxyPort !== undefined && apart(proxyPort)),
    ...(downloads !== undefined && {
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
      'browser.download.alwaysOpenPanel': false,
    }),
  };
}

/** For tests: nothing but the proxy is reached, and nothing waits for a press that no test can make. */
function apart(port: number) {
  return {
    // Instead of half a minute: longer than the knowledge pack takes to be unpacked, on a busy machine too.
    'extensions.background.idle.timeout': 3_000,
    // The browser's own question; what leads to it is ours.
    'extensions.webextOptionalPermissionPrompts': false,
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
  };
}
