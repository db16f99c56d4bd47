// The field in which a long list of the reader's own is searched.

/** Longer searches are cut off. */
const LONGEST_SEARCH = 200;

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (words: string) => void;
}

export function SearchField({ label, value, onSearch }: SearchFieldProps) {
  return (
    <p>
      <label>
        <span>{label} </span>
        <input
          type="search"
          dir="auto"
          value={value}
          onInput={({ currentTarget }) => onSearch(currentTarget.value.slice(0, LONGEST_SEARCH))}
        />
      </label>
    </p>
  );
}
