// The border once more, from inside: what was put together by the build must be what the extension will accept.
import * as z from 'zod/mini';
import { Entity } from '../../../core/knowledge/entity.ts';
import { Event } from '../../../core/knowledge/event.ts';
import { finding, type Rule } from './pack.ts';

const error = finding('schema');

export const schema: Rule = ({ entities, events }) => [
  ...entities.flatMap((entity) => [
    ...violations(Entity, entity),
    ...(entity.names.some(({ type }) => type === 'label') ? [] : [error(entity.id, 'no label')]),
  ]),
  ...events.flatMap((event) => violations(Event, event)),
];

function violations(form: z.ZodMiniType, record: { readonly id: string }) {
  const parsed = z.safeParse(form, record);
  return parsed.success ? [] : [error(record.id, z.prettifyError(parsed.error))];
}
