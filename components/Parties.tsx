// Who did what to whom in an event. A part that is only alleged is worded so each time, never left to a
// colour: "alleged: …" is what keeps a claim from being read as a finding.
import type { EventTold } from '../core/knowledge/backstory.ts';
import { type PartyRole, wordPart } from './event-words.ts';

interface PartiesProps {
  readonly event: EventTold;
  readonly subject?: string;
  readonly onEntity?: (id: string) => void;
}

const ORDER: readonly PartyRole[] = ['actor', 'alleged_actor', 'recipient', 'third_party', 'host'];

export function Parties({ event, subject, onEntity }: PartiesProps) {
  const parts = ORDER.map((role) => ({ role, parties: event.actors.filter((actor) => actor.role === role) }));
  const present = parts.filter(({ parties }) => parties.length > 0);
  if (present.length === 0) return null;
  return (
    <ul class="parties">
      {present.map(({ role, parties }) => (
        <li key={role}>
          <span class="part">{wordPart(role)}:</span>{' '}
          {parties.map(({ id, name }, index) => (
            <span key={name} dir="auto">
              {index > 0 && ', '}
              {id && onEntity && id !== subject ? (
                <button type="button" class="inline" onClick={() => onEntity(id)}>
                  {name}
                </button>
              ) : (
                name
              )}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
