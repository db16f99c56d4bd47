// From a WebDAV server's answer about a folder to the names in it. Servers call the same folder by a whole address, a
// path, the address behind their proxy, encoded this way or that (Nextcloud: `/remote.php/dav/files/…`, sabre/dav
// encodes other letters than Apache). So the folder is what all others are in, and a name is what is one step below.
import { leavesOf } from './xml.ts';

const HREF = '{DAV:}multistatus {DAV:}response {DAV:}href';

/**
 * Throws NotXml. Collections, and what is deeper than one step, are left out.
 *
 * @param folder address of the folder that was asked about
 */
export function namesIn(xml: string, folder: string): string[] {
  const paths: string[] = [];
  for (const { path, text } of leavesOf(xml)) {
    const found = path === HREF ? pathOf(text, folder) : null;
    if (found !== null) paths.push(found);
  }
  const base = baseOf(paths, pathOf(folder, folder) ?? '/');
  return paths.flatMap((path) => {
    const name = path.startsWith(base) ? path.slice(base.length) : '';
    return name === '' || name.includes('/') ? [] : [name];
  });
}

/** Decoded; with its last slash where there is one. Null for what is no address. */
function pathOf(href: string, folder: string): string | null {
  if (!URL.canParse(href, folder)) return null;
  try {
    return decodeURIComponent(new URL(href, folder).pathname);
  } catch {
    // Of somebody else, in another encoding than UTF-8: none of our names.
    return null;
  }
}

/** The folder itself as this server calls it: behind a proxy that is not as we call it. */
function baseOf(paths: readonly string[], asked: string): string {
  const base = withSlash(asked);
  if (paths.every((path) => withSlash(path).startsWith(base))) return base;
  const [first = asked, ...others] = paths;
  return withSlash(
    others.reduce((shortest, path) => (path.length < shortest.length ? path : shortest), first),
  );
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}
