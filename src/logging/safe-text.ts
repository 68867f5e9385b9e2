const ADDRESS = /[^\s<>"'(),:;@]{1,64}@[^\s<>"'(),:;@]{1,255}/g;

/** What database servers quote of the values that they were given. */
const QUOTED_VALUES: RegExp[] = [
  // MariaDB: Duplicate entry 'value' for key 'name'; Incorrect integer value: 'value' for column
  /(Duplicate entry|value:) '[^]*' (?=for )/g,
  // PostgreSQL: invalid input syntax for type integer: "value"
  /(invalid input (?:syntax|value) for [a-z ]{1,64}[^:]{0,64}:) "[^]*"/g,
];

/** A text without what it may quote of people: mail servers name addresses, databases values. */
export function safeText(text: string): string {
  let safe = text.replace(ADDRESS, '<address>');
  for (const quoted of QUOTED_VALUES) safe = safe.replace(quoted, '$1 … ');
  return safe.trimEnd();
}

/** The frames of a stack alone: what stands before them is the message, as it was. */
export function framesOf(stack: string | undefined): string {
  return (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
