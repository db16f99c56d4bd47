import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, meet, partAt, placeBeside } from '../../../page/placement.ts';

const VIEW = { width: 1_000, height: 800 };
const CARD = { width: 380, height: 300 };
const box = (left: number, top: number, width = 80, height = 18): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

/** Where the card is on the screen, as tall as it may be. */
function onScreen(parts: readonly Box[], at = 0, card = CARD, view = VIEW): Box {
  const { x, y, maxHeight } = placeBeside(parts, at, card, view);
  return box(x, y, card.width, Math.min(card.height, maxHeight));
}

describe('the card', () => {
  test('stands below its name, and starts where the name starts', () => {
    expect(onScreen([box(200, 100)])).toEqual(box(200, 124, 380, 300));
  });

  test('stands above where there is no room below', () => {
    expect(onScreen([box(200, 700)]).bottom).toBe(694);
  });

  test('stays in the window at its right edge', () => {
    expect(onScreen([box(900, 100)]).right).toBe(992);
  });

  test('is held down to the larger side where it fits on neither', () => {
    const card = { width: 380, height: 700 };
    const { y, maxHeight } = placeBeside([box(200, 300)], 0, card, VIEW);
    expect(y).toBe(324);
    expect(maxHeight).toBe(468);
  });

  test('starts at the part of a broken name that the pointer is on', () => {
    const parts = [box(500, 100), box(20, 120)];
    expect(partAt(parts, { x: 40, y: 130 })).toBe(1);
    expect(partAt(parts, { x: 520, y: 110 })).toBe(0);
    expect(partAt(parts, null)).toBe(0);
    expect(onScreen(parts, 1)).toMatchObject({ left: 20, top: 144 });
  });

  test('never lies on any part of its name, nor above or below the window, wherever it is', () => {
    const part = fc.record({ left: fc.integer({ min: 0, max: 950 }), line: fc.integer({ min: 0, max: 35 }) });
    const parts = part.chain(({ left, line }) =>
      fc.constantFrom([box(left, line * 20)], [box(left, line * 20), box(0, line * 20 + 20)]),
    );
    const card = fc.record({
      width: fc.integer({ min: 100, max: 380 }),
      height: fc.integer({ min: 40, max: 900 }),
    });
    fc.assert(
      fc.property(parts, card, (name, size) => {
        const card = onScreen(name, 0, size);
        expect(name.some((one) => meet(one, card))).toBe(false);
        expect(card.top).toBeGreaterThanOrEqual(0);
        expect(card.bottom).toBeLessThanOrEqual(VIEW.height);
      }),
    );
  });
});
