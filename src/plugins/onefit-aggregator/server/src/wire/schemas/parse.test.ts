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

  it.each([
    [z.string(), 'text'],
    [z.strictObject({}), 'an object'],
    [z.array(z.string()), 'a list'],
    [z.boolean(), 'true or false'],
    [z.number(), 'a number'],
    [z.date(), 'date'],
  ])('says in words what is expected', (expected, words) => {
    const errors = [{ path: 'field', message: `must be ${words}` }];
    expect(() => parseWith(z.strictObject({ field: expected }), { field: null })).toThrow(
      expect.objectContaining({ errors }),
    );
  });

  it('says so of a whole number, and of a list where none is wanted', () => {
    const whole = z.strictObject({ field: z.int() });
    const refused = (field: unknown, message: string) => {
      const errors = [{ path: 'field', message }];
      expect(() => parseWith(whole, { field })).toThrow(expect.objectContaining({ errors }));
    };
    refused(1.5, 'must be a whole number');
    refused([1], 'must be a number');
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
    expect(errorsOf(nested(8))?.[0]?.message).not.toBe('is nested too deeply');
    expect(errorsOf(nested(9))).toEqual([
      { path: Array(8).fill('inner').join('.'), message: 'is nested too deeply' },
    ]);
  });

  it('looks into every field, not only the first', () => {
    const value = JSON.parse('{"name":"x","inner":{"list":[{"a":1},{"__proto__":1}]}}') as unknown;
    expect(errorsOf(value)).toEqual([
      { path: 'inner.list.1.__proto__', message: 'is not a known field; leave it out' },
    ]);
  });

  it('names at most 20 faults, and caller-made names only in part', () => {
    const fields = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`f${index}`, 1]));
    expect(errorsOf(fields)).toHaveLength(20);
    const odd = errorsOf({ name: 'x', [`<b>\n${'y'.repeat(500)}`]: 1 });
    expect(odd?.[0]?.path).toMatch(/^\?b\?\?y{60}$/);
    const plain = errorsOf({ name: 'x', 'a-Z_0.[1]': 1 });
    expect(plain?.[0]?.path).toBe('a-Z_0.[1]');
    const keys = Array.from({ length: 8 }, (_, index) => `${index}`.repeat(64));
    const deep = keys.reduceRight<unknown>((inner, key) => ({ [key]: inner }), {});
    expect(errorsOf(deep)?.[0]?.path).toBe(keys.join('.').slice(0, 200));
  });
});
