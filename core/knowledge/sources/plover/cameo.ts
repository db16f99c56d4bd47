// CAMEO, in which GDELT and ICEWS are coded, told in PLOVER, in which Backstory's events are. PLOVER's authors
// published a table of their own; it speaks of modes that PLOVER itself does not have (`ban`, `ease`,
// `massacre`), and it goes another way than a careful analyst where that analyst's reading serves a reader
// better: an embargo (163) is a sanction and no coercion, leaving an agreement (166) is no expulsion, an
// assassination (185, 186) is targeted, a leader who gives way (0831) resigns. So this table is ours; the
// tests name each difference.
//
// 01 (statements) has no PLOVER type: PLOVER leaves out what is only said. It is OTHER here, and importers
// leave it out too.
import type { PloverType } from '../../terms.ts';
import { type Plover, ploverOf } from './terms.ts';

/** `code TYPE modes contexts`, `-` for none. A code that is not listed is as its longest listed beginning. */
const CAMEO = `
01 OTHER - -
02 REQUEST - -; 021 REQUEST assist -; 0211 REQUEST assist economic; 0212 REQUEST assist military
0213 REQUEST assist legal; 0214 REQUEST assist intelligence; 022 REQUEST assist diplomatic
023 REQUEST assist -; 0231 REQUEST assist economic; 0232 REQUEST assist military
0233 REQUEST assist human_security; 0234 REQUEST assist peacekeeping
024 REQUEST change political_institutions; 0241 REQUEST change executive; 0242 REQUEST change executive
0243 REQUEST change rights_freedoms; 025 REQUEST yield -; 0251 REQUEST yield legal
0252 REQUEST yield legal; 0253 REQUEST yield legal; 0254 REQUEST yield economic
0255 REQUEST yield diplomatic; 0256 REQUEST yield military
026 REQUEST meet diplomatic; 027 REQUEST meet diplomatic; 028 REQUEST meet diplomatic
03 AGREE - -; 030 AGREE - diplomatic; 031 AGREE - diplomatic; 0311 AGREE - economic
0312 AGREE - military; 0313 AGREE - legal; 0314 AGREE - intelligence; 032 AGREE - diplomatic
033 AGREE - diplomatic; 0331 AGREE - economic; 0332 AGREE - military; 0333 AGREE - human_security
0334 AGREE - peacekeeping; 034 AGREE - political_institutions; 0342 AGREE - executive
0343 AGREE - rights_freedoms; 035 AGREE - -; 0351 AGREE - rights_freedoms
0353 AGREE - rights_freedoms; 0354 AGREE - economic; 0355 AGREE - diplomatic; 0356 AGREE - military
036 AGREE - diplomatic; 037 AGREE - diplomatic; 038 AGREE - diplomatic; 039 AGREE - diplomatic
04 CONSULT - -; 041 CONSULT phone -; 042 CONSULT visit -; 043 CONSULT visit -
044 CONSULT third-party -; 045 CONSULT - diplomatic; 046 CONSULT - diplomatic
05 SUPPORT - diplomatic
06 COOPERATE - -; 061 COOPERATE - economic; 062 COOPERATE - military; 063 COOPERATE - legal
064 COOPERATE - intelligence
07 AID - -; 071 AID - economic; 072 AID - military; 073 AID - human_security
074 AID - peacekeeping; 075 AID - asylum
08 CONCEDE - -; 081 CONCEDE - legal; 0811 CONCEDE - pro_democracy; 0812 CONCEDE - pro_democracy
0813 RETREAT - legal; 0814 RETREAT - legal; 082 CONCEDE - pro_democracy
083 CONCEDE - political_institutions; 0831 RETREAT resign executive; 0832 CONCEDE - executive
0833 CONCEDE - rights_freedoms; 084 RETREAT - -; 0841 RETREAT release legal; 0842 RETREAT - legal
085 RETREAT - economic; 086 RETREAT access diplomatic; 0861 RETREAT access peacekeeping
0863 RETREAT access human_security; 087 RETREAT - military; 0871 RETREAT ceasefire military
0872 RETREAT withdraw military; 0873 RETREAT disarm military; 0874 RETREAT withdraw military
09 ACCUSE investigate -; 091 ACCUSE investigate crime,corruption; 092 ACCUSE investigate human_rights
093 ACCUSE investigate military; 094 ACCUSE investigate military,legal
10 REQUEST - -; 101 REQUEST assist -; 1011 REQUEST assist economic; 1012 REQUEST assist military
1013 REQUEST assist legal; 1014 REQUEST assist intelligence; 102 REQUEST assist diplomatic
103 REQUEST assist -; 1031 REQUEST assist economic; 1032 REQUEST assist military
1033 REQUEST assist human_security; 1034 REQUEST assist peacekeeping
104 REQUEST change political_institutions; 1041 REQUEST change executive; 1042 REQUEST change executive
1043 REQUEST change rights_freedoms; 105 REQUEST yield legal; 1054 REQUEST yield economic
1055 REQUEST yield diplomatic; 1056 REQUEST yield military
106 REQUEST meet diplomatic; 107 REQUEST meet diplomatic; 108 REQUEST meet diplomatic
11 ACCUSE disapprove -; 1121 ACCUSE allege crime,corruption; 1122 ACCUSE allege human_rights
1123 ACCUSE allege military; 1124 ACCUSE allege military,legal; 1125 ACCUSE allege legal
114 ACCUSE allege diplomatic; 115 ACCUSE allege legal; 116 ACCUSE disapprove legal
12 REJECT - -; 121 REJECT assist -; 1211 REJECT assist economic; 1212 REJECT assist military
1213 REJECT assist legal; 1214 REJECT assist intelligence; 122 REJECT assist -
1221 REJECT assist economic; 1222 REJECT assist military; 1223 REJECT assist human_security
1224 REJECT assist peacekeeping; 123 REJECT change political_institutions
1231 REJECT change executive; 1232 REJECT change executive; 1233 REJECT change rights_freedoms
124 REJECT yield -; 1241 REJECT yield legal; 1243 REJECT yield legal; 1244 REJECT yield economic
1245 REJECT yield diplomatic; 1246 REJECT yield military; 125 REJECT meet diplomatic
126 REJECT meet diplomatic; 127 REJECT meet diplomatic; 128 REJECT - legal; 129 REJECT yield diplomatic
13 THREATEN - -; 1311 THREATEN relations -; 1312 THREATEN restrict economic
1313 THREATEN relations diplomatic; 132 THREATEN restrict executive
1321 THREATEN restrict human_rights; 1322 THREATEN restrict pro_autocracy
1323 THREATEN restrict pro_autocracy; 1324 THREATEN restrict pro_autocracy; 133 THREATEN relations -
134 THREATEN relations diplomatic; 135 THREATEN relations diplomatic; 136 THREATEN expel diplomatic
137 THREATEN violence pro_autocracy; 138 THREATEN violence military; 1381 THREATEN restrict military
1382 THREATEN territory military; 1385 THREATEN violence cbrn; 139 THREATEN - diplomatic
14 PROTEST - -; 141 PROTEST demo -; 1411 PROTEST demo executive; 1412 PROTEST demo executive
1413 PROTEST demo rights_freedoms; 1414 PROTEST demo political_institutions
142 PROTEST hunger -; 1421 PROTEST hunger executive; 1422 PROTEST hunger executive
1423 PROTEST hunger rights_freedoms; 1424 PROTEST hunger political_institutions
143 PROTEST strike -; 1431 PROTEST strike executive; 1432 PROTEST strike executive
1433 PROTEST strike rights_freedoms; 1434 PROTEST strike political_institutions
144 PROTEST obstruct -; 1441 PROTEST obstruct executive; 1442 PROTEST obstruct executive
1443 PROTEST obstruct rights_freedoms; 1444 PROTEST obstruct political_institutions
145 PROTEST riot -; 1451 PROTEST riot executive; 1452 PROTEST riot executive
1453 PROTEST riot rights_freedoms; 1454 PROTEST riot political_institutions
15 MOBILIZE - -; 151 MOBILIZE police -; 152 MOBILIZE troops military; 153 MOBILIZE police -
154 MOBILIZE troops military; 155 MOBILIZE - cyber
16 SANCTION - -; 161 SANCTION withdraw diplomatic; 162 SANCTION discontinue human_security
1621 SANCTION discontinue economic; 1622 SANCTION discontinue military
163 SANCTION discontinue economic; 164 SANCTION withdraw diplomatic; 165 SANCTION withdraw diplomatic
166 SANCTION withdraw diplomatic; 1661 SANCTION expel military; 1662 SANCTION expel diplomatic
1663 SANCTION expel human_security
17 COERCE - -; 171 COERCE seize human_security; 1712 ASSAULT destroy human_security
172 COERCE restrict executive; 1721 COERCE restrict rights_freedoms; 1722 COERCE restrict pro_autocracy
1723 COERCE curfew pro_autocracy; 1724 COERCE martial-law pro_autocracy; 173 COERCE arrest legal
174 COERCE deport legal; 175 ASSAULT crowd-control repression; 176 COERCE cyber cyber
18 ASSAULT - -; 181 ASSAULT abduct -; 182 ASSAULT beat -; 1821 ASSAULT sexual -
1822 ASSAULT torture -; 183 ASSAULT explosives -; 1831 ASSAULT suicide-attack -
184 ASSAULT abduct -; 185 ASSAULT targeted -; 186 ASSAULT targeted -
19 ASSAULT - military; 191 COERCE restrict military; 192 COERCE seize military
193 ASSAULT firearms military; 194 ASSAULT heavy-weapons military; 195 ASSAULT aerial military
1952 ASSAULT drone military; 196 ASSAULT - legal,military
20 ASSAULT - military; 201 ASSAULT - religion_ethnicity; 202 ASSAULT - religion_ethnicity
203 ASSAULT - religion_ethnicity; 204 ASSAULT unconventional cbrn
`;

