// `npm run bench:anchoring`: articles written for it and edits made by rule (`generated.ts`); with `-- --revisions DIR`
// texts as people revised them (`revisions/run.ts`), with `-- --pages` the same edits on real articles (`pages.ts`).
const at = process.argv.indexOf('--revisions');
const folder = process.argv[at + 1];
if (process.argv.includes('--pages')) (await import('./pages.ts')).measurePages();
else if (at < 0) await import('./generated.ts');
else if (folder) (await import('./revisions/run.ts')).measureRevisions(folder);
else {
  console.error('--revisions wants a folder of NAME.old.md and NAME.new.md');
  process.exitCode = 1;
}

export {};
