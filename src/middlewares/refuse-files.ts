/** As much of Koa's context as is used. */
interface Context {
  path: string;
  status: number;
  body: unknown;
  is(type: string): string | false | null;
}

/** Where files may come: to the media library. */
const TAKES_FILES = /^\/upload(?:\/|$)/;

/**
 * Refuses forms with files wherever none are taken, before anybody reads them: Strapi would write each
 * file to the disk first, and ask then whether there is somebody who may send it.
 */
export default () =>
  async (ctx: Context, next: () => Promise<unknown>): Promise<void> => {
    if (!ctx.is('multipart') || TAKES_FILES.test(ctx.path)) {
      await next();
      return;
    }
    ctx.status = 415;
    ctx.body = {
      data: null,
      error: {
        status: 415,
        name: 'UnsupportedMediaTypeError',
        message: 'No files are taken here. Send JSON.',
        details: { code: 'unsupported_media_type' },
      },
    };
  };
