import { RecurrenceError, quoted } from './recurrence-error';
import { say } from '../../../../domain/sentence';

/** One iCalendar content line, `NAME:VALUE`, and where it begins in the text (counted from 1). */
export interface ContentLine {
  line: number;
  name: string;
  value: string;
  /** the value as it was written, small letters kept: for names of rooms and people */
  written: string;
}

/**
 * Splits a text into its content lines. Blank lines count but give nothing. A line that begins with
 * a space or tab continues the one before (RFC 5545, 3.1), as calendar programs fold long lines.
 * Names and values are put in capitals, as dates and rules are written; free text is kept beside.
 * @throws RecurrenceError for a line without a colon, with parameters, or continuing nothing.
 */
export function contentLines(text: string): ContentLine[] {
  return unfold(text).map(({ line, content }) => {
    const colon = content.indexOf(':');
    if (colon < 0) {
      throw new RecurrenceError(
        say`${quoted(content)} has no colon. Write a name, a colon and a value, such as DURATION:PT1H.`,
        line,
      );
    }
    const [name = '', ...parameters] = content.slice(0, colon).trim().toUpperCase().split(';');
    if (parameters.length > 0) throw parameterRefused(name, parameters, line);
    const written = content.slice(colon + 1).trim();
    return { line, name, value: written.toUpperCase(), written };
  });
}

function unfold(text: string): { line: number; content: string }[] {
  const unfolded: { line: number; content: string }[] = [];
  let previous: { line: number; content: string } | null = null;
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const line = index + 1;
    if (raw.trim() === '') {
      previous = null;
    } else if (/^[ \t]/.test(raw)) {
      if (!previous) {
        throw new RecurrenceError(
          say`The line begins with a space, which continues the line above, and there is none. Remove the space.`,
          line,
        );
      }
      previous.content += raw.slice(1).trimEnd();
    } else {
      previous = { line, content: raw.trimEnd() };
      unfolded.push(previous);
    }
  }
  return unfolded;
}

function parameterRefused(name: string, parameters: string[], line: number): RecurrenceError {
  if (parameters.some((parameter) => parameter.startsWith('TZID'))) {
    return new RecurrenceError(
      say`${name} names a time zone (TZID). An activity follows the clock of its venue, whose zone is set on the venue: write ${name}: and the local time, without TZID.`,
      line,
    );
  }
  return new RecurrenceError(
    say`${name} has the parameter ${quoted(parameters[0] ?? '')}. Write the value right after ${name}:.`,
    line,
  );
}
