import { chosenEntry } from './chosen-entry';

describe('the entry that staff chose for a relation', () => {
  it('is the last one that they connected', () => {
    const chosen = { id: 2, apiData: { id: 2, documentId: 'b' } };
    expect(chosenEntry({ connect: [{ documentId: 'a' }, chosen], disconnect: [] })).toBe('b');
    expect(chosenEntry({ connect: [{ documentId: 'a' }] })).toBe('a');
  });

  it('is none while nobody touched it, or after it was taken out', () => {
    for (const untouched of [undefined, null, { count: 1 }, { connect: [], disconnect: [{}] }]) {
      expect(chosenEntry(untouched)).toBeNull();
    }
  });
});
