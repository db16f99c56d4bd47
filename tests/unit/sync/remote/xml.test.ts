import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesIn } from '../../../../core/sync/remote/multistatus.ts';
import { leavesOf, NotXml } from '../../../../core/sync/remote/xml.ts';
import { processorTime } from '../../processor-time.ts';

const texts = (xml: string) => [...leavesOf(xml)].map(({ path, text }) => `${path} = ${text}`);

describe('XML from a server', () => {
  it('is read with prefixes, default namespaces, comments, CDATA and references', () => {
    expect(
      texts(`\uFEFF<?xml version="1.0"?><!-- > --><d:a xmlns:d="DAV:" note='a > b'>
        <b xmlns="other">one &amp; <![CDATA[<two>]]>&#x2d;&#51;</b><c/><d:e  d:f="1" ></d:e >
      </d:a>`),
    ).toEqual(['{DAV:}a {other}b = one & <two>-3', '{DAV:}a {}c = ', '{DAV:}a {DAV:}e = ']);
  });

  it.each([
    ['an entity of its own', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['a reference that XML does not have', '<a>&nbsp;</a>'],
    ['a reference without an end', '<a>&amp</a>'],
    ['a letter that does not exist', '<a>&#x110000;</a>'],
    ['a file of this machine', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'],
    ['an element that does not end', '<a><b></a>'],
    ['an end too early', '<a><b>text'],
    ['a comment without an end', '<a><!-- </a>'],
    ['two roots', '<a/><b/>'],
    ['text behind the root', '<a/>b'],
    ['nothing', '  '],
    ['a prefix that nothing explains', '<d:a/>'],
    ['a page', '<html><br><p class=x>'],
    ['nesting without end', '<a>'.repeat(100_000)],
  ])('is refused with %s', (_what, xml) => {
    expect(() => texts(xml)).toThrow(NotXml);
  });

  it('is a value or a refusal, never another exception, and never slow', () => {
    const pieces = [
      '<a>',
      '</a>',
      '<',
      '>',
      '&',
      ';',
      '"',
      '<b c="',
      "='",
      '<![CDATA[',
      ']]>',
      '<!--',
      'x',
      ' ',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (parts) => {
        try {
          texts(parts.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(NotXml);
        }
      }),
    );
    const taken = processorTime(() => {
      for (const piece of pieces) expect(() => texts(`<a${piece.repeat(200_000)}`)).toThrow(NotXml);
    });
    expect(taken).toBeLessThan(5_000);
  });
});

const answer = (hrefs: readonly string[]) =>
  `<?xml version="1.0"?><d:multistatus xmlns:d="DAV:" xmlns:oc="http://owncloud.org/ns">${hrefs
    .map(
      (href) =>
        `<d:response><d:href>${href}</d:href><d:propstat><d:prop><d:owner><d:href>/principals/x</d:href></d:owner><oc:fileid>7</oc:fileid></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>`,
    )
    .join('')}</d:multistatus>`;

describe('the names in a folder', () => {
  const folder = 'https://cloud.example/remote.php/dav/files/alice/My%20notes/';
  const path = '/remote.php/dav/files/alice/My%20notes';

  it.each([
    ['as paths (Nextcloud)', [`${path}/`, `${path}/one`, `${path}/two%20%26%20three`]],
    [
      'as whole addresses (IIS)',
      [folder, `${folder}one`, `${folder}two & three`].map((one) => one.replaceAll('&', '&amp;')),
    ],
    [
      'with other letters encoded',
      [`${path}/`, `${path}/%6Fne`, `${path.replace('alice', '%61lice')}/two%20%26%20three`],
    ],
    ['without the folder itself', [`${path}/one`, `${path}/two%20&amp;%20three`]],
    ['without a slash behind the folder', [path, `${path}/one`, `${path}/two%20%26%20three`]],
    ['by what the folder is called behind a proxy', ['/inner/', '/inner/one', '/inner/two%20%26%20three']],
    [
      'with what is in its folders, from a server that ignores the depth',
      [`${path}/`, `${path}/one`, `${path}/sub/`, `${path}/sub/three`, `${path}/two%20%26%20three`],
    ],
  ])('are understood %s', (_how, hrefs) => {
    expect(namesIn(answer(hrefs), folder)).toEqual(['one', 'two & three']);
  });

  it('are none in an empty folder', () => {
    expect(namesIn(answer([`${path}/`]), folder)).toEqual([]);
    expect(namesIn(answer([path]), folder)).toEqual([]);
  });

  it('of somebody else do no harm, however they are encoded', () => {
    expect(
      namesIn(answer([`${path}/`, `${path}/%FF%FE`, `${path}/one`, 'http://[', `${path}/a%2Fb`]), folder),
    ).toEqual(['one']);
  });

  it('are not looked for in another format', () => {
    expect(namesIn(answer([`${path}/one`]).replaceAll('DAV:', 'other:'), folder)).toEqual([]);
  });
});
