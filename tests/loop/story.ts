import { performance } from 'node:perf_hooks';

/** Adds a remark to the line of a step, such as what it measured. */
export type Note = (remark: string) => void;

type Work<Result> = (note: Note) => Promise<Result>;

/** A step failed on which others stand; it is printed already. */
export class StepFailed extends Error {}

/** Plays steps one after the other, prints each with its time, and counts. */
export interface Story {
  /** Prints the heading of the steps that follow. */
  chapter(title: string): void;
  /** Plays a step that later ones stand on. @throws StepFailed when it does not hold */
  step<Result>(name: string, work: Work<Result>): Promise<Result>;
  /** Plays a step that nothing else stands on: when it does not hold, the story goes on. */
  check(name: string, work: Work<void>): Promise<void>;
  /** Says why no more of it is played; what is not printed as a failed step yet counts as one. */
  breakOff(reason: unknown): void;
  passed(): number;
  failed(): number;
}

const TIME_WIDTH = 8;

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error))
    .split('\n')
    .map((line) => `              ${line}`)
    .join('\n');
}

/** Begins a story. `print` takes one line. */
export function beginStory(print: (line: string) => void): Story {
  let passed = 0;
  let failed = 0;

  async function play<Result>(name: string, work: Work<Result>) {
    const remarks: string[] = [];
    const began = performance.now();
    const line = (mark: string) => {
      const took = `${((performance.now() - began) / 1000).toFixed(2)} s`.padStart(TIME_WIDTH);
      const aside = remarks.length > 0 ? ` (${remarks.join(', ')})` : '';
      print(`${mark} ${took}  ${name}${aside}`);
    };
    try {
      const result = await work((remark) => void remarks.push(remark));
      passed += 1;
      line('✓');
      return { held: true as const, result };
    } catch (error) {
      failed += 1;
      line('✗');
      print(reasonOf(error));
      return { held: false as const };
    }
  }

  return {
    chapter: (title) => print(`\n${title}`),
    async step(name, work) {
      const played = await play(name, work);
      if (!played.held) throw new StepFailed();
      return played.result;
    },
    async check(name, work) {
      await play(name, work);
    },
    breakOff(reason) {
      if (reason instanceof StepFailed) {
        print('           What stands on this step was not played.');
        return;
      }
      failed += 1;
      print(`✗           Broken off\n${reasonOf(reason)}`);
    },
    passed: () => passed,
    failed: () => failed,
  };
}
