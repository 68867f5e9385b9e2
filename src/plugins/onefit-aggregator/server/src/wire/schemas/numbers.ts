import { z } from 'zod';

const INT32_MAX = 2_147_483_647;

/** A whole number from `minimum` that fits a 32-bit column. */
export function int32(minimum: number, maximum = INT32_MAX): z.ZodInt {
  return z.int().min(minimum).max(maximum).meta({ format: 'int32' });
}

/** The version of a session or booking: at least 1, and rising. */
export const versionSchema = int32(1).meta({
  description: 'Grows with every change by at least 1 and never falls.',
});
