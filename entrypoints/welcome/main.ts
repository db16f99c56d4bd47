// The practice article is read like any news page, by the same reader. No content script runs on the
// extension's own pages, so the page starts it itself.
import { startReader } from '../../page/start.ts';

void startReader({ force: true });
