// To the clipboard, from a press of the reader's on something of ours.

/** Whether it is there now: a page's policy may forbid it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
