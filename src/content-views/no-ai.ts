import type { Core } from '@strapi/strapi';

interface Context {
  path: string;
  status: number;
  body: unknown;
}

/** What the content manager asks of Strapi's paid AI features on every page, and "nothing" of each. */
const ASKED = [
  {
    path: /^\/admin\/ai-feature-config$/,
    nothing: { data: { isAiI18nConfigured: false, isAiMediaLibraryConfigured: false } },
  },
  { path: /^\/i18n\/ai-localization-jobs\//, nothing: { data: null } },
];

/**
 * Says "nothing" where Strapi's community edition says 404 to its own panel: a failed request on
 * every page of the content manager would hide the ones that matter in the browser's console.
 */
export function answerForNoAi(strapi: Core.Strapi): void {
  strapi.server.use(async (ctx: Context, next: () => Promise<unknown>) => {
    await next();
    if (ctx.status !== 404) return;
    const asked = ASKED.find(({ path }) => path.test(ctx.path));
    if (!asked) return;
    ctx.body = asked.nothing;
    ctx.status = 200;
  });
}
