// Own knowledge as a file in the reader's downloads; nothing of it leaves the machine.

/** Long enough for a slow disk to begin. */
const KEPT = 60_000;

export function giveFile(yaml: string): void {
  const url = URL.createObjectURL(new Blob([yaml], { type: 'application/yaml' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `backstory-own-knowledge-${new Date().toISOString().slice(0, 10)}.yaml`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
}
