import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BOOKING_MUTANTS } from './booking-mutants';
import { SYNC_MUTANTS } from './sync-mutants';

const ROOT = path.resolve(__dirname, '../..');

describe('what a mutant replaces', () => {
  it.each([...BOOKING_MUTANTS, ...SYNC_MUTANTS])('stands there, once: $name', (mutant) => {
    const text = readFileSync(path.join(ROOT, mutant.file), 'utf8');
    expect(text.split(mutant.from)).toHaveLength(2);
  });
});
