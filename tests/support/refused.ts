/** A refusal as Strapi's envelope carries it. */
export interface Refused {
  error: { message: string; details: { code: string } };
}

/** The code of a refusal, which must be a 400 and say more than a word. */
export async function codeOf(
  answer: PromiseLike<{ status: number; body: unknown }>,
): Promise<string> {
  const { status, body } = await answer;
  expect(status).toBe(400);
  const { error } = body as Refused;
  // A sentence for a person, and more than a word.
  expect(error.message.split(' ').length).toBeGreaterThan(5);
  return error.details.code;
}
