// A story is several long paragraphs in one place; a front page, a shop or a search result is many short texts
// in many places, most of them under a headline that is a link.
import { closest, parentOf, selectAll, trueMember } from '../text/dom-access.ts';

/** Characters of a paragraph that is more than a teaser's line; a third of it in Chinese and Japanese. */
const LONG = 80;
const STORY = 500;
const LOOKED_AT = 600;
const ELSEWHERE = 'nav,aside,footer,li,dialog,[class*="comment" i],[id*="comment" i],[hidden]';

/** How far behind a headline its date is looked for, in characters. */
const NEAR_HEADLINE = 1_500;
/** A full date as newspapers write it, in any language that puts the year last, or in numbers. */
const WRITTEN_DATE =
  /(?:\d{1,2}(?:st|nd|rd|th)?\.?\s+(?:de\s+)?\p{L}{3,12}\.?,?\s+(?:de\s+)?|\p{L}{3,12}\.?\s\d{1,2},?\s+)(?:19|20)\d\d(?!\d)|(?:19|20)\d\d[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}|\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d/u;

const DENSE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;

/** Length in characters of an alphabet: a Chinese or Japanese one counts for three. */
function weightOf(text: string): number {
  return text.length + 2 * (text.match(DENSE)?.length ?? 0);
}

export function isOneStory(document: Document): boolean {
  const places = new Map<Element, number>();
  let all = 0;
  let long = 0;
  const broken = new Set(selectAll(document, 'br + br').slice(0, LOOKED_AT).map(parentOf));
  const paragraphs = new Set([...selectAll(document, 'p').slice(0, LOOKED_AT), ...broken]);
  for (const paragraph of paragraphs) {
    if (!paragraph || closest(paragraph, ELSEWHERE)) continue;
    const weight = weightOf((trueMember(paragraph, 'textContent') ?? '').trim());
    const place = broken.has(paragraph) ? paragraph : parentOf(paragraph);
    if (weight < LONG || !place) continue;
    const card = closest(place, 'article') ?? place;
    for (const at of new Set([place, card])) places.set(at, (places.get(at) ?? 0) + weight);
    all += weight;
    long++;
  }
  const best = Math.max(0, ...places.values());
  const teasers = selectAll(document, 'h2 a,h3 a,h4 a,a h2,a h3,a h4').length;
  return best >= STORY && (best >= all / 2 || (best >= all / 4 && long > teasers));
}

/** Whether a date is written within the first lines behind the headline. */
export function isDatedAtHeadline(document: Document): boolean {
  const headline = selectAll(document, 'h1').at(-1);
  if (!headline) return false;
  const title = headline.textContent ?? '';
  let around: Element | null = headline;
  let text = title;
  while (around && text.length < title.length + NEAR_HEADLINE) {
    around = parentOf(around);
    text = (around && trueMember(around, 'textContent')) ?? text;
  }
  const from = text.indexOf(title) + title.length;
  return WRITTEN_DATE.test(text.slice(from, from + NEAR_HEADLINE).replace(/\s+/g, ' '));
}
