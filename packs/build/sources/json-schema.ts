// The form of the files as a JSON Schema, so that an editor checks them while they are written: made of the same
// schemas that read them. What JSON Schema cannot say (that a date exists) the check says.
import * as z from 'zod/mini';
import { EntitySource, EventSource, ListedSource } from '../../../core/knowledge/sources/own-yaml/form.ts';
import { LeaderTable } from '../leaders/form.ts';

const File = z.strictObject({
  sources: z.optional(z.record(z.string(), ListedSource)),
  entities: z.optional(z.array(EntitySource)),
  events: z.optional(z.array(EventSource)),
  leaders: z.optional(z.array(LeaderTable)),
});

export function schemaOfFiles(): object {
  return {
    ...z.toJSONSchema(File, { io: 'input', unrepresentable: 'any', target: 'draft-7' }),
    title: 'A file of packs/starter',
    description: 'Written by npm run packs:check -- --write',
  };
}
