// Words by which a narrator takes a side, reviewed by hand; a list of what to look at again, since a quotation or
// an official name may hold any of them.

export interface NotNeutral {
  readonly words: RegExp;
  /** Phrases in which the word states a fact: a list by its name, a law. */
  readonly unless?: RegExp;
  readonly instead: string;
}

export const NOT_NEUTRAL: readonly NotNeutral[] = [
  { words: /\b(?:eliminated|neutrali[sz]ed|liquidated|taken out)\b/i, instead: 'killed' },
  {
    words: /\b(?:martyr(?:s|ed|dom)?)\b/i,
    unless: /Martyrs[’'] \w+|Al-Aqsa Martyrs/g,
    instead: 'killed; the dead',
  },
  {
    words: /\bterrorists?\b/i,
    unless:
      /(?:(?:list|designat|declar|call|label|regard|consider|class|proscrib|bann)\w* (?:[\w'’-]+ ){0,8}|as (?:an? )?|foreign |global )terrorists?(?: (?:organi[sz]ations?|groups?|entit\w+))?|terrorist (?:list|organi[sz]ation|designation|financing|offences?)/gi,
    instead: 'armed group, attackers; or say who calls them so',
  },
  {
    words: /\bregime\b/i,
    unless: /(?:sanctions|visa|inspection|tax|legal|control|safeguards|non-proliferation) regime/gi,
    instead: 'government',
  },
  {
    words: /\b(?:thugs?|henchm[ae]n|butcher|strongman|warlord|puppet|stooge|mastermind)\b/i,
    instead: 'say what they did',
  },
  {
    words:
      /\b(?:heroic|hero(?:es)?|cowardly|brutal(?:ly)?|barbari[ck]\w*|bloodthirsty|evil|heinous|savage(?:ly)?|ruthless)\b/i,
    instead: 'leave the judgement out',
  },
  { words: /\b(?:slaughter(?:ed|s)?|butchered)\b/i, instead: 'killed' },
  { words: /\b(?:freedom fighters?|resistance fighters?|infidels?|crusaders?)\b/i, instead: 'fighters' },
  { words: /\bliberat(?:ed|es|ion of)\b/i, instead: 'took, recaptured; or say whose word it is' },
  { words: /\b(?:so-called|self-styled)\b/i, instead: 'say who calls it so' },
  {
    words: /\b(?:collateral damage|surgical strike|human shields?|special military operation)\b/i,
    instead: 'say what happened, or whose word it is',
  },
  { words: /\b(?:illegal (?:im)?migrants?|illegals)\b/i, instead: 'migrants, people without papers' },
  {
    words:
      /\b(?:fortunately|unfortunately|sadly|tragically|shockingly|of course|obviously|notorious|infamous|controversial)\b/i,
    instead: 'leave the judgement out',
  },
];
