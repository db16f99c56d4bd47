// To the article: on the web, or the practice article, which is a page of our own.
import type { ComponentChildren } from 'preact';
import { WebLink } from '../../components/WebLink.tsx';

export function PageLink({ url, children }: { url: string | undefined; children: ComponentChildren }) {
  if (!url?.startsWith(`${location.origin}/`)) return <WebLink url={url}>{children}</WebLink>;
  return (
    <a href={url} target="_blank" rel="noopener">
      {children}
    </a>
  );
}
