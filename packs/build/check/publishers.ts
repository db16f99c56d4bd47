// An address is on its publisher's own site: whoever presses “BBC News” wants to be there, and not on a page that copied it.
// What another site printed says so (“CNN via KESQ”). Wire agencies have no place here: they are read in the papers that print them.
import type { Source } from '../../../core/knowledge/terms.ts';
import { finding, type Rule } from './pack.ts';

const error = finding('publishers');

/** Those whose name alone makes a reader believe, with the sites that are theirs. */
const SITES: ReadonlyMap<string, readonly string[]> = new Map([
  ['ABC News', ['go.com', 'abcnews.com', 'abc.net.au']],
  ['Al Jazeera', ['aljazeera.com', 'aljazeera.net']],
  ['Amnesty International', ['amnesty.org', 'amnesty.org.uk', 'amnesty.ca', 'amnestyusa.org']],
  ['Anadolu Agency', ['aa.com.tr', 'anews.com.tr']],
  ['Arab News', ['arabnews.com', 'arabnews.pk', 'arabnews.jp']],
  ['BBC News', ['bbc.co.uk', 'bbc.com', 'bbci.co.uk']],
  ['Bloomberg', ['bloomberg.com', 'bnnbloomberg.ca']],
  ['CBS News', ['cbsnews.com']],
  ['Chicago Tribune', ['chicagotribune.com']],
  ['CNN', ['cnn.com']],
  ['Deutsche Welle', ['dw.com']],
  ['El País', ['elpais.com']],
  ['Encyclopaedia Britannica', ['britannica.com']],
  ['English Wikipedia', ['wikipedia.org']],
  ['Fox News', ['foxnews.com']],
  ['France 24', ['france24.com']],
  ['Gulf News', ['gulfnews.com']],
  ['Human Rights Watch', ['hrw.org']],
  ['Los Angeles Times', ['latimes.com']],
  ['Miami Herald', ['miamiherald.com']],
  ['NBC News', ['nbcnews.com', 'msnbc.com']],
  ['Novaya Gazeta Europe', ['novayagazeta.eu']],
  ['NPR', ['npr.org']],
  ['Politico', ['politico.com', 'politico.eu']],
  [
    'Radio Free Europe/Radio Liberty',
    ['rferl.org', 'slobodnaevropa.org', 'europalibera.org', 'azatutyun.am'],
  ],
  ['RFI', ['rfi.fr']],
  ['The Guardian', ['theguardian.com', 'guardian.co.uk']],
  ['The Independent', ['independent.co.uk', 'the-independent.com']],
  ['The Jerusalem Post', ['jpost.com']],
  ['The New York Times', ['nytimes.com']],
  ['The Telegraph', ['telegraph.co.uk']],
  ['The Times of Israel', ['timesofisrael.com']],
  ['The Washington Post', ['washingtonpost.com', 'wapo.st']],
  ['Time', ['time.com']],
  ['TRT World', ['trtworld.com', 'trt.global']],
  ['USA Today', ['usatoday.com']],
  [
    'Voice of America',
    ['voanews.com', 'voa.gov', 'voaafrica.com', 'voabangla.com', 'voaindonesia.com', 'voazimbabwe.com'],
  ],
  ['Wikipedia', ['wikipedia.org']],
]);

export const publishers: Rule = ({ entities, events }) =>
  [
    ...entities.map(({ id, background }) => ({ id, cited: background?.sources ?? [] })),
    ...events.map(({ id, sources }) => ({ id, cited: sources })),
  ].flatMap(({ id, cited }) =>
    cited.flatMap((source) => {
      const elsewhere = awayFromHome(source);
      const { publisher } = source;
      return elsewhere ? [error(id, `${publisher} is not at ${elsewhere}: say “${publisher} via …”`)] : [];
    }),
  );

function awayFromHome({ publisher, url }: Source): string | null {
  const sites = SITES.get(publisher);
  if (!sites || url === undefined) return null;
  const { hostname } = new URL(url);
  return sites.some((site) => hostname === site || hostname.endsWith(`.${site}`)) ? null : hostname;
}
