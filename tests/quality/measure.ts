// Runs a system over a corpus and adds up what the scorers say. Each system reads each document once.
import type { Find, Found } from './found.ts';
import type { GoldDocument } from './gold.ts';
import { add } from './score/counts.ts';
import { type IsKnown, type Linking, NO_LINKING, scoreLinking } from './score/linking.ts';
import { NO_PLACED, type Placed, scorePlaces } from './score/places.ts';
import { NO_RECOGNITION, type Recognition, scoreRecognition } from './score/recognition.ts';

export interface Measured {
  readonly recognition: Recognition;
  readonly linking: Linking;
  readonly placed: Placed;
}

const NOTHING_MEASURED: Measured = {
  recognition: NO_RECOGNITION,
  linking: NO_LINKING,
  placed: NO_PLACED,
};

/** @param onGold what the system says when it is told where the names stand, where it can be told */
export async function measure(
  documents: readonly GoldDocument[],
  find: Find,
  isKnown: IsKnown,
  onGold?: Find,
): Promise<Measured> {
  let total = NOTHING_MEASURED;
  for (const document of documents) {
    const found = await find(document);
    total = sum(total, measureOne(document, found, isKnown, onGold ? await onGold(document) : found));
  }
  return total;
}

function measureOne(
  document: GoldDocument,
  found: readonly Found[],
  isKnown: IsKnown,
  onGold: readonly Found[],
): Measured {
  return {
    recognition: scoreRecognition(document, found),
    linking: scoreLinking(document, found, isKnown),
    placed: scorePlaces(document, found, onGold),
  };
}

function sum(a: Measured, b: Measured): Measured {
  return {
    recognition: {
      overlapping: add(a.recognition.overlapping, b.recognition.overlapping),
      exact: add(a.recognition.exact, b.recognition.exact),
      errors: [...a.recognition.errors, ...b.recognition.errors],
    },
    linking: {
      all: add(a.linking.all, b.linking.all),
      known: add(a.linking.known, b.linking.known),
      exact: add(a.linking.exact, b.linking.exact),
      apart: a.linking.apart + b.linking.apart,
      errors: [...a.linking.errors, ...b.linking.errors],
    },
    placed: {
      given: {
        gold: a.placed.given.gold + b.placed.given.gold,
        right: a.placed.given.right + b.placed.given.right,
      },
      whole: add(a.placed.whole, b.placed.whole),
      errors: [...a.placed.errors, ...b.placed.errors],
    },
  };
}
