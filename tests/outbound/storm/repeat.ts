/** What the sandbox answers when the venue did not, in Onefit's ten seconds: what it did is unknown. */
const VENUE_SILENT = /"code":"venue_timeout"/;

/** How often Onefit makes a call in all. */
const CALLS = 3;

/**
 * Makes a call of Onefit's, and makes it again while the venue does not answer: every call of the
 * contract may be repeated.
 *
 * @param repeats is told each time
 * @throws what the last call threw
 */
export async function repeated<Answer>(
  calling: () => Promise<Answer>,
  repeats: () => void,
): Promise<Answer> {
  for (let call = 1; ; call += 1) {
    try {
      return await calling();
    } catch (error) {
      if (call === CALLS || !VENUE_SILENT.test(String(error))) throw error;
      repeats();
    }
  }
}
