// Before or after the article? A killing at night in Baghdad is the evening before in Washington, so an
// event's day is the day at its own place, and an article's moment is put into that place's calendar.
import type { Published } from '../article/article.ts';
import { dayAt, firstDay } from './dates.ts';
import type { Event } from './event.ts';

export type When = 'before' | 'same-day' | 'after';

/** An event that goes on (protests since October) is told by the day on which it began. */
export function whenOf(date: Event['date'], published: Published): When {
  const begins = firstDay(date.edtf);
  if (published.instant !== undefined) {
    const day = dayAt(new Date(published.instant), date.tz);
    return begins === day ? 'same-day' : begins < day ? 'before' : 'after';
  }
  if ([date, ...(date.elsewhere ?? [])].some(({ edtf }) => firstDay(edtf) === published.day && isDay(edtf)))
    return 'same-day';
  return begins < published.day || begins === published.day ? 'before' : 'after';
}

function isDay(edtf: string): boolean {
  return (edtf.split('/')[0] ?? '').length === 10;
}
