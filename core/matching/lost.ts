// Why another bearer of a name lost: the one clue that tells the two apart the most. Looked for only where a mention has
// alternatives, since to keep every clue of every reading would cost what few names need.
import type { Clue } from './clues.ts';
import type { Alternative, Reason } from './mention.ts';
import type { Choice, Scene } from './resolve.ts';

/** Below it nothing decided. Log-odds. */
const TELLING = 0.2;
/** In place of “never”. */
const FORBIDDEN = -50;

const oddsOf = ({ odds }: Clue): number => odds ?? FORBIDDEN;

export function whyLost(other: Choice, chosen: Choice, scene: Scene): Pick<Alternative, 'lost'> {
  const said = chosen.reasons.find(({ code }) => code === 'corrected');
  if (said) return { lost: { by: 'chosen', reason: said } };
  let most = TELLING;
  let lost: Alternative['lost'];
  for (const look of scene.clues) {
    const against = look(other.reading, scene);
    const forIt = look(chosen.reading, scene);
    const gap = oddsOf(forIt) - oddsOf(against);
    if (gap <= most) continue;
    const told = toldBy(other, against, forIt);
    if (!told) continue;
    most = gap;
    lost = told;
  }
  return lost ? { lost } : {};
}

/** What told against it, if that has words; else what spoke for the other. */
function toldBy({ row }: Choice, against: Clue, forIt: Clue): Alternative['lost'] | undefined {
  const reasons = against.reasons ?? [];
  const doubt = reasons.find(
    (reason) => reason.code === 'doubt' || (reason.code === 'period' && !reason.valid),
  );
  if (doubt) return { by: 'itself', reason: doubt };
  // The prior is the clue that gives the name.
  if (reasons.some(({ code }) => code === 'name') && row.prior !== undefined)
    return { by: 'itself', reason: { code: 'usual', share: row.prior } };
  const better = (forIt.reasons ?? []).findLast(isTelling);
  return better && { by: 'chosen', reason: better };
}

function isTelling(reason: Reason): boolean {
  return reason.code !== 'doubt';
}
