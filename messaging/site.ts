// What the switch for a site switches: all pages of one host.

/** The host without `www.`, in lower case; null where no site can be switched (the extension's own pages, files). */
export function siteOf(address: string | undefined): string | null {
  if (address === undefined || !URL.canParse(address)) return null;
  const { protocol, host } = new URL(address);
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  return host.toLowerCase().replace(/^www\./, '');
}
