// The codes by which event data name a country. GDELT writes FIPS 10-4 for places (`IZ` is Iraq, `IS` Israel,
// `AU` Austria: 74 of its codes mean another country in ISO 3166) and ISO alpha-3 for actors; UCDP, ICEWS and
// ACLED write English names, each its own. One table for all, so that they agree. FIPS was withdrawn in 2008
// and kept up as GEC by the NGA; codes of islands without an ISO code of their own go to their country, those
// of disputed reefs (PF, PG) and of oceans to none. West Bank and Gaza, two codes there, are one in ISO.

/** alpha-2, alpha-3, FIPS codes (`-`: none), English name, other names after `=`. */
const COUNTRIES = `
AD AND AN Andorra; AE ARE AE United Arab Emirates; AF AFG AF Afghanistan; AG ATG AC Antigua and Barbuda;
AI AIA AV Anguilla; AL ALB AL Albania; AM ARM AM Armenia; AO AGO AO Angola; AQ ATA AY Antarctica;
AR ARG AR Argentina; AS ASM AQ American Samoa; AT AUT AU Austria; AU AUS AS/AT/CR Australia;
AW ABW AA Aruba; AX ALA - Åland Islands; AZ AZE AJ Azerbaijan;
BA BIH BK Bosnia and Herzegovina=Bosnia-Herzegovina=Bosnia; BB BRB BB Barbados; BD BGD BG Bangladesh;
BE BEL BE Belgium; BF BFA UV Burkina Faso; BG BGR BU Bulgaria; BH BHR BA Bahrain; BI BDI BY Burundi;
BJ BEN BN Benin; BL BLM TB Saint Barthélemy; BM BMU BD Bermuda; BN BRN BX Brunei=Brunei Darussalam;
BO BOL BL Bolivia=Plurinational State of Bolivia; BQ BES - Caribbean Netherlands; BR BRA BR Brazil;
BS BHS BF Bahamas; BT BTN BT Bhutan; BV BVT BV Bouvet Island; BW BWA BC Botswana; BY BLR BO Belarus;
BZ BLZ BH Belize; CA CAN CA Canada; CC CCK CK Cocos (Keeling) Islands;
CD COD CG Democratic Republic of the Congo=DR Congo=Democratic Republic of Congo=DR Congo Zaire=Congo Kinshasa=Zaire;
CF CAF CT Central African Republic; CG COG CF Republic of the Congo=Congo=Congo Brazzaville;
CH CHE SZ Switzerland; CI CIV IV Ivory Coast=Cote d'Ivoire; CK COK CW Cook Islands; CL CHL CI Chile;
CM CMR CM Cameroon; CN CHN CH China=People's Republic of China; CO COL CO Colombia; CR CRI CS Costa Rica;
CU CUB CU Cuba; CV CPV CV Cape Verde=Cabo Verde; CW CUW UC Curaçao; CX CXR KT Christmas Island;
CY CYP CY Cyprus; CZ CZE EZ Czechia=Czech Republic; DE DEU GM Germany; DJ DJI DJ Djibouti;
DK DNK DA Denmark; DM DMA DO Dominica; DO DOM DR Dominican Republic; DZ DZA AG Algeria; EC ECU EC Ecuador;
EE EST EN Estonia; EG EGY EG Egypt; EH ESH WI Western Sahara; ER ERI ER Eritrea; ES ESP SP Spain;
ET ETH ET Ethiopia; FI FIN FI Finland; FJ FJI FJ Fiji;
FK FLK FK Falkland Islands=Falkland Islands Malvinas; FM FSM FM Micronesia=Federated States of Micronesia;
FO FRO FO Faroe Islands; FR FRA FR/IP France; GA GAB GB Gabon;
GB GBR UK United Kingdom=UK=Great Britain=United Kingdom of Great Britain and Northern Ireland;
GD GRD GJ Grenada; GE GEO GG Georgia; GF GUF FG French Guiana; GG GGY GK Guernsey; GH GHA GH Ghana;
GI GIB GI Gibraltar; GL GRL GL Greenland; GM GMB GA Gambia=The Gambia; GN GIN GV Guinea;
GP GLP GP Guadeloupe; GQ GNQ EK Equatorial Guinea; GR GRC GR Greece;
GS SGS SX South Georgia and South Sandwich Islands; GT GTM GT Guatemala; GU GUM GQ Guam;
GW GNB PU Guinea-Bissau; GY GUY GY Guyana; HK HKG HK Hong Kong;
HM HMD HM Heard Island and McDonald Islands; HN HND HO Honduras; HR HRV HR Croatia; HT HTI HA Haiti;
HU HUN HU Hungary; ID IDN ID Indonesia; IE IRL EI Ireland; IL ISR IS Israel; IM IMN IM Isle of Man;
IN IND IN India; IO IOT IO British Indian Ocean Territory; IQ IRQ IZ Iraq;
IR IRN IR Iran=Islamic Republic of Iran; IS ISL IC Iceland; IT ITA IT Italy; JE JEY JE Jersey;
JM JAM JM Jamaica; JO JOR JO Jordan; JP JPN JA Japan; KE KEN KE Kenya; KG KGZ KG Kyrgyzstan;
KH KHM CB Cambodia=Cambodia Kampuchea; KI KIR KR Kiribati; KM COM CN Comoros;
KN KNA SC Saint Kitts and Nevis; KP PRK KN North Korea=Democratic People's Republic of Korea;
KR KOR KS South Korea=Republic of Korea; KW KWT KU Kuwait; KY CYM CJ Cayman Islands; KZ KAZ KZ Kazakhstan;
LA LAO LA Laos=Lao People's Democratic Republic; LB LBN LE Lebanon; LC LCA ST Saint Lucia;
LI LIE LS Liechtenstein; LK LKA CE Sri Lanka; LR LBR LI Liberia; LS LSO LT Lesotho; LT LTU LH Lithuania;
LU LUX LU Luxembourg; LV LVA LG Latvia; LY LBY LY Libya; MA MAR MO Morocco; MC MCO MN Monaco;
MD MDA MD Moldova=Moldova Republic of=Republic of Moldova; ME MNE MJ Montenegro; MF MAF RN Saint Martin;
MG MDG MA Madagascar=Madagascar Malagasy; MH MHL RM Marshall Islands;
MK MKD MK North Macedonia=Macedonia=Macedonia FYR=former Yugoslav Republic of Macedonia; ML MLI ML Mali;
MM MMR BM Myanmar=Burma=Myanmar Burma; MN MNG MG Mongolia; MO MAC MC Macau=Macao;
MP MNP CQ Northern Mariana Islands; MQ MTQ MB Martinique; MR MRT MR Mauritania; MS MSR MH Montserrat;
MT MLT MT Malta; MU MUS MP Mauritius; MV MDV MV Maldives; MW MWI MI Malawi; MX MEX MX Mexico;
MY MYS MY Malaysia; MZ MOZ MZ Mozambique; NA NAM WA Namibia; NC NCL NC New Caledonia; NE NER NG Niger;
NF NFK NF Norfolk Island; NG NGA NI Nigeria; NI NIC NU Nicaragua; NL NLD NL Netherlands; NO NOR NO Norway;
NP NPL NP Nepal; NR NRU NR Nauru; NU NIU NE Niue; NZ NZL NZ New Zealand; OM OMN MU Oman; PA PAN PM Panama;
PE PER PE Peru; PF PYF FP French Polynesia; PG PNG PP Papua New Guinea; PH PHL RP Philippines;
PK PAK PK Pakistan; PL POL PL Poland; PM SPM SB Saint Pierre and Miquelon; PN PCN PC Pitcairn Islands;
PR PRI RQ Puerto Rico;
PS PSE WE/GZ Palestine=Palestinian Territories=Occupied Palestinian Territory=State of Palestine=Palestinian Territory Occupied=West Bank=Gaza Strip=Gaza;
PT PRT PO Portugal; PW PLW PS Palau; PY PRY PA Paraguay; QA QAT QA Qatar; RE REU RE Réunion;
RO ROU RO Romania; RS SRB RI/RB Serbia=Serbia Yugoslavia=Yugoslavia;
RU RUS RS Russia=Russian Federation=Russia Soviet Union=Soviet Union; RW RWA RW Rwanda;
SA SAU SA Saudi Arabia; SB SLB BP Solomon Islands; SC SYC SE Seychelles; SD SDN SU Sudan; SE SWE SW Sweden;
SG SGP SN Singapore; SH SHN SH Saint Helena; SI SVN SI Slovenia; SJ SJM SV/JN Svalbard and Jan Mayen;
SK SVK LO Slovakia; SL SLE SL Sierra Leone; SM SMR SM San Marino; SN SEN SG Senegal; SO SOM SO Somalia;
SR SUR NS Suriname; SS SSD OD South Sudan; ST STP TP São Tomé and Principe; SV SLV ES El Salvador;
SX SXM NN Sint Maarten; SY SYR SY Syria=Syrian Arab Republic;
SZ SWZ WZ Eswatini=Swaziland=Kingdom of eSwatini Swaziland=Kingdom of Eswatini;
TC TCA TK Turks and Caicos Islands; TD TCD CD Chad; TF ATF FS/BS/EU/GO/JU/TE French Southern Territories;
TG TGO TO Togo; TH THA TH Thailand; TJ TJK TI Tajikistan; TK TKL TL Tokelau;
TL TLS TT East Timor=Timor-Leste; TM TKM TX Turkmenistan; TN TUN TS Tunisia; TO TON TN Tonga;
TR TUR TU Turkey=Türkiye; TT TTO TD Trinidad and Tobago; TV TUV TV Tuvalu;
TW TWN TW Taiwan=Taiwan Province of China; TZ TZA TZ Tanzania=United Republic of Tanzania;
UA UKR UP Ukraine; UG UGA UG Uganda;
UM UMI BQ/DQ/FQ/HQ/JQ/KQ/LQ/MQ/WQ United States Minor Outlying Islands;
US USA US United States=United States of America=USA; UY URY UY Uruguay; UZ UZB UZ Uzbekistan;
VA VAT VT Vatican City=Holy See=Vatican; VC VCT VC Saint Vincent and the Grenadines;
VE VEN VE Venezuela=Bolivarian Republic of Venezuela; VG VGB VI British Virgin Islands;
VI VIR VQ US Virgin Islands; VN VNM VM Vietnam=Viet Nam=Vietnam North Vietnam; VU VUT NH Vanuatu;
WF WLF WF Wallis and Futuna; WS WSM WS Samoa; XK XKX KV Kosovo; YE YEM YM Yemen=Yemen North Yemen;
YT MYT MF Mayotte; ZA ZAF SF South Africa; ZM ZMB ZA Zambia; ZW ZWE ZI Zimbabwe=Zimbabwe Rhodesia;
`;

