import { heldLimit, lacksNumber } from './spot-limit';

describe('a limit of spots in the form', () => {
  it('is the number that is entered, and 0 is one', () => {
    expect([heldLimit(6), heldLimit(0)]).toEqual([6, 0]);
    expect([lacksNumber(6), lacksNumber(0)]).toEqual([false, false]);
  });

  it('is never "as many as are free" because its field was emptied', () => {
    expect(heldLimit(undefined)).not.toBeNull();
    expect(lacksNumber(heldLimit(undefined))).toBe(true);
  });

  it('lacks no number where there is none to enter', () => {
    expect(lacksNumber(null)).toBe(false);
  });
});
