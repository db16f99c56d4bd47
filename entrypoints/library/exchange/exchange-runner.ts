// Runs the two windows: what a reader does becomes a file or a request, what comes back becomes their state. What surrounds
// it comes in as functions.
import {
  asDownload,
  type Download,
  EXPORTS,
  type ExportFormat,
  FIRST_TEMPLATE,
  LONGEST_FILE,
  openFile,
  type ReadFile,
  readTemplate,
  type Taken,
} from '../../../core/annotation/exchange/index.ts';
import type { PassageId } from '../../../core/annotation/kept/index.ts';
import type { AskLibrary } from '../holdings.ts';
import { type AskExchange, bringIn } from './bring-in.ts';
import type { ExchangeActions, ExchangeState, Importing, What } from './exchange-state.ts';
import { readAll } from './read-all.ts';

export interface ExchangePorts {
  readonly library: AskLibrary;
  readonly exchange: AskExchange;
  readonly chosen: () => readonly PassageId[];
  readonly found: () => readonly PassageId[];
  /** Whether a passage is there already. */
  readonly where: (id: string) => 'kept' | 'bin' | null;
  readonly give: (download: Download) => void;
  readonly show: () => void;
  readonly now: () => string;
  readonly batch: () => string;
}

export interface ExchangeRunner {
  readonly actions: ExchangeActions;
  state(): ExchangeState;
}

const CLOSED: ExchangeState = {
  open: null,
  what: 'all',
  counts: { chosen: 0, found: 0 },
  format: 'web-annotation',
  links: true,
  template: FIRST_TEMPLATE,
  fault: null,
  exporting: { kind: 'idle' },
  importing: { kind: 'idle' },
};

export function exchangeRunner(ports: ExchangePorts): ExchangeRunner {
  const { library, exchange, chosen, found, give, show, now } = ports;
  let state = CLOSED;
  let read: Pick<ReadFile, 'passages' | 'notes'> | null = null;
  let stopped = false;
  /** Of the import that was made last, so that it alone is undone. */
  let batch = '';
  /** What was asked before the window was closed, or another file taken, is no longer waited for. */
  let turn = 0;

  function change(part: Partial<ExchangeState>): void {
    state = { ...state, ...part };
    show();
  }

  async function open(which: 'export' | 'import'): Promise<void> {
    const counts = { chosen: chosen().length, found: found().length };
    const what: What = counts.chosen > 0 ? 'chosen' : counts.found > 0 ? 'found' : 'all';
    change({ open: which, counts, what, exporting: { kind: 'idle' }, importing: { kind: 'idle' } });
    const answer = await exchange('exportTemplate', {});
    if (answer.ok && answer.value.template !== null) setTemplate(answer.value.template);
  }

  function setTemplate(template: string): boolean {
    const parsed = readTemplate(template);
    change({ template, fault: parsed.ok ? null : parsed.fault });
    return parsed.ok;
  }

  function wanted({ pages, passages, notes }: Taken): Taken {
    const ids = new Set<string>(state.what === 'chosen' ? chosen() : found());
    const some = passages.filter(({ id, deleted }) =>
      state.what === 'all' ? deleted === null : ids.has(id),
    );
    const keys = new Set(some.map(({ page }) => page));
    const named = new Set(some.flatMap(({ names }) => names.map(({ entity }) => entity)));
    return {
      pages: pages.filter(({ key }) => keys.has(key)),
      passages: some,
      notes: state.what === 'all' ? notes : notes.filter(({ entity }) => named.has(entity)),
    };
  }

  async function write(format: ExportFormat): Promise<void> {
    const mine = ++turn;
    change({ exporting: { kind: 'reading' } });
    const all = await readAll(library);
    if (mine !== turn) return;
    if (!all.ok) {
      change({ exporting: { kind: 'failed', code: all.code } });
      return;
    }
    const taken = wanted(all.taken);
    const { colours } = all;
    const files = format.write(taken, { now: now(), colours, links: state.links, template: state.template });
    const file = asDownload(files, format.type, `backstory-${format.id}-${now().slice(0, 10)}.zip`);
    if (file) give(file);
    const { passages, pages } = taken;
    change({
      exporting: { kind: 'given', file: file?.name ?? '', passages: passages.length, pages: pages.length },
    });
  }

  async function take(file: File): Promise<void> {
    const mine = ++turn;
    read = null;
    change({ importing: { kind: 'opening', file: file.name } });
    const importing = await opened(file);
    if (mine === turn) change({ importing });
  }

  async function opened(file: File): Promise<Importing> {
    const notRead = (why: Extract<Importing, { kind: 'not-read' }>['why']) =>
      ({ kind: 'not-read', file: file.name, why }) as const;
    // Bytes: no text is shorter than its characters.
    if (file.size > LONGEST_FILE * 2) return notRead('too-large');
    const text = await file.text().catch(() => null);
    if (text === null) return notRead('unreadable');
    const content = openFile(text, now());
    if (!content.ok) return notRead(content.why);
    const { passages, notes, problems } = content.read;
    if (passages.length + notes.length + problems.length === 0) return notRead('nothing');
    const fresh = passages.filter(({ passage }) => ports.where(passage.id) === null);
    read = { passages: fresh, notes };
    return {
      kind: 'preview',
      preview: {
        file: file.name,
        format: content.format,
        fresh: fresh.length,
        pages: new Set(fresh.map(({ page }) => page.key ?? page.url)).size,
        notes: notes.length,
        there: passages.length - fresh.length,
        binned: passages.filter(({ passage }) => ports.where(passage.id) === 'bin').length,
        problems,
      },
    };
  }

  async function bring(): Promise<void> {
    if (!read) return;
    const total = read.passages.length;
    stopped = false;
    batch = ports.batch();
    change({ importing: { kind: 'bringing', done: 0, total } });
    const brought = await bringIn(read, exchange, {
      batch,
      isStopped: () => stopped,
      onDone: (done) => change({ importing: { kind: 'bringing', done, total } }),
    });
    read = null;
    change({ importing: { kind: 'brought', ...brought, undo: 'can' } });
  }

  async function undo(): Promise<void> {
    const { importing } = state;
    if (importing.kind !== 'brought') return;
    change({ importing: { ...importing, undo: 'undoing' } });
    const answer = await exchange('undoImport', { batch });
    change({ importing: { ...importing, undo: answer.ok ? 'undone' : answer.error.code } });
  }

  const actions: ExchangeActions = {
    onOpen: (which) => void open(which),
    onClose: () => {
      if (state.importing.kind === 'bringing') return;
      turn++;
      read = null;
      change({ open: null });
    },
    onWhat: (what) => change({ what, exporting: { kind: 'idle' } }),
    onFormat: (format) => change({ format, exporting: { kind: 'idle' } }),
    onLinks: (links) => change({ links }),
    onTemplate: (template) => {
      if (setTemplate(template ?? FIRST_TEMPLATE))
        void exchange('keepExportTemplate', { template: template === FIRST_TEMPLATE ? null : template });
    },
    onExport: () => {
      const format = EXPORTS.find(({ id }) => id === state.format);
      if (format && state.exporting.kind !== 'reading') void write(format);
    },
    onFile: (file) => void take(file),
    onImport: () => void bring(),
    onStop: () => {
      stopped = true;
    },
    onUndo: () => void undo(),
  };

  return { actions, state: () => state };
}
