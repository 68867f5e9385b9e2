import { z } from 'zod';

/** Opaque ids: 1 to 64 characters of `A-Za-z0-9._:-`. Onefit's own, and ours. */
export const idSchema = z
  .string()
  .regex(/^[A-Za-z0-9._:-]{1,64}$/, {
    error: 'must be an id of 1 to 64 characters of A-Z a-z 0-9 . _ : -',
  })
  .meta({
    minLength: 1,
    maxLength: 64,
    description: 'An opaque id. Compare it as text; read nothing into it.',
  });

/** Company and venue ids. Written in either case, read as lower case. */
export const uuidSchema = z
  .string()
  .regex(/^[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$/, {
    error: 'must be a UUID, such as 3f0c1a52-6a3e-4a53-9d0c-0d5f8f1f7a11',
  })
  .toLowerCase()
  .meta({
    format: 'uuid',
    minLength: 36,
    maxLength: 36,
    description: 'A UUID as shown to staff under Settings, Version & Info.',
  });
