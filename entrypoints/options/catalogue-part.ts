// The catalogue that is shown, if the reader asked for one.
import { addressOf } from '../../core/knowledge/remote/address.ts';
import { type Catalogue, LARGEST_CATALOGUE, readCatalogue } from '../../core/knowledge/remote/catalogue.ts';
import { downloadText, type Fetch } from '../../core/knowledge/remote/download.ts';
import { failureOf } from './import-failure.ts';
import type { ImportFailureCode } from './import-job.ts';

export type CataloguePart = { readonly address: string } & (
  | { readonly kind: 'closed' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'there'; readonly value: Catalogue }
  | { readonly kind: 'failed'; readonly code: ImportFailureCode }
);

/** Where this build's makers publish theirs; set when it is built. Elsewhere the reader enters an address. */
export const OWN_CATALOGUE: string = import.meta.env['WXT_CATALOGUE'] ?? '';

/** Never rejects. */
export async function lookInto(text: string, fetch: Fetch): Promise<CataloguePart> {
  try {
    const address = addressOf(text);
    const value = readCatalogue(await downloadText(address, LARGEST_CATALOGUE, { fetch }), address);
    return { kind: 'there', address, value };
  } catch (error) {
    return { kind: 'failed', address: text, code: failureOf(error).code };
  }
}
