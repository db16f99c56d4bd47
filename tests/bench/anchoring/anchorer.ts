// What every anchorer in the comparison can do: keep a passage in its own way, and find it again.
export interface Anchorer {
  readonly name: string;
  keep(root: Element, range: Range): unknown;
  /** Null where it gives no place, or is not sure. */
  find(root: Element, kept: unknown): Range | null;
}
