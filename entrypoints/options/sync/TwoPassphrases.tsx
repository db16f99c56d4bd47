// A new passphrase, typed twice: what is forgotten or mistyped here locks somebody out for good. What is typed stays in the
// form, and is no part of the page's state.
import { useState } from 'preact/hooks';
import { Described } from './Described.tsx';
import { Entry } from './Entry.tsx';
import { STRENGTH, type Strength, strengthOf } from './passphrase.ts';

interface TwoPassphrasesProps {
  /** Of the fields' ids: two such forms may stand on one page. */
  readonly of: string;
  readonly label: string;
  /** Said behind the words on how strong it is. */
  readonly besides?: string;
  readonly problem: string | undefined;
}

export function TwoPassphrases({ of, label, besides = '', problem }: TwoPassphrasesProps) {
  const [strength, setStrength] = useState<Strength>('none');
  const field = {
    isSecret: true,
    autocomplete: 'new-password',
    dir: 'auto',
    longest: 1_000,
    invalid: problem !== undefined,
  } as const;
  return (
    <>
      <Described
        id={`${of}-first`}
        label={label}
        hint={`${STRENGTH[strength]} ${besides}`.trim()}
        error={undefined}
      >
        <Entry
          {...field}
          id={`${of}-first`}
          name="first"
          onTyped={(typed) => setStrength(strengthOf(typed))}
        />
      </Described>
      <Described id={`${of}-second`} label="Once more" hint={undefined} error={problem}>
        <Entry {...field} id={`${of}-second`} name="second" />
      </Described>
    </>
  );
}
