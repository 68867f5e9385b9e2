import { Refusal } from '../domain/refusal';
import type { Sentence } from '../domain/sentence';
import { inLanguage } from '../refusals/in-language';
import { LANGUAGE_COOKIE } from '../refusals/panel-language';

/** As much of Koa's context as is used. */
interface Context {
  cookies: { get(name: string): string | undefined };
  state: {
    user?: { preferedLanguage?: string | null };
    /** Tells a sentence in the language of whoever asks, for routes that answer with one. */
    tell?: (sentence: Sentence) => string;
  };
}

/**
 * The language that staff see their panel in. The browser's own says nothing of it: the panel is
 * English until somebody chooses, and what they choose in their profile goes with them.
 */
function languageOf({ cookies, state }: Context): string {
  return cookies.get(LANGUAGE_COOKIE) ?? state.user?.preferedLanguage ?? 'en';
}

/** Tells refusals in the language of whoever reads them; Strapi's panel shows what it is sent. */
export default () =>
  async (ctx: Context, next: () => Promise<unknown>): Promise<void> => {
    // Who asks is known only once the route is reached.
    const tell = (sentence: Sentence) => inLanguage(sentence, languageOf(ctx));
    ctx.state.tell = tell;
    try {
      await next();
    } catch (error) {
      if (error instanceof Refusal) error.message = tell(error.sentence);
      throw error;
    }
  };
