// An address from a pack or an import is untrusted: only http and https become links (`javascript:` and
// `data:` stay plain text), and the site on the other side learns nothing of where the reader comes from.
import type { ComponentChildren } from 'preact';

function isWebAddress(url: string | undefined): url is string {
  return url !== undefined && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

export function WebLink({ url, children }: { url: string | undefined; children: ComponentChildren }) {
  if (!isWebAddress(url)) return <>{children}</>;
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}
