// How things are said. A description is read beside articles of any year, so it says what somebody is and never what
// they hold or held; and the narrator takes no side: what others call somebody is told as theirs.
import type { Entity } from '../../../core/knowledge/entity.ts';
import type { Event } from '../../../core/knowledge/event.ts';
import type { Problem } from '../problem.ts';
import { NOT_NEUTRAL } from './neutral-words.ts';
import { finding, type Rule } from './pack.ts';

const error = finding('wording');
const warning = finding('wording', 'warning');

const HELD_NOW =
  /\b(?:since (?:\w+ )?\d{4}|current(?:ly)?|incumbent|now (?:serving|president|prime)|presently|serving as|at present|to date)\b/i;
const OFFICES =
  '(?:president|prime minister|premier|chancellor|(?:foreign|defen[cs]e|interior|finance) minister|minister of|secretary of state|secretary-general|head of state|head of government|governor|mayor)';
const OFFICE_HELD = new RegExp(
  `\\b(?:(?:former|ex|outgoing|acting|late)[ -]${OFFICES}|served as|${OFFICES} (?:from|until|between|in) (?:\\w+ )?\\d{4})\\b`,
  'i',
);
const AN_OFFICE = new RegExp(
  `(?:^|\\b(?:and|the) )${OFFICES} of\\b|\\b(?:king|queen|emir|sultan) of\\b`,
  'i',
);
const ENDED = /\b(?:killed|assassinated|executed|died|ousted|overthrown|deposed|murdered)\b/i;

export const wording: Rule = ({ entities, events, written }) => [
  ...entities.flatMap((entity) => [
    ...(entity.kind === 'person' || written.has(entity.id) ? timeless(entity) : []),
    ...shape(entity.id, 'description', entity.description, true),
    ...prose(entity.id, 'description', entity.description),
    ...shape(entity.id, 'background', entity.background?.text ?? ''),
    ...prose(entity.id, 'background', entity.background?.text ?? ''),
    ...entity.names.flatMap(({ text }) => shape(entity.id, `name “${text}”`, text)),
  ]),
  ...events.flatMap(ofEvent),
];

function ofEvent({ id, title, summary }: Event): Problem[] {
  return [
    ...shape(id, 'title', title, true),
    ...prose(id, 'title', title),
    ...shape(id, 'summary', summary),
    ...prose(id, 'summary', summary),
  ];
}

function timeless({ id, kind, description }: Entity): Problem[] {
  const found: Problem[] = [];
  const now = HELD_NOW.exec(description) ?? (kind === 'person' ? OFFICE_HELD.exec(description) : null);
  if (now)
    found.push((kind === 'person' ? error : warning)(id, `the description tells of a time (“${now[0]}”)`));
  else if (kind === 'person' && AN_OFFICE.test(description))
    found.push(warning(id, `does the description name an office? “${description}”`));
  const ended = kind === 'person' ? ENDED.exec(description) : null;
  if (ended) found.push(error(id, `the description says how it ended (“${ended[0]}”)`));
  return found;
}

/** @param isLine a single line, which ends without a full stop */
function shape(id: string, field: string, text: string, isLine = false): Problem[] {
  const found: Problem[] = [];
  if (isLine && /(?<!\b(?:Inc|Co|Ltd|Jr|Sr|St|U\.S|[A-Z]))\.$/.test(text))
    found.push(error(id, `the ${field} ends with a full stop`));
  if (text.includes('\t')) found.push(error(id, `the ${field} has a tab in it`));
  if (/ {2}/.test(text)) found.push(error(id, `the ${field} has two spaces in a row`));
  if (text !== text.trim()) found.push(error(id, `the ${field} begins or ends with a space`));
  if (isLine && text.includes('\n')) found.push(error(id, `the ${field} is more than one line`));
  return found;
}

function prose(id: string, field: string, text: string): Problem[] {
  return NOT_NEUTRAL.flatMap(({ words, unless, instead }) => {
    const found = words.exec(unless === undefined ? text : text.replace(unless, ''));
    return found ? [warning(id, `${field}: “${found[0]}”: ${instead}`)] : [];
  });
}
