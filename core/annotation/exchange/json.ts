// What a file's JSON may be, looked at by hand: a schema of a record would be carried by all of our own pages, which share
// what they take of zod.
export type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Null where it is no object. */
export const jsonOf = (value: unknown): Json | null => (isJson(value) ? value : null);
