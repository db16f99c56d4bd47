// `npm run quality [-- DIR] [--errors] [--write] [--quick] [--pack FILE]`: how good recognition, linking, places and
// related events are, beside peers on the same texts in the same run. `--errors` prints the commonest of each sort;
// `--write` brings docs/quality.md up to date; `--quick` takes ten documents of each corpus and leaves out peers and
// ablation. Where the texts are absent it says so, and measures what the repository itself has.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Table } from '../../packs/build/check/counts.ts';
import { inMarkdown, withPart } from '../../packs/build/check/document.ts';
import { ablate } from './ablation.ts';
import { type ReadCorpus, readCorpora } from './corpora.ts';
import { coverageTable } from './coverage.ts';
import { curve } from './curve.ts';
import { commonest } from './errors.ts';
import { backstory, type Find, TODAY } from './found.ts';
import { linkOf } from './link.ts';
import { measure } from './measure.ts';
import { backstoryOnGold } from './on-gold.ts';
import { openPacks } from './open-packs.ts';
import { compromise } from './peers/compromise.ts';
import { gazetteer, gazetteerOnGold } from './peers/gazetteer.ts';
import { scoreProse } from './prose.ts';
import { ORDERS, orderStories, scoreOrder, seedStory, stories } from './related-events.ts';
import {
  ablationTable,
  curveTable,
  errorsTable,
  eventsTable,
  linkingTable,
  placesTable,
  proseTable,
  type Run,
  recognitionTable,
  speedTable,
} from './report.ts';
import { knownAmong } from './same.ts';
import { measureSpeed } from './speed.ts';
import { targetsTable } from './targets.ts';

const DOCUMENT = fileURLToPath(new URL('../../docs/quality.md', import.meta.url));
const QUICK = 10;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    errors: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    pack: { type: 'string' },
  },
});

const say = (line: string) => process.stdout.write(`${line}\n`);
const begun = performance.now();

const packs = await openPacks(values.pack);
const { found: corpora, absent } = readCorpora(positionals[0], values.quick ? QUICK : undefined);
if (absent.length > 0) say(`Not measured, since their texts are absent: ${absent.join(', ')}.\n`);
if (!packs.withPlaces)
  say(
    'The pack All places is NOT built (npm run packs:places): places are measured with the starter pack alone.\n',
  );
const isKnown = knownAmong(packs.entities.map((entity) => linkOf(entity)));

const runs: Run[] = [];
async function run(corpus: ReadCorpus, system: string, find: Find, onGold?: Find): Promise<void> {
  runs.push({ corpus, system, measured: await measure(corpus.documents, find, isKnown, onGold) });
}
const starter = backstory(packs.knowledge);
const plain = gazetteer(packs.knowledge);
const everywhere = packs.withPlaces ?? packs.knowledge;
const [placesOurs, placesOursTold] = [backstory(everywhere), backstoryOnGold(everywhere)];
const [placesPlain, placesTold] = [gazetteer(everywhere), gazetteerOnGold(everywhere)];
const OURS_WITH_PLACES = packs.withPlaces ? 'Backstory with All places' : 'Backstory';

for (const corpus of corpora) {
  const isOf = (measured: string) => corpus.measures.some((one) => one === measured);
  if (isOf('places')) {
    await run(corpus, OURS_WITH_PLACES, placesOurs, placesOursTold);
    if (!values.quick) await run(corpus, 'most populous', placesPlain, placesTold);
    continue;
  }
  await run(corpus, 'Backstory', starter);
  if (values.quick) continue;
  await run(corpus, 'longest name, most prominent', plain);
  if (isOf('recognition')) await run(corpus, 'compromise', compromise);
}

const of = (measured: string) => runs.filter(({ corpus }) => corpus.measures.some((one) => one === measured));
const known = corpora
  .filter(({ measures }) => measures.includes('recognition'))
  .flatMap(({ documents }) => documents);
const speed = known.length > 0 ? await measureSpeed(known, packs.knowledge) : null;
const prose = await scoreProse(packs.knowledge);
const ownStories = await orderStories(stories(), packs.knowledge, packs.events);
const seed = seedStory();
const seedOrders = seed ? await orderStories([seed], packs.knowledge, packs.events) : [];
const orderScores = ORDERS.map((_, index) => scoreOrder(ownStories, index));
const seedScores = seedOrders.length > 0 ? ORDERS.map((_, index) => scoreOrder(seedOrders, index)) : [];

const tables: Table[] = [
  targetsTable(runs, prose, speed),
  recognitionTable(of('recognition')),
  linkingTable(of('linking').filter(({ system }) => system !== 'compromise')),
  placesTable(of('places')),
  proseTable(prose),
  ...(speed ? [speedTable(speed)] : []),
  eventsTable(orderScores, seedScores, ownStories.length),
  ...(values.quick
    ? []
    : [
        curveTable(await curve(corpora, starter, isKnown)),
        ablationTable(await ablate(corpora, packs.knowledge, isKnown)),
        errorsTable(runs),
      ]),
];
const measured = [
  `Measured on ${new Date().toISOString().slice(0, 10)} with ${packs.described}. Undated texts count as of ${TODAY}.`,
  ...tables.map(inMarkdown),
].join('\n\n');
say(measured);
const coverage = inMarkdown(coverageTable(corpora, packs.entities));
say(`\n${coverage}`);

if (values.errors) {
  for (const { corpus, system, measured } of runs.filter((one) => one.system.startsWith('Backstory'))) {
    const print = (what: string, errors: Parameters<typeof commonest>[0]) => {
      say(`\n${what}, ${corpus.title} (${system})`);
      for (const line of commonest(errors)) say(line);
    };
    if (corpus.measures.includes('recognition')) print('Recognition', measured.recognition.errors);
    if (corpus.measures.includes('linking')) print('Linking', measured.linking.errors);
    if (corpus.measures.includes('places')) print('Places', measured.placed.errors);
  }
  say('\nProse');
  for (const line of commonest(prose.flatMap(({ wrong }) => wrong))) say(line);
  say('\nWanted events that are not among the first 20');
  for (const { name, story, orders } of [...ownStories, ...seedOrders])
    for (const id of story.before)
      if (!orders[0]?.before.slice(0, 20).includes(id))
        say(`  ${name}: ${id}, number ${(orders[0]?.before.indexOf(id) ?? -1) + 1 || 'none'}`);
}
if (values.write && !values.quick && corpora.length > 0) {
  const document = withPart(readFileSync(DOCUMENT, 'utf8'), 'coverage', coverage);
  writeFileSync(DOCUMENT, withPart(document, 'figures', measured));
  say('\ndocs/quality.md: brought up to date.');
}
say(`\n${((performance.now() - begun) / 1000).toFixed(0)} s`);
