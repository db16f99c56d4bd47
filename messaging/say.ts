/**
 * One word to everybody of the extension's own origin who listens for it: something is not as it was, so ask anew. Whoever
 * has just died or not begun yet reads what is so when it wakes.
 */
export function say(name: string, about: unknown = null): void {
  const channel = new BroadcastChannel(name);
  channel.postMessage(about);
  channel.close();
}
