// Tags as words with a cross behind each, and a field for the next. What stands in the field when the reader leaves it
// is a tag too: nothing that was typed is thrown away.
import { useState } from 'preact/hooks';
import { PANEL } from './keeping-words.ts';

interface TagsProps {
  readonly most: number;
  readonly tags: readonly string[];
  /** Tags of other passages on this page. */
  readonly known: readonly string[];
  readonly onChange: (tags: string[]) => void;
}

const LONGEST = 50;

/** Between commas; without the `#` that many write. */
function tagsIn(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.replace(/\s+/g, ' ').trim().replace(/^#/, '').trim().slice(0, LONGEST).trim())
    .filter((part) => part !== '');
}

export function Tags({ tags, known, most, onChange }: TagsProps) {
  const [typed, type] = useState('');

  function add(text: string) {
    type('');
    const all = [...new Set([...tags, ...tagsIn(text)])].slice(0, most);
    if (all.length !== tags.length) onChange(all);
  }

  function onKey(event: KeyboardEvent) {
    if (event.isComposing) return;
    if (event.key === 'Enter' || event.key === 'Escape') add(typed);
    if (event.key === 'Backspace' && typed === '' && tags.length > 0) onChange(tags.slice(0, -1));
  }

  return (
    <div class="tags">
      <ul aria-label={PANEL.tags}>
        {tags.map((tag) => (
          <li key={tag}>
            <bdi>{tag}</bdi>
            <button
              type="button"
              aria-label={`${PANEL.removeTag} ${tag}`}
              onClick={() => onChange(tags.filter((other) => other !== tag))}
            >
              <svg viewBox="0 0 12 12" aria-hidden="true">
                <path d="M3 3l6 6M9 3l-6 6" />
              </svg>
            </button>
          </li>
        ))}
      </ul>
      <input
        id="tag"
        type="text"
        list="known"
        dir="auto"
        maxLength={LONGEST}
        aria-label={PANEL.tagsPlaceholder}
        placeholder={PANEL.tagsPlaceholder}
        value={typed}
        onInput={({ currentTarget: { value } }) => (value.includes(',') ? add(value) : type(value))}
        onKeyDown={onKey}
        onBlur={() => add(typed)}
      />
      <datalist id="known">
        {known
          .filter((tag) => !tags.includes(tag))
          .map((tag) => (
            <option key={tag} value={tag} />
          ))}
      </datalist>
    </div>
  );
}
