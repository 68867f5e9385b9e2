import { z } from 'zod';
import { Problem } from '../problems';
import type { FieldError } from '../problems';
import { parseWith } from './parse';

const schema = z.strictObject({
  name: z.string(),
  late: z.boolean().optional(),
  inner: z.strictObject({ list: z.array(z.string()) }).optional(),
});

function errorsOf(value: unknown): readonly FieldError[] | undefined {
  try {
    parseWith(schema, value);
  } catch (error) {
    if (error instanceof Problem && error.code === 'invalid_request') return error.errors;
    throw error;
  }
  return undefined;
}

function nested(depth: number): unknown {
  return depth === 0 ? 'x' : { inner: nested(depth - 1) };
}

describe('parseWith', () => {
  it('gives what fits', () => {
    expect(parseWith(schema, { name: 'x' })).toEqual({ name: 'x' });
  });

  it.each([
    [undefined, [{ path: '', message: 'is required' }]],
    [null, [{ path: '', message: 'must be an object' }]],
    [[], [{ path: '', message: 'must be an object' }]],
    [{}, [{ path: 'name', message: 'is required' }]],
    [{ name: 1 }, [{ path: 'name', message: 'must be text' }]],
    [{ name: ['a', 'b'] }, [{ path: 'name', message: 'must be given once, as text' }]],
    [{ name: 'x', late: 'no' }, [{ path: 'late', message: 'must be true or false' }]],
    [{ name: 'x', inner: { list: [1] } }, [{ path: 'inner.list.0', message: 'must be text' }]],
    [
      { name: 'x', inner: { list: [], extra: 1 }, more: 2 },
      [
        { path: 'inner.extra', message: 'is not a known field; leave it out' },
        { path: 'more', message: 'is not a known field; leave it out' },
      ],
    ],
  ])('of %j names every fault', (value, errors) => {
    expect(errorsOf(value)).toEqual(errors);
  });

  it('refuses __proto__ at every level', () => {
    const message = 'is not a known field; leave it out';
    expect(errorsOf(JSON.parse('{"name":"x","__proto__":{}}'))).toEqual([
      { path: '__proto__', message },
    ]);
    expect(errorsOf(JSON.parse('{"name":"x","inner":{"list":[],"__proto__":1}}'))).toEqual([
      { path: 'inner.__proto__', message },
    ]);
  });

  it('refuses what is deep, however deep, without running out of stack', () => {
    for (const depth of [9, 20_000]) {
      const value = JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown;
      expect(errorsOf(value)?.[0]?.message).toBe('is nested too deeply');
    }
    expect(errorsOf(nested(7))?.[0]?.message).not.toBe('is nested too deeply');
  });

  it('names at most 20 faults, and caller-made names only in part', () => {
    const fields = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`f${index}`, 1]));
    expect(errorsOf(fields)).toHaveLength(20);
    const odd = errorsOf({ name: 'x', [`<b>\n${'y'.repeat(500)}`]: 1 });
    expect(odd?.[0]?.path).toMatch(/^\?b\?\?y{60}$/);
  });
});
