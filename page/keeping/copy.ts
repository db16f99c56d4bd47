// To the clipboard, from a press of the reader's on something of ours.

/** Whether it is there now. A page without TLS has no clipboard, and a page's policy may forbid it: then the older way. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedByHand(text);
  }
}

/** Answers the browser's question what to copy: nothing is selected for it, and the page does not see the text. */
function copiedByHand(text: string): boolean {
  let answered = false;
  const answer = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    answered = true;
  };
  window.addEventListener('copy', answer, true);
  const done = document.execCommand('copy');
  window.removeEventListener('copy', answer, true);
  return done && answered;
}
