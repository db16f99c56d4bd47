// Names of files that every system takes: Windows is the strictest, and a vault is often shared between systems.
const FORBIDDEN = /[\p{C}\\/:*?"<>|#^[\]]+/gu;
/** Devices of DOS, which Windows refuses with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
/** Bytes: most systems stop at 255, some synchronisers earlier. */
const LONGEST = 150;

export function fileName(title: string, otherwise: string): string {
  const tidy = tidied(title) || tidied(otherwise) || 'Untitled';
  return DEVICE.test(tidy) ? `_${tidy}` : tidy;
}

function tidied(title: string): string {
  const text = title.toWellFormed().normalize('NFC').replaceAll(FORBIDDEN, ' ').replaceAll(/\s+/g, ' ');
  // A name that begins with a dot is hidden; one that ends with a dot or space cannot be opened on Windows.
  return shortened(text.replace(/^[. ]+/, '')).replace(/[. ]+$/, '');
}

const segmenter = new Intl.Segmenter();
const encoder = new TextEncoder();

/** Whole characters, as people see them, as far as there is room. */
function shortened(text: string): string {
  if (encoder.encode(text).length <= LONGEST) return text;
  let length = 0;
  let short = '';
  for (const { segment } of segmenter.segment(text)) {
    length += encoder.encode(segment).length;
    if (length > LONGEST) break;
    short += segment;
  }
  return short;
}

/** Gives each its own, also where a system does not tell capitals from small letters. */
export function uniqueNames(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    for (let count = 1; ; count++) {
      const candidate = count === 1 ? name : `${name} ${count}`;
      const key = candidate.toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return candidate;
    }
  };
}
