// The fields themselves. What is asked follows from what it is: a surname of people, a position of places, and of
// somebody who is known already only another name and a note.
import type { ComponentChildren } from 'preact';
import { MOST_LINE } from '../../core/knowledge/own/index.ts';
import { KIND_GROUPS, wordKindTitle } from './entry-words.ts';
import { Field } from './Field.tsx';
import { hintsOn, isPlace, namesIn } from './form.ts';
import { Namesakes } from './Namesakes.tsx';
import type { EntryActions, EntryState } from './state.ts';

interface FieldsProps extends EntryState {
  readonly actions: EntryActions;
  readonly lookUp?: (name: string) => ComponentChildren;
}

export function Fields({ form, problems, subject, namesakes, actions, lookUp }: FieldsProps) {
  const { onType } = actions;
  const known = subject.is === 'known';
  return (
    <>
      {!known && (
        <>
          <Field field="name" label="Name" problems={problems} hint={<Hints texts={[form.name]} />}>
            {(input) => (
              <input
                {...input}
                type="text"
                dir="auto"
                autoComplete="off"
                aria-required
                value={form.name}
                onInput={({ currentTarget }) => onType('name', currentTarget.value)}
              />
            )}
          </Field>
          {subject.is === 'new' && <Namesakes namesakes={namesakes} onJoin={actions.onJoin} />}
          {lookUp?.(form.name)}
          <Field field="kind" label="What it is" problems={problems}>
            {(input) => (
              <select
                {...input}
                aria-required
                value={form.kind}
                onChange={({ currentTarget }) => onType('kind', currentTarget.value)}
              >
                <option value="">Choose…</option>
                {KIND_GROUPS.map(({ title, kinds }) => (
                  <optgroup key={title} label={title}>
                    {kinds.map((kind) => (
                      <option key={kind} value={kind}>
                        {wordKindTitle(kind)}
                      </option>
                    ))}
                  </optgroup>
                ))}
              </select>
            )}
          </Field>
          <Field
            field="line"
            label="In one line"
            problems={problems}
            hint={`Who or what it is: the first thing that the card says. ${form.line.length} of ${MOST_LINE} letters.`}
          >
            {(input) => (
              <input
                {...input}
                type="text"
                dir="auto"
                autoComplete="off"
                value={form.line}
                onInput={({ currentTarget }) => onType('line', currentTarget.value)}
              />
            )}
          </Field>
        </>
      )}
      <Field
        field="others"
        label="Other names"
        problems={problems}
        hint={
          <>
            <p>
              One a line. <code>@ar</code> behind a name says that it is Arabic. Names in capitals, such as
              IRGC, are found only in capitals.
            </p>
            <Hints texts={namesIn(form.others).map(({ text }) => text)} />
          </>
        }
      >
        {(input) => (
          <textarea
            {...input}
            dir="auto"
            rows={3}
            value={form.others}
            onInput={({ currentTarget }) => onType('others', currentTarget.value)}
          />
        )}
      </Field>
      {form.kind === 'person' && (
        <Field
          field="surname"
          label="Surname"
          problems={problems}
          hint="Found by itself once the full name has been said."
        >
          {(input) => (
            <input
              {...input}
              type="text"
              dir="auto"
              autoComplete="off"
              value={form.surname}
              onInput={({ currentTarget }) => onType('surname', currentTarget.value)}
            />
          )}
        </Field>
      )}
      {isPlace(form.kind) && !known && <Position form={form} problems={problems} onType={onType} />}
      <Field
        field="note"
        label="Note"
        problems={problems}
        hint="Yours alone; the card shows it as your note."
      >
        {(input) => (
          <textarea
            {...input}
            dir="auto"
            rows={6}
            value={form.note}
            onInput={({ currentTarget }) => onType('note', currentTarget.value)}
          />
        )}
      </Field>
    </>
  );
}

function Position({
  form,
  problems,
  onType,
}: Pick<FieldsProps, 'form' | 'problems'> & Pick<EntryActions, 'onType'>) {
  return (
    <fieldset class="position">
      <legend>Where it is, in degrees (may stay empty)</legend>
      {(['lat', 'lon'] as const).map((field) => (
        <Field
          key={field}
          field={field}
          label={field === 'lat' ? 'Latitude' : 'Longitude'}
          problems={problems}
          hint={field === 'lat' ? 'North is positive' : 'East is positive'}
        >
          {(input) => (
            <input
              {...input}
              type="text"
              inputMode="decimal"
              autoComplete="off"
              value={form[field]}
              onInput={({ currentTarget }) => onType(field, currentTarget.value)}
            />
          )}
        </Field>
      ))}
    </fieldset>
  );
}

/** Said, but in nobody's way. */
function Hints({ texts }: { readonly texts: readonly string[] }) {
  return (
    <>
      {hintsOn(texts).map((hint) => (
        <p key={hint} class="doubtful" dir="auto">
          {hint}
        </p>
      ))}
    </>
  );
}
