// Names that may become part of an address, or of a path on this machine. Everything that sync itself names is such a
// name; anything else would be a mistake of ours, and must not reach a server as another address.
const NAME = /^[0-9a-z][0-9a-z.-]{0,150}$/;

export function isFileName(name: string): boolean {
  return NAME.test(name) && !name.includes('..');
}

/** As part of an address: none of its letters needs to be encoded. */
export function addressed(name: string): string {
  if (!isFileName(name)) throw new RangeError('no name for a file of sync');
  return name;
}
