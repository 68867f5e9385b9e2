import Papa from 'papaparse';

/** One record of a CSV file and the line on which it begins, counted from 1. */
export interface CsvRecord {
  line: number;
  cells: string[];
  /** Whether its quotes do not pair up, so that its cells cannot be trusted. */
  brokenQuotes: boolean;
}

/**
 * Reads the records of a CSV text; blank lines and lines of nothing but separators are left out. A
 * byte order mark and Windows line ends do not matter. The separator is the comma, or the semicolon
 * where the first line has only that, as spreadsheets in much of Europe write it.
 */
export function csvRecords(text: string): CsvRecord[] {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const [firstLine = ''] = plain.split('\n', 1);
  const delimiter = firstLine.includes(';') && !firstLine.includes(',') ? ';' : ',';

  const records: CsvRecord[] = [];
  let line = 1;
  let read = 0;
  Papa.parse<string[]>(plain, {
    delimiter,
    newline: '\n',
    step: ({ data, errors, meta }) => {
      if (data.some((cell) => cell.trim() !== '')) {
        records.push({ line, cells: data, brokenQuotes: errors.length > 0 });
      }
      // A quoted cell may hold line ends: the next record's line is counted in the text itself.
      line += plain.slice(read, meta.cursor).split('\n').length - 1;
      read = meta.cursor;
    },
  });
  return records;
}
