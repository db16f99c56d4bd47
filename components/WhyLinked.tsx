// "Right or silent" includes saying why: what spoke for this link. What else the name could mean, and why that was not
// chosen, is told where the reader can choose it ("Not this one", page/correcting).
import type { Mention } from '../core/matching/mention.ts';
import { wordReason } from './reason-words.ts';

export function WhyLinked({ mention: { reasons, name, confidence } }: { readonly mention: Mention }) {
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
    </details>
  );
}
