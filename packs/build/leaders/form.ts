// Who held the highest offices of a state, as a table: a person, a term, and nothing that has to be composed.
//
//   leaders:
//     - country: Q230
//       role: President of Georgia          # as the card will say it
//       office: head_of_state               # head_of_state | head_of_government | both
//       holders:                            # in order; from and to as exact as is sure
//         - { name: Mikheil Saakashvili, from: 2008-01-20, to: 2013-11-17, names: [Mikhail Saakashvili] }
//         - { name: Example Person, id: starter:example-person, from: 2018-12, acting: true }
//
// `id` only where the person has a record of their own, to which the roles are then added; else it is made of the
// name, so that the same spelling in two tables is one person. `surname` where it is not the last word; `description`
// where the template says something wrong of this person.
import * as z from 'zod/mini';
import { EdtfDate } from '../../../core/knowledge/dates.ts';
import { NameSource } from '../../../core/knowledge/sources/own-yaml/form.ts';
import { EntityId } from '../../../core/knowledge/terms.ts';

const Text = z.string().check(z.minLength(1), z.maxLength(200));
/** YAML reads a lone year as a number. */
const Dateish = z.pipe(z.pipe(z.union([z.string(), z.number()]), z.transform(String)), EdtfDate);

const Holder = z.strictObject({
  name: Text,
  id: z.optional(EntityId),
  from: z.optional(Dateish),
  to: z.optional(Dateish),
  asOf: z.optional(Dateish),
  names: z.optional(z.array(NameSource)),
  surname: z.optional(Text),
  description: z.optional(Text),
  born: z.optional(Dateish),
  died: z.optional(Dateish),
  acting: z.optional(z.boolean()),
  disputed: z.optional(z.boolean()),
});
export type Holder = z.infer<typeof Holder>;

export const LeaderTable = z.strictObject({
  country: EntityId,
  role: Text,
  office: z.enum(['head_of_state', 'head_of_government', 'both']),
  holders: z.array(Holder).check(z.minLength(1)),
});
export type LeaderTable = z.infer<typeof LeaderTable>;
