// Wiring: what the page was opened for, the form's state, and the worker that keeps it.
import { render } from 'preact';
import { browser } from 'wxt/browser';
import {
  draftOf,
  isExtension,
  nameFrom,
  newOwnId,
  type OwnDraft,
  type OwnEntry,
} from '../../core/knowledge/own/index.ts';
import { type EntityId, EntityKind } from '../../core/knowledge/terms.ts';
import { askOf } from '../../messaging/channel.ts';
import { type Namesake, ownRequests } from '../../messaging/own-requests.ts';
import { Entry } from './Entry.tsx';
import { additionFrom, draftFrom, EMPTY, type Field, type Form, firstOf, formOf, joined } from './form.ts';
import { lookUpPart } from './look-up-part.tsx';
import { type EntryActions, type EntryState, isChanged } from './state.ts';
import { taskOf } from './task.ts';

/** Milliseconds without a key before the packs are asked who bears the name. */
const PAUSE = 250;

const START: EntryState = {
  loading: 'asking',
  subject: { is: 'new' },
  form: EMPTY,
  unchanged: EMPTY,
  problems: {},
  namesakes: [],
  saving: 'not-yet',
  trouble: null,
  leaving: false,
};

const root = document.getElementById('entry');
let state = START;
/** The entry that is being written; null until a new one is first saved. */
let id: EntityId | null = null;
/** What the form began with; null for a new entry. */
let was: OwnDraft | null = null;
/** The form before the reader said that somebody known is meant. */
let parted: Form | null = null;

function show(change: Partial<EntryState>): void {
  state = { ...state, ...change };
  const lookUp = (name: string) => drawLookUp(name, state.subject);
  if (root) render(<Entry state={state} actions={actions} lookUp={lookUp} />, root);
}

let beforeLookUp = EMPTY;
const drawLookUp = lookUpPart({
  draw: () => show({}),
  // The name is among its names already; what else was typed is still to be saved.
  open: (found) => {
    beforeLookUp = state.form;
    return openOwn(found, { ...state.form, name: '' });
  },
  reopen: () => begin({ ...beforeLookUp, note: state.form.note }),
  join: (namesake) => actions.onJoin(namesake),
});

async function start(): Promise<void> {
  show(START);
  const task = await taskOf(location.href);
  if ('id' in task) return openOwn(task.id);
  begin({ ...EMPTY, name: nameFrom(task.selection) });
}

function begin(form: Form): void {
  id = null;
  was = null;
  parted = null;
  show({ ...START, loading: 'there', form, unchanged: form });
  focus(form.name === '' ? 'name' : 'kind');
  void askNamesakes();
}

/** @param typed what was written before it turned out that this entry is meant: it is added to what is there */
async function openOwn(own: EntityId, typed = EMPTY): Promise<void> {
  const answer = await askOf(ownRequests, 'ownEntry', { id: own });
  if (!answer.ok) return show({ loading: { failed: answer.error.code } });
  const { entry } = answer.value;
  if (!entry) return show({ loading: { failed: 'gone' } });
  const form = adopt(entry);
  show({
    ...START,
    loading: 'there',
    subject: subjectOf(entry),
    form: joined(form, typed),
    unchanged: form,
  });
  focus('others');
}

/** From now on the form is about this entry. */
function adopt(entry: OwnEntry): Form {
  id = entry.id;
  was = draftOf(entry);
  return formOf(was);
}

function subjectOf(entry: OwnEntry): EntryState['subject'] {
  const { record, deleted, name, kind } = entry;
  if (isExtension(entry)) return { is: 'known', name, kind };
  return { is: 'own', deleted: deleted !== null, imported: record !== null };
}

let asking: AbortController | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

async function askNamesakes(): Promise<void> {
  asking?.abort();
  asking = new AbortController();
  const { signal } = asking;
  const name = state.form.name.trim().slice(0, 200);
  const answer = name === '' ? null : await askOf(ownRequests, 'whoIs', { name }, { signal });
  if (signal.aborted) return;
  // Where the packs do not answer, the form does its work all the same.
  const namesakes = answer?.ok ? answer.value.namesakes.filter((one) => one.id !== id) : [];
  show({ namesakes });
}

async function join(namesake: Namesake): Promise<void> {
  const { form } = state;
  if (namesake.own) return openOwn(namesake.id, form);
  parted = form;
  id = namesake.id;
  was = null;
  const { name, kind } = namesake;
  const subject = { is: 'known', name, kind } as const;
  show({ subject, form: joined({ ...EMPTY, name, kind }, form), namesakes: [], problems: {}, trouble: null });
  focus('others');
}

function part(): void {
  const { others, note } = state.form;
  begin(parted ?? { ...EMPTY, others, note });
}

async function save(): Promise<void> {
  if (state.saving === 'saving') return;
  const { form } = state;
  const { draft, problems } = state.subject.is === 'known' ? additionFrom(form) : draftFrom(form);
  if (!draft) {
    show({ problems, leaving: false });
    return focus(firstOf(problems));
  }
  show({ problems: {}, saving: 'saving', trouble: null, leaving: false });
  // Kept for another try: asked twice, it is one entry.
  id ??= newOwnId(draft.name, random);
  const answer = await askOf(ownRequests, 'keepOwn', { id, was, is: draft });
  if (!answer.ok) return show({ saving: 'not-yet', trouble: answer.error.code });
  if (answer.value.state === 'too-many')
    return show({ saving: 'not-yet', trouble: { most: answer.value.most } });
  const { entry } = answer.value;
  const kept = adopt(entry);
  // What was typed meanwhile is not saved, and stays.
  const typed = state.form === form ? kept : state.form;
  const change = { subject: subjectOf(entry), namesakes: [], unchanged: kept, form: typed };
  show({ saving: 'saved', ...change });
}

function random(): number {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return number / 2 ** 32;
}

function focus(field: Field | 'stay'): void {
  document.getElementById(field)?.focus();
}

async function close(): Promise<void> {
  removeEventListener('beforeunload', askBeforeUnload);
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

function askBeforeUnload(event: BeforeUnloadEvent): void {
  if (isChanged(state)) event.preventDefault();
}

const actions: EntryActions = {
  onType: (field, text) => {
    const form = field === 'kind' ? { ...state.form, kind: kindOf(text) } : { ...state.form, [field]: text };
    const { [field]: _, ...problems } = state.problems;
    show({ form, problems, leaving: false });
    if (field !== 'name') return;
    clearTimeout(timer);
    timer = setTimeout(() => void askNamesakes(), PAUSE);
  },
  onSave: () => void save(),
  onJoin: (namesake) => void join(namesake),
  onPart: part,
  onLeave: () => {
    if (!isChanged(state)) return void close();
    show({ leaving: true });
    focus('stay');
  },
  onLeaveAnyway: () => void close(),
  onStay: () => {
    show({ leaving: false });
    focus(state.subject.is === 'known' ? 'others' : 'name');
  },
  onAnother: () => begin(EMPTY),
  onRetry: () => void start(),
};

function kindOf(text: string): Form['kind'] {
  return EntityKind.safeParse(text).data ?? '';
}

addEventListener('keydown', (event) => {
  if (event.isComposing) return;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    actions.onSave();
  }
  if (event.key === 'Escape') {
    if (state.leaving) actions.onStay();
    else actions.onLeave();
  }
});
addEventListener('beforeunload', askBeforeUnload);

void start();
