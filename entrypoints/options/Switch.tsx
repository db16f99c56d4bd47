// One thing that is on or off, as it is kept, and what stands in its way.
import type { ComponentChildren } from 'preact';
import { Trouble } from '../../components/Trouble.tsx';
import type { Part } from './state.ts';

interface SwitchProps {
  readonly on: Part<boolean>;
  /** The id of what explains it. */
  readonly explainedBy: string;
  readonly children: ComponentChildren;
  readonly onRetry: () => void;
  readonly onSwitch: (on: boolean) => void;
}

export function Switch({ on, explainedBy, children, onRetry, onSwitch }: SwitchProps) {
  if (on.kind === 'asking') return null;
  if (on.kind === 'failed') return <Trouble code={on.code} onRetry={onRetry} />;
  return (
    <p>
      <label class="choice">
        <input
          type="checkbox"
          aria-describedby={explainedBy}
          checked={on.value}
          onChange={({ currentTarget }) => onSwitch(currentTarget.checked)}
        />{' '}
        {children}
      </label>
    </p>
  );
}
