// It has no types of its own; what the benchmark uses.
declare module 'dom-anchor-text-quote' {
  export function toRange(root: Element, selector: unknown): Range | null;
}
