// A list of which only what is in sight is drawn: ten thousand passages are as quick as ten. Rows differ in height
// (a quote, a note, an editor that grows), so each is measured once it is drawn, and what stands in sight stays where it is
// when one above it turns out higher. That is TanStack's; a list of our own with one height for all would cut quotes off.
import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import type { ComponentChildren } from 'preact';
import { useImperativeHandle, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';

export interface VirtualListProps {
  readonly label: string;
  readonly count: number;
  readonly keyOf: (index: number) => string;
  /** Pixels, before it is measured. */
  readonly estimate: (index: number) => number;
  /** What stands before the first row and scrolls with it. */
  readonly row: (index: number) => ComponentChildren;
  readonly handle?: { current: ListHandle | null };
  /** A change of it brings the list back to its beginning. */
  readonly of: string;
}

export interface ListHandle {
  /** Brings a row into sight, drawn. */
  show(index: number): void;
}

const BEYOND_SIGHT = 6;

export function VirtualList({ label, count, keyOf, estimate, row, handle, of }: VirtualListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const options: VirtualizerOptions<HTMLDivElement, HTMLLIElement> = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: estimate,
    getItemKey: keyOf,
    overscan: BEYOND_SIGHT,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => redraw(undefined),
  };
  const [virtual] = useState(() => new Virtualizer(options));
  virtual.setOptions(options);
  useLayoutEffect(() => virtual._didMount(), [virtual]);
  useLayoutEffect(() => virtual._willUpdate());
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [of]);
  const own = useRef<ListHandle>(null);
  useImperativeHandle(handle ?? own, () => ({ show: (index) => virtual.scrollToIndex(index) }), [virtual]);

  return (
    <div class="scroller" ref={scroller}>
      <ul aria-label={label} class="rows" style={{ blockSize: `${virtual.getTotalSize()}px` }}>
        {virtual.getVirtualItems().map(({ key, index, start }) => (
          <li
            key={key}
            class="row"
            aria-setsize={count}
            aria-posinset={index + 1}
            data-index={index}
            ref={(node) => virtual.measureElement(node)}
            style={{ insetBlockStart: `${start}px` }}
          >
            {row(index)}
          </li>
        ))}
      </ul>
    </div>
  );
}
