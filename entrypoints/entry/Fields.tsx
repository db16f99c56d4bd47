// The fields themselves. What is asked follows from what it is: a surname of people, a position of places, and of
// somebody who is known already only another name and a note.
import type { ComponentChildren, ComponentProps } from 'preact';
import { MOST_LINE } from '../../core/knowledge/own/index.ts';
import { KIND_GROUPS, wordKindTitle } from './entry-words.ts';
import { Field } from './Field.tsx';
import { type Field as FieldName, hintsOn, isPlace, namesIn } from './form.ts';
import { Namesakes } from './Namesakes.tsx';
import type { EntryActions, EntryState } from './state.ts';

interface FieldsProps extends EntryState {
  readonly actions: EntryActions;
  readonly lookUp?: (name: string) => ComponentChildren;
}

export function Fields({ form, problems, subject, namesakes, actions, lookUp }: FieldsProps) {
  const { onType } = actions;
  const known = subject.is === 'known';
  const typing = typingIn(form, onType);
  return (
    <>
      {!known && (
        <>
          <Field field="name" label="Name" problems={problems} hint={<Hints texts={[form.name]} />}>
            {(input) => <Line {...input} aria-required dir="auto" {...typing('name')} />}
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
            {(input) => <Line {...input} dir="auto" {...typing('line')} />}
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
        {(input) => <textarea {...input} dir="auto" rows={3} {...typing('others')} />}
      </Field>
      {form.kind === 'person' && (
        <Field
          field="surname"
          label="Surname"
          problems={problems}
          hint="Found by itself once the full name has been said."
        >
          {(input) => <Line {...input} dir="auto" {...typing('surname')} />}
        </Field>
      )}
      {isPlace(form.kind) && !known && <Position problems={problems} typing={typing} />}
      <Field
        field="note"
        label="Note"
        problems={problems}
        hint="Yours alone; the card shows it as your note."
      >
        {(input) => <textarea {...input} dir="auto" rows={6} {...typing('note')} />}
      </Field>
    </>
  );
}

/** What a field shows, and where what is typed into it goes. */
function typingIn(form: EntryState['form'], onType: EntryActions['onType']) {
  return (field: FieldName) => ({
    value: form[field],
    onInput: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
      onType(field, currentTarget.value),
  });
}

/** One line, about which no browser knows better than the reader. */
function Line(line: ComponentProps<'input'>) {
  return <input type="text" autoComplete="off" {...line} />;
}

interface PositionProps extends Pick<FieldsProps, 'problems'> {
  readonly typing: ReturnType<typeof typingIn>;
}

function Position({ problems, typing }: PositionProps) {
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
          {(input) => <Line {...input} inputMode="decimal" {...typing(field)} />}
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