const byCode = new Map<string, Plover>();
for (const entry of CAMEO.split(/[;\n]/)) {
  const [code, type, modes, contexts] = entry.trim().split(' ');
  const plover = type && ploverOf(type, listed(modes), listed(contexts));
  if (code && plover) byCode.set(code, plover);
}

function listed(cell: string | undefined): readonly string[] {
  return cell === undefined || cell === '-' ? [] : cell.split(',');
}

/** For the tests: what the table says of itself. */
export function cameoCodes(): readonly { readonly code: string; readonly plover: PloverType }[] {
  return [...byCode].map(([code, { plover }]) => ({ code, plover }));
}

/** The last digit that each root from 01 to 09 has a code for: 01 ends at 019, 04 at 046. */
const LAST_OF_ROOT = '989674574';

/**
 * The PLOVER type of a CAMEO code of two to four digits; `null` where the root is none of the twenty. A code
 * that lost its first zero on the way through a spreadsheet (`42`, `311`) is read with it where it makes no
 * code without; of two digits, `14` is the root and not `014`: who knows better pads it.
 */
export function ploverOfCameo(code: string): Plover | null {
  if (!/^\d{2,4}$/.test(code)) return null;
  for (let length = code.length; length >= 2; length--) {
    const found = byCode.get(code.slice(0, length));
    if (found) return found;
  }
  const [root = '', child = ''] = code;
  const isLostZero = code.length < 4 && child <= (LAST_OF_ROOT[Number(root) - 1] ?? '');
  return isLostZero ? ploverOfCameo(`0${code}`) : null;
}
