// Small news pages, each as plain as its test allows. The practice article (tests/fixtures) is the long one.

interface Story {
  readonly headline?: string;
  /** EDTF day; null: a page that does not say when it appeared. */
  readonly published?: string | null;
  readonly paragraphs?: readonly string[];
  /** Markup at the end of the head, or of the body. */
  readonly head?: string;
  readonly end?: string;
}

/** Enough plain text for any judge of articles, and hardly a name in it. */
const FILLER = [
  'Nobody who stood there that morning could say how long the talks would last, and those who could were not asked. A clerk came out twice, looked at the sky and went back in without a word to anyone.',
  'By noon the square had filled. Sellers of tea moved between the benches, and the loudspeakers that had been silent for a week were heard again, though what they said was lost in the wind.',
  'Later accounts differ on who left first. What they share is the length of the night that followed and the price of bread on the next day, which had gone up for the third time in a month.',
];

export function story({
  headline = 'Talks that nobody can see go on into a second week',
  published = '2019-12-31',
  paragraphs = [],
  head = '',
  end = '',
}: Story = {}): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline,
    ...(published !== null && { datePublished: published }),
  };
  const text = [...paragraphs, ...FILLER].map((paragraph) => `<p>${paragraph}</p>`).join('\n');
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${headline}</title>
<script type="application/ld+json">${JSON.stringify(data)}</script>${head}</head>
<body><main><article><h1>${headline}</h1>
${text}
</article></main>${end}</body></html>`;
}

/** Who, where and when in two sentences; names that any first pack knows. */
export const WHO = 'President Donald Trump said that Iran was behind it, and that Iraq had been told.';
export const WHERE = 'The envoys met in Baghdad, where the Iraqi parliament has its seat.';
export const briefStory = story({ paragraphs: [WHO, WHERE] });

/** A front page: headlines of many stories, none of them told. */
export const frontPage = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>News from everywhere</title>
<meta property="og:type" content="website"></head><body><nav><a href="/a">World</a> <a href="/b">Iran</a></nav><main>
${Array.from({ length: 24 }, (_, n) => `<section><h2><a href="/story-${n}">Iran and Iraq, part ${n}</a></h2><p>Short words on Baghdad.</p></section>`).join('\n')}
</main></body></html>`;

export const searchPage = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Search</title></head><body>
<form role="search"><label>Search <input name="q" value="Iran"></label><button>Go</button></form>
<ol>${Array.from({ length: 10 }, (_, n) => `<li><a href="/r${n}">Result ${n}: Donald Trump on Iran</a></li>`).join('')}</ol></body></html>`;

export const shopPage = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Map of Iraq, folded</title>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"Product","name":"Map of Iraq, folded","offers":{"@type":"Offer","price":"12.00"}}</script></head>
<body><main><h1>Map of Iraq, folded</h1><p>A road map of Iraq and Iran, on strong paper. Ships to the United States.</p><button>Buy</button></main></body></html>`;
