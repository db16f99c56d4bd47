// `npm run sync:servers -- [--seed N] [--only NAME] [--write]`
// Four devices at once on each real server that is installed; on a cluster once more with a node away. Its last line is JSON; `--write`: into docs/reliability.md.
import { parseArgs } from 'node:util';
import { table, write } from '../../tools/sim/reliability.ts';
import { servers } from './all.ts';
import { DEVICES, EDITS, type Load, underLoad } from './load.ts';
import type { ServerKind } from './server.ts';
import { swift } from './swift.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    write: { type: 'boolean', default: false },
  },
});

const say = (line: string) => process.stdout.write(`${line}\n`);

type Row = { readonly name: string; readonly load: Load };

async function measured({ name, start }: ServerKind): Promise<Row> {
  const server = await start();
  try {
    return told(name, await underLoad(server, Number(values.seed)));
  } finally {
    await server.stop();
  }
}

/** A node is away for half of the edits, and is told afterwards which names it lacks. */
async function withNodeDown(): Promise<Row> {
  const cluster = await swift.start();
  const accidents = new Map([
    [DEVICES * EDITS * 0.25, cluster.stopNode],
    [DEVICES * EDITS * 0.75, cluster.startNode],
  ]);
  try {
    const load = await underLoad(cluster, Number(values.seed), accidents);
    return told(`${swift.name}, one stopped for half of the edits`, load);
  } finally {
    await cluster.stop();
  }
}

function told(name: string, load: Load): Row {
  say(`${name} ${JSON.stringify(load)}`);
  return { name, load };
}

function written(rows: readonly Row[], missing: readonly ServerKind[]): string {
  const head = [
    'server',
    'edits',
    'lost',
    'devices that differ',
    'comes to rest',
    'readable',
    'requests',
    'failed',
    'files',
    'seconds',
  ];
  const cells = rows.map(({ name, load }) => [
    name,
    ...[
      load.edits,
      load.lost,
      load.diverged,
      load.isAtRest ? 'yes' : 'no',
      load.readable.length,
      load.requests,
      load.troubles,
      load.files,
    ].map(String),
    load.seconds.toFixed(1),
  ]);
  return table(head, [
    ...cells,
    ...missing.map(({ name }) => [name, 'not installed', '', '', '', '', '', '', '', '']),
  ]);
}

const wanted = [...servers, swift].filter(({ name }) =>
  name.toLowerCase().includes(values.only.toLowerCase()),
);
const rows: Row[] = [];
for (const kind of wanted) {
  if (kind.lacks === null) rows.push(await measured(kind));
  else say(`${kind.name}: skipped, needs ${kind.lacks}`);
}
if (wanted.includes(swift) && swift.lacks === null) rows.push(await withNodeDown());
if (values.write)
  write(
    'servers',
    written(
      rows,
      wanted.filter(({ lacks }) => lacks !== null),
    ),
    'sync:servers',
  );
const sum = (of: (load: Load) => number) => rows.reduce((total, { load }) => total + of(load), 0);
const total = {
  servers: rows.length,
  edits: sum(({ edits }) => edits),
  lost: sum(({ lost }) => lost),
  diverged: sum(({ diverged }) => diverged),
  restless: sum(({ isAtRest }) => Number(!isAtRest)),
  readable: sum(({ readable }) => readable.length),
};
say(JSON.stringify(total));
process.exit(total.lost + total.diverged + total.restless + total.readable === 0 && rows.length > 0 ? 0 : 1);
