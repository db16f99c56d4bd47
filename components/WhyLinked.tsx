// "Right or silent" includes saying why: what spoke for this link, and what else the name could mean.
import type { Mention } from '../core/matching/mention.ts';
import { wordReason } from './reason-words.ts';
import { wordKind } from './words.ts';

export interface WhyLinkedProps {
  readonly mention: Mention;
  readonly onOther: (entity: string) => void;
}

export function WhyLinked({ mention, onOther }: WhyLinkedProps) {
  const { reasons, alternatives, name, confidence } = mention;
  return (
    <details class="fold">
      <summary>Why this was linked</summary>
      <ul class="reasons">
        {reasons.map((reason, index) => (
          <li key={index} dir="auto">
            {wordReason(reason, name)}
          </li>
        ))}
        <li>Certainty: {Math.round(confidence * 100)} %</li>
      </ul>
      {alternatives.length > 0 && (
        <>
          <h3>Not this one? It could also mean</h3>
          <ul class="alternatives">
            {alternatives.map((other) => (
              <li key={other.entity} dir="auto">
                <button type="button" class="inline" onClick={() => onOther(other.entity)}>
                  <span class="unseen">Show </span>
                  {other.name}
                </button>{' '}
                <span class="kind">{wordKind(other.kind)}</span>
                {other.description && <span class="other-line">{other.description}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
