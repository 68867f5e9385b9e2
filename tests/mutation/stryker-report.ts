/** A mutant as Stryker reports it. Lines and columns are counted from 1; the end is not part of it. */
interface ReportedMutant {
  mutatorName: string;
  replacement?: string;
  status: string;
  location: { start: Place; end: Place };
}

interface Place {
  line: number;
  column: number;
}

/** Stryker's report as JSON, as far as it is read here. */
export interface StrykerReport {
  files: Record<string, { source: string; mutants: ReportedMutant[] }>;
}

/** A mutant, named by what it changes rather than by where that stands. */
export interface Mutant {
  file: string;
  /** the line in which it begins, without the blanks around it */
  in: string;
  original: string;
  replacement: string;
  /** Stryker's word: Killed, Timeout, Survived, NoCoverage, RuntimeError, Ignored, … */
  status: string;
  /** where it stood in this run, for who reads the report */
  line: number;
}

/** Text on one line, so that it does not hang on how the code is broken into lines. */
function onOneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

function textBetween(lines: string[], start: Place, end: Place): string {
  const within = lines.slice(start.line - 1, end.line);
  // The end first: on one line, cutting the start would move it.
  within[within.length - 1] = (within.at(-1) ?? '').slice(0, end.column - 1);
  within[0] = (within[0] ?? '').slice(start.column - 1);
  return within.join('\n');
}

/** Every mutant of a report. */
export function mutantsOf({ files }: StrykerReport): Mutant[] {
  return Object.entries(files).flatMap(([file, { source, mutants }]) => {
    const lines = source.split('\n');
    return mutants.map(({ status, replacement = '', location: { start, end } }) => ({
      file,
      in: onOneLine(lines[start.line - 1] ?? ''),
      original: onOneLine(textBetween(lines, start, end)),
      replacement: onOneLine(replacement),
      status,
      line: start.line,
    }));
  });
}
