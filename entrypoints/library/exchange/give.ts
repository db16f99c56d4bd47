// A file into the reader's downloads; nothing of it leaves the machine.
import type { Download } from '../../../core/annotation/exchange/index.ts';

/** Milliseconds: long enough for a slow disk to begin. */
const KEPT = 60_000;

export function give({ name, type, content }: Download): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
}
