// axe-core over what is ours, in light and dark. It goes in as code: a script element would be refused by the
// extension's own content security policy.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from '@playwright/test';
import type axeCore from 'axe-core';

/** In the page, once the source has run there. */
declare const axe: typeof axeCore;

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe found wrong, one line each, in either colour scheme. `within`: a selector, or a frame; else the whole page. */
export async function axeFindings(page: Page, within?: string | Frame): Promise<string[]> {
  const place = typeof within === 'object' ? within : page;
  const part = typeof within === 'object' ? undefined : within;
  await place.evaluate(source);
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const wrong = await place.evaluate(async (selector) => {
      const { violations } = await axe.run(selector ?? document, { resultTypes: ['violations'] });
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map(
          (node) =>
            `${id}: ${help}: ${JSON.stringify(node.target)} ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`,
        ),
      );
    }, part);
    found.push(...wrong.map((line) => `${colorScheme}: ${line}`));
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  return found;
}
