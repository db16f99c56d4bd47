// The Chromium that tests and tools drive: what the set-up found, else Debian's, else Playwright's own.
// It is always named by its path, since Playwright's default for headless is a shell without extensions.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

export function chromiumPath(): string {
  const found = [process.env['CHROME_PATH'], '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
    (path) => path !== undefined && existsSync(path),
  );
  return found ?? chromium.executablePath();
}
