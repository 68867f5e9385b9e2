/// <reference types="jest" />
import { z } from 'zod';
import { randomId } from './random-id';

describe('a random id', () => {
  it('is a UUID as the server asks for, without the help of a secure context', () => {
    const helped = jest.spyOn(crypto, 'randomUUID').mockImplementation(() => {
      throw new Error('not over plain http');
    });
    const ids = Array.from({ length: 500 }, randomId);
    expect(ids.filter((id) => !z.uuidv4().safeParse(id).success)).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    helped.mockRestore();
  });
});
