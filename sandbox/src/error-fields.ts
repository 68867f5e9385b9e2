/**
 * Errors are read by their fields, not by `instanceof`: those of Node itself may belong to another
 * realm than the code that catches them.
 */

/** Gives a text field of an error, such as `code` or `name`; null when it has none. */
export function errorField(error: unknown, field: 'code' | 'name' | 'message'): string | null {
  if (typeof error !== 'object' || error === null || !(field in error)) return null;
  const value: unknown = (error as Record<string, unknown>)[field];
  return typeof value === 'string' && value !== '' ? value : null;
}
