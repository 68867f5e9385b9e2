/** A run of what an e-mail address is made of, and of what surrounds none. */
const WORD = /[^\s<>"'(),:;]+/g;

/** Where a database server quotes a value that it was given. */
interface Quotation {
  /** the words before it */
  after: string;
  open: string;
  close: string;
  /** how much of the opening, and of the closing, is not the value's */
  kept: [number, number];
}

const QUOTATIONS: Quotation[] = [
  // MariaDB: Duplicate entry 'value' for key 'name'; Incorrect integer value: 'value' for column
  { after: 'Duplicate entry', open: " '", close: "' for ", kept: [0, 4] },
  { after: 'value:', open: " '", close: "' for ", kept: [0, 4] },
  // PostgreSQL: invalid input syntax for type integer: "value"
  { after: 'invalid input', open: ': "', close: '"', kept: [1, 0] },
];

function withoutAddress(word: string): string {
  const at = word.indexOf('@');
  return at > 0 && at < word.length - 1 ? '<address>' : word;
}

/** A value may hold quotes itself, so it ends with the last that can close it. */
function withoutValue(text: string, { after, open, close, kept }: Quotation): string {
  const lead = text.indexOf(after);
  if (lead < 0) return text;
  const from = text.indexOf(open, lead + after.length);
  const to = text.lastIndexOf(close);
  if (from < 0 || to < from + open.length) return text;
  return `${text.slice(0, from + kept[0])} … ${text.slice(to + close.length - kept[1])}`;
}

/** A text without what it may quote of people: mail servers name addresses, databases values. */
export function safeText(text: string): string {
  const nameless = text.replace(WORD, withoutAddress);
  return QUOTATIONS.reduce(withoutValue, nameless).trimEnd();
}

/** The frames of a stack alone: what stands before them is the message, as it was. */
export function framesOf(stack: string | undefined): string {
  return (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
