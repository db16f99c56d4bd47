// Mozilla's own linter over a finished build: what the add-on store would refuse is an error here, and its
// warnings are counted where someone reads them. A Chromium build is linted too, for the manifest and for
// `innerHTML`; what it says there about Firefox alone is no fault.
import { spawnSync } from 'node:child_process';

interface Finding {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
}
interface Report {
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
}

/** Rules of addons.mozilla.org that a build for Chromium cannot follow. */
const FIREFOX_ONLY = new Set([
  'ADDON_ID_REQUIRED',
  'EXTENSION_ID_REQUIRED',
  'BACKGROUND_SERVICE_WORKER_NOFALLBACK',
  'MISSING_DATA_COLLECTION_PERMISSIONS',
  'MANIFEST_FIELD_UNSUPPORTED',
]);

const build = process.argv[2] ?? 'firefox-mv3';
const { stdout, stderr } = spawnSync(
  'web-ext',
  ['lint', '--source-dir', `.output/${build}`, '--output', 'json'],
  {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  },
);
const start = stdout.indexOf('{');
if (start < 0) throw new Error(`web-ext lint gave no report: ${stderr}`);
const report: Report = JSON.parse(stdout.slice(start));

const matters = (finding: Finding) => build.startsWith('firefox') || !FIREFOX_ONLY.has(finding.code);
const errors = report.errors.filter(matters);
const warnings = report.warnings.filter(matters);
for (const [level, findings] of [['error', errors] as const, ['warning', warnings] as const]) {
  for (const { code, message, file, line } of findings) {
    console.log(`${level} ${code} ${file ?? 'manifest'}${line ? `:${line}` : ''} ${message}`);
  }
}
console.log(`errors: ${errors.length}`);
console.log(`warnings: ${warnings.length}`);
process.exitCode = errors.length > 0 ? 1 : 0;
