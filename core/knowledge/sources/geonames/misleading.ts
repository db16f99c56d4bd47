// Names of places that mislead, for the starter pack and for GeoNames files that a reader brings: GeoNames says
// where a city is and how large; it does not say that Nice is also a word. Names of countries carry their own
// rules in packs/starter/countries.yaml.
import { type Ambiguous, foldName } from './names.ts';

const listed = (names: string) => names.split(',').map((name) => name.trim());

// Believed only where the same article names something related: the country, another place there.

/** Words. */
const WORDS = `
  Reading, Nice, Mobile, Split, Man, Orange, Male, Malé, Bath, Tours, Angers, Van, Bo, Batman,
  Enterprise, Paradise, Surprise, Brits, Lira, Queens, Shaping, Corona, Concord, Independence,
  Providence, Aurora, Colon, Trinidad, Sunrise, Plymouth, Cork, Boulder, Rugby, Poole, Slough, Sparks,
  Fuji, Tula, Perm, Oral, Tyre, Central, Metro, Vista, Delta, Midland, Midlands, The Valley, West Island, Road Town, Mercedes`;

/** First names and surnames. */
const PEOPLE = `
  Rosario, Milton, León, Leon, Stanley, Preston, Dudley, Bradford, Douglas, Hassan, Chas, Chās, Minato,
  Vladimir, Artem, Artëm, Brandon, Norman, Garland, Irving, Tyler, Lowell, Gilbert, Eugene, Everett,
  George, Darwin, Hamilton, Salvador, Victoria, Alexandria, Samara, Orlando, Austin, Warren, Kent,
  Virginia, Adelaide, Sofia, Regina, Concepción, Concepcion, Xinyi, Ajax, Florencia, Jena, Saïda, Saida,
  Rosetta, Larisa, Sakura, Carolina, Kara, Savannah, Charlotte, Elizabeth, Madison, Kimberley, Kaya,
  Santos, Pereira, Hagen, Lincoln, Ferrara, Yamaguchi, Matsumoto, Shevchenko, Rodriguez, Aydın,
  Montgomery, Jackson, Richardson, Edison, Fontana, Henderson, Hayward, Clinton, Burton, Carson,
  Clifton, Denton, Nelson, Newton, Palmer, Mary, Raleigh, Columbus, Kingston, Nassau, Jamestown,
  Florence, Nancy, Lynn, Cary, Santa Clara, San Luis, San Juan, San Pedro, Santa Cruz, Santa Ana,
  Santa Maria, Santa Rosa, Guadalupe, Trujillo, Mendoza, Medina, García, Juárez, Hidalgo, Bello, Franca,
  Serra, Rivera, Flores, Durán, Machado, Allen, Chandler, Downey, Murray, Temple, Hastings, Mansfield,
  Lancaster, Bolton, Beaumont, York, Bedford, Richmond, Durham, Rochester, Springfield, Salem, Columbia,
  Arlington, Berkeley, Jos, Toledo, Diana`;

/** Provinces, counties and firms that are at least as often meant, and the quarter of Los Angeles. */
const ELSEWHERE = `
  Toyota, Hitachi, Québec, Veracruz, Oaxaca, Chihuahua, Campeche, Malacca, Ontario, Hollywood, Surrey,
  Norfolk, Essex, Sussex`;

/** Longer phrases in which the name is not the city. */
const NOT: Readonly<Record<string, readonly string[]>> = {
  Washington: [
    'George Washington',
    'Denzel Washington',
    'Washington Post',
    'Washington Times',
    'Washington State',
    'Washington Monument',
    'Mount Washington',
  ],
  Vienna: ['Vienna Convention', 'Vienna Conventions', 'Vienna sausage'],
  Paris: ['Paris Hilton', 'Paris Agreement', 'Paris Accord', 'Paris Saint-Germain', 'Paris Match'],
  London: ['Jack London', 'London Bridge'],
  Berlin: ['Irving Berlin', 'Isaiah Berlin', 'Berlin Wall'],
  Houston: ['Whitney Houston', 'Sam Houston'],
  Dallas: ['Dallas Cowboys'],
  Geneva: ['Geneva Convention', 'Geneva Conventions'],
  Stockholm: ['Stockholm syndrome'],
  Manchester: ['Manchester United', 'Manchester City'],
  Wellington: ['Duke of Wellington'],
  Gaza: ['Gaza Strip', 'Gaza war'],
  Rome: ['Rome Statute'],
  Brussels: ['Brussels sprouts', 'Brussels sprout'],
  Cologne: ['eau de Cologne'],
  Warsaw: ['Warsaw Pact'],
  Havana: ['Havana syndrome'],
};

export const MISLEADING: Ambiguous = {
  needsContext: new Set([WORDS, PEOPLE, ELSEWHERE].flatMap(listed).map(foldName)),
  // An office, and a quarter counted as a city.
  notCities: new Set(['10630176', '101760']),
  not: new Map(Object.entries(NOT).map(([name, phrases]) => [foldName(name), phrases])),
};
