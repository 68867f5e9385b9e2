/** Which tests must notice a mutant. */
export type Judge =
  /** integration tests whose path matches, and of them those whose name does: more than one */
  | { suite: 'integration'; files: string; tests?: string }
  /** the race on PostgreSQL, where transactions truly overlap */
  | { suite: 'race' };

/** One deliberate fault in the product. */
export interface Mutant {
  name: string;
  /** the promise that it breaks */
  breaks: string;
  /** the source file, from the project's root */
  file: string;
  /** what stands there, once */
  from: string;
  to: string;
  judge: Judge;
}
