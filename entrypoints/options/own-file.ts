// What the reader made as a file in their downloads; nothing of it leaves the machine.

/** Long enough for a slow disk to begin. */
const KEPT = 60_000;

export function giveFile(yaml: string): void {
  give(new Blob([yaml], { type: 'application/yaml' }), 'own-knowledge', 'yaml');
}

export function giveEverything(file: Blob, isLocked: boolean): void {
  give(file, 'everything', isLocked ? 'bssync' : 'json');
}

function give(file: Blob, what: string, ending: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = `backstory-${what}-${new Date().toISOString().slice(0, 10)}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
}
