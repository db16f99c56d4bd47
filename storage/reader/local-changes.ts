// Whoever sends what is made here hears of every change, of whatever kind, from the one place through which all go.
type Listener = () => void;

const listeners = new Set<Listener>();

export function onLocalChange(listener: Listener): void {
  listeners.add(listener);
}

/** After it was kept. */
export function tellLocalChange(): void {
  for (const listener of listeners) listener();
}
