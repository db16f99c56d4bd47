// Names and their bearers have their times.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Knowledge } from '../../../core/knowledge/index.ts';
import { entity, knowledgeOf, world } from '../small-world.ts';
import { DAY, read } from './reading.ts';

const inIraq = { relations: [{ type: 'located_in' as const, to: 'Q796' }] };

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await knowledgeOf([
    ...world,
    entity(
      'test:junta',
      'government_body',
      [
        'Council for the Plain',
        { text: 'CPN', type: 'acronym', match: 'needs-context', from: '2031-02' },
        { text: 'CHN', type: 'acronym', match: 'needs-context', to: '2009-05' },
      ],
      inIraq,
    ),
    entity('test:corps', 'armed_group', ['Reed Corps'], { ...inIraq, founded: '2031' }),
  ]);
});

describe(`on ${DAY}, beside its country`, () => {
  test.each([
    ['a name that it bore long ago', 'Iraq’s CHN said that Iraq would vote.', ['CHN → test:junta']],
    ['one that it is to bear', 'Iraq’s CPN said that Iraq would vote.', []],
    ['who is not there yet', 'Iraq’s Reed Corps said that Iraq would vote.', []],
  ])('%s', async (_, text, expected) => {
    const { shown } = await read(knowledge, text);
    expect(shown.filter((mark) => !mark.startsWith('Iraq '))).toEqual(expected);
  });
});
