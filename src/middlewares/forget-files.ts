import { rm } from 'node:fs/promises';

interface SentFile {
  filepath: string;
}

/** As much of Koa's context as is used. */
interface Context {
  request: { files?: Record<string, SentFile | SentFile[] | undefined> };
}

/**
 * Removes what a request left on the disk, whatever became of it. Strapi removes the files of one field
 * only, and none where the request failed. Stands right after the body is read.
 */
export default () =>
  async (ctx: Context, next: () => Promise<unknown>): Promise<void> => {
    const files = Object.values(ctx.request.files ?? {}).flat();
    try {
      await next();
    } finally {
      for (const file of files) if (file) await rm(file.filepath, { force: true });
    }
  };
