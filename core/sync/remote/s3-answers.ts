// What an S3-compatible store answers: a page of its listing, or an error whose code tells more than the status.
import type { TroubleKind } from './trouble.ts';
import { type Answer, textOf } from './web.ts';
import { leavesOf, NotXml } from './xml.ts';

/** Of the codes, those that mean something else than their status. */
export const TROUBLE_OF: ReadonlyMap<string, TroubleKind> = new Map<string, TroubleKind>([
  ['AccessDenied', 'forbidden'],
  ['InvalidAccessKeyId', 'wrong password'],
  ['SignatureDoesNotMatch', 'wrong password'],
  ['RequestTimeTooSkewed', 'wrong clock'],
  ['NoSuchBucket', 'no folder'],
  ['BucketAlreadyExists', 'forbidden'],
  ['SlowDown', 'too many requests'],
  ['OperationAborted', 'locked'],
  ['QuotaExceeded', 'full'],
  ['EntityTooLarge', 'file too large'],
]);

export interface Page {
  readonly keys: readonly string[];
  /** Null on the last page. */
  readonly next: string | null;
}

/** Null where it is no listing. Stores differ in the namespace that they name, so it is left out. */
export function pageOf(xml: string): Page | null {
  const keys: string[] = [];
  const told = new Map<string, string>();
  let isListing = false;
  try {
    for (const { path, text } of leavesOf(xml)) {
      const place = path.replaceAll(/\{[^}]*\}/g, '');
      isListing ||= place.startsWith('ListBucketResult');
      if (place === 'ListBucketResult Contents Key') keys.push(text);
      else told.set(place, text);
    }
  } catch (error) {
    if (error instanceof NotXml) return null;
    throw error;
  }
  if (!isListing) return null;
  const more = told.get('ListBucketResult IsTruncated') === 'true';
  const next = told.get('ListBucketResult NextContinuationToken') ?? '';
  return more && next === '' ? null : { keys, next: more ? next : null };
}

/** Empty where it tells none. */
export function codeOf({ body }: Answer): string {
  try {
    for (const { path, text } of leavesOf(textOf(body)))
      if (path.replaceAll(/\{[^}]*\}/g, '') === 'Error Code') return text;
  } catch (error) {
    if (!(error instanceof NotXml)) throw error;
  }
  return '';
}