/** What CAMEO writes where ISO has another code now, or a code for a part. */
const CAMEO_COUNTRIES: Readonly<Record<string, string>> = {
  ROM: 'ROU',
  TMP: 'TLS',
  ZAR: 'COD',
  KSV: 'XKX',
  PAL: 'PSE',
  WSB: 'PSE',
  GZS: 'PSE',
  BAG: 'IRQ',
  IMY: 'IMN',
};

export interface Country {
  readonly iso2: string;
  readonly iso3: string;
  /** In English, as a headline would have it. */
  readonly name: string;
}

const byFips = new Map<string, Country>();
const byIso = new Map<string, Country>();
const byName = new Map<string, Country>();

for (const entry of COUNTRIES.split(';')) {
  const [, iso2, iso3, fips, names] = /^\s*(\S+) (\S+) (\S+) (.+)$/.exec(entry) ?? [];
  const [name, ...others] = names?.split('=') ?? [];
  if (!iso2 || !iso3 || !fips || !name) continue;
  const country = { iso2, iso3, name };
  for (const code of fips.split('/')) if (code !== '-') byFips.set(code, country);
  byIso.set(iso2, country).set(iso3, country);
  for (const text of [name, ...others]) byName.set(plain(text), country);
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z]+/g, ' ')
    .trim()
    .replace(/^the /, '');
}

/** Of a FIPS 10-4 code, as GDELT's place columns have it. */
export function countryOfFips(code: string): Country | undefined {
  return byFips.get(code);
}

/** Of an ISO 3166-1 code, alpha-2 or alpha-3, or of CAMEO's own; regions (`AFR`, `MEA`) have none. */
export function countryOfCode(code: string): Country | undefined {
  return byIso.get(CAMEO_COUNTRIES[code] ?? code);
}

/** Of an English name in any of the spellings that the data sets use, Intl's `Côte d’Ivoire` included. */
export function countryOfName(name: string): Country | undefined {
  return byName.get(plain(name));
}
