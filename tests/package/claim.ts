/** One promise of the package, and what was found against it. */
export interface Claim {
  promise: string;
  broken: string[];
}

/** One line a claim, and below it what was found. */
export function claimLines(claims: Claim[]): string[] {
  return claims.flatMap(({ promise, broken }) => [
    `  ${broken.length === 0 ? 'ok   ' : 'FAIL '} ${promise}`,
    ...broken.map((found) => `        ${found}`),
  ]);
}
