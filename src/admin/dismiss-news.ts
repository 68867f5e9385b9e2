/** Strapi's banner about its new Media Library, of which nothing here makes use. */
const BANNER = 'STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR';

/**
 * Leaves the mark that Strapi's panel leaves when somebody closes its banner: there is no setting
 * for it. The mark's name ends with the project's id, which this project does not have.
 */
export function dismissNews(): void {
  for (const legacy of [true, false]) {
    for (const project of [false, undefined]) {
      window.localStorage.setItem(`${BANNER}_${legacy}:${project}`, 'true');
    }
  }
}
