import { repeated } from './repeat';

const SILENT = new Error('POST /bookings: 502 {"code":"venue_timeout"}');
const REFUSED = new Error('POST /bookings: 422 {"code":"venue_refused"}');

/** A call that fails so and so, one time after the other, and then is answered. */
function failing(...errors: Error[]) {
  return jest.fn(async () => {
    const error = errors.shift();
    if (error) throw error;
    return 'booked';
  });
}

describe('a call of Onefit’s', () => {
  it('is made again while the venue does not answer', async () => {
    const calling = failing(SILENT, SILENT);
    const repeats = jest.fn();
    await expect(repeated(calling, repeats)).resolves.toBe('booked');
    expect(calling).toHaveBeenCalledTimes(3);
    expect(repeats).toHaveBeenCalledTimes(2);
  });

  it('is given up after three times', async () => {
    const calling = failing(SILENT, SILENT, SILENT);
    await expect(repeated(calling, () => {})).rejects.toBe(SILENT);
    expect(calling).toHaveBeenCalledTimes(3);
  });

  it('is not made again once the venue said no', async () => {
    const calling = failing(REFUSED);
    const repeats = jest.fn();
    await expect(repeated(calling, repeats)).rejects.toBe(REFUSED);
    expect(calling).toHaveBeenCalledTimes(1);
    expect(repeats).not.toHaveBeenCalled();
  });
});
