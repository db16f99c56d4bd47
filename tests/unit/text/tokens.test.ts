import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, tokenize } from '../../../core/text/index.ts';

const words = (text: string) => tokenize(text).map((token) => token.text);

describe('a token', () => {
  test.each([
    ['Iran’s troops', ['Iran', 'troops']],
    ["Iran's troops", ['Iran', 'troops']],
    ['the protesters’ camp', ['the', 'protesters', 'camp']],
    ['pro-Iranian, US-led', ['pro', 'Iranian', 'US', 'led']],
    ['the U.S. and the US.', ['the', 'U.S.', 'and', 'the', 'US']],
    ['Kata’ib Hezbollah', ['Kata’ib', 'Hezbollah']],
    ['‘message delivered’', ['message', 'delivered']],
    ['contre l’Iran', ['contre', 'Iran']],
    ["N'Djamena and O'Brien", ["N'Djamena", 'and', "O'Brien"]],
    ['伊拉克', ['伊', '拉', '克']],
    ['K-1 base', ['K', '1', 'base']],
  ])('of %j leaves out what does not belong to a name', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('knows what stands before it', () => {
    const gaps = tokenize('Iran, US-led. Gen. Dunford said').map((token) => token.gap);
    expect(gaps).toEqual(['stop', 'comma', 'hyphen', 'stop', 'space', 'space']);
  });

  test('is found where it says, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let last = 0;
        for (const token of tokenize(text)) {
          expect(token.start).toBeGreaterThanOrEqual(last);
          expect(text.slice(token.start, token.end)).toBe(token.text);
          last = token.end;
        }
      }),
    );
  });
});

describe('folding', () => {
  test.each([
    ['Kata’ib', "KATA'IB"],
    ['Erdoğan', 'Erdogan'],
    ['Łódź', 'Lodz'],
    ['U.S.', 'US'],
    ['Straße', 'STRASSE'],
    ['Te\u00ADhran', 'Tehran'],
    ['بَغداد', 'بغداد'],
  ])('takes %j and %j for the same', (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  test('keeps different names apart', () => {
    expect(fold('Iran')).not.toBe(fold('Iraq'));
    expect(fold('Oman')).not.toBe(fold('Omán '));
  });

  test('done twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (word) => {
        expect(fold(fold(word))).toBe(fold(word));
      }),
    );
  });
});
