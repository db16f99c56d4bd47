// One click and a site is left alone: promise 2, "never in the way".

export interface SiteSwitchProps {
  readonly site: string;
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
}

export function SiteSwitch({ site, on, onSwitch }: SiteSwitchProps) {
  return (
    <button type="button" class="switch" role="switch" aria-checked={on} onClick={() => onSwitch(!on)}>
      <span>
        <span class="unseen">Backstory </span>
        {on ? 'on' : 'off'} at {site}
      </span>
      <span class="track" aria-hidden="true" />
    </button>
  );
}
