// The site of an address, as the switch knows it: the host without `www.`.

/** Null for what is no web page. */
export function siteOf(url: string | undefined): string | null {
  if (!url || !URL.canParse(url)) return null;
  const { protocol, host } = new URL(url);
  return /^https?:$/.test(protocol) ? host.toLowerCase().replace(/^www\./, '') : null;
}
