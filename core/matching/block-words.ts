// One block as those see it who read its capitals: its words, and where names begin that are known.
import type { Span, TokenizedBlock } from './candidates.ts';

/** In one block, by token, the spans that begin there, longest first. */
export type StartsInBlock = ReadonlyMap<number, readonly Span[]>;

export class BlockWords {
  readonly at: TokenizedBlock;
  readonly starts: StartsInBlock;
  /** Words that the article also writes small. */
  readonly plain: ReadonlySet<string>;

  constructor(at: TokenizedBlock, starts: StartsInBlock, plain: ReadonlySet<string>) {
    this.at = at;
    this.starts = starts;
    this.plain = plain;
  }

  isCapital(index: number): boolean {
    const shape = this.at.tokens[index]?.shape;
    return shape === 'title' || shape === 'upper';
  }

  folded(index: number): string {
    return this.at.tokens[index]?.folded ?? '';
  }

  runsOn(index: number): boolean {
    const gap = this.at.tokens[index]?.gap;
    return gap === 'space' || gap === 'hyphen';
  }

  /** The first word of a sentence, or of what is quoted. */
  opens(index: number): boolean {
    const token = this.at.tokens[index];
    if (!token || token.gap === 'stop') return true;
    if (token.gap !== 'comma') return false;
    const before = this.at.block.text[token.start - 1];
    return before === '"' || before === '“' || before === '‘' || before === "'";
  }

  hasOf(from: number, to: number): boolean {
    for (let index = from; index < to; index++)
      if (this.folded(index) === 'of' || this.folded(index) === 'for') return true;
    return false;
  }

  isKnownAt(index: number): boolean {
    return this.starts.has(index);
  }
}

export function isLand({ kind }: Span['rows'][number]): boolean {
  return kind === 'country' || kind === 'region' || kind === 'territory' || kind === 'city';
}
