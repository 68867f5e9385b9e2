import { createPrng } from '../../support/prng';
import { planMoves } from './plan';
import { fallsBack, forgets } from './onefit-loses';
import * as unseen from './unseen';
import { apart, relink, reorder } from './connection';
import type { Move } from './edits';

const UNHOOKED: Move[] = [...Object.values(unseen), forgets, fallsBack, apart, relink, reorder];

const plan = (seed: number, mix: 'all' | 'hooked') => planMoves(createPrng(seed), 400, mix);

describe('the plan of a storm', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(plan(1, 'all')).toEqual(plan(1, 'all'));
    expect(plan(1, 'all')).not.toEqual(plan(2, 'all'));
  });

  it('makes every move that hooks do not see in some storm, and none of them where only hooks count', () => {
    const all = new Set([1, 2, 3, 4, 5].flatMap((seed) => plan(seed, 'all')));
    expect(UNHOOKED.filter((move) => all.has(move))).toEqual(UNHOOKED);
    expect(plan(1, 'hooked').filter((move) => UNHOOKED.includes(move))).toEqual([]);
  });
});
