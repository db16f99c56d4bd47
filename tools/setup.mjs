// What both commands do first: dependencies, Node, a browser. Says a line for each thing that it had to do
// and nothing where all is there; the second time takes less than a second.
import { fileURLToPath } from 'node:url';
import { findBrowser } from './setup/browser.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { checkNode } from './setup/node.mjs';
import { childEnvironment, say } from './setup/run.mjs';

/**
 * @returns {Promise<{ env: NodeJS.ProcessEnv, noBrowser: string | null }>} the environment for every child,
 *   with CHROME_PATH set where there is a browser; `noBrowser`: why there is none. Ends the process where
 *   nothing at all can be run.
 */
export async function setUp() {
  const stop = (await installDependencies()) ?? checkNode();
  if (stop) {
    say(stop);
    process.exit(1);
  }
  const browser = await findBrowser();
  if ('problem' in browser) {
    say(browser.problem);
    return { env: childEnvironment(), noBrowser: browser.problem };
  }
  return { env: childEnvironment({ CHROME_PATH: browser.path }), noBrowser: null };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { noBrowser } = await setUp();
  process.exitCode = noBrowser ? 1 : 0;
}
