// JSON as the repository's formatter leaves it: a group of fields on lines of its own, a list on one line where it
// fits. Else whatever is written here would be out of form, or whatever is formatted out of date.

/** Columns; biome.json's line width. */
const WIDTH = 110;

export function jsonText(value: unknown, indent = '', before = 0): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const flat = value.every((item) => typeof item !== 'object' || item === null)
      ? `[${value.map((item) => JSON.stringify(item)).join(', ')}]`
      : undefined;
    // The comma that may follow counts.
    if (flat !== undefined && before + flat.length + 1 <= WIDTH) return flat;
    return `[\n${value.map((item) => inner + jsonText(item, inner, inner.length)).join(',\n')}\n${indent}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([key, field]) => {
    const head = `${inner}${JSON.stringify(key)}: `;
    return head + jsonText(field, inner, head.length);
  });
  return fields.length === 0 ? '{}' : `{\n${fields.join(',\n')}\n${indent}}`;
}
