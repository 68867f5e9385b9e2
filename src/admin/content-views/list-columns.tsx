import { Typography } from '@strapi/design-system';
import { FormattedMessage, useIntl } from 'react-intl';

/** The content manager runs the columns of a list through this hook before it draws them. */
export const LIST_COLUMNS = 'Admin/CM/pages/ListView/inject-column-in-table';

interface Column {
  name: string;
  label: string | object;
  attribute?: { type: string; customField?: string };
  cellFormatter?: (row: Record<string, unknown>, column: { name: string }) => React.ReactNode;
}

interface List {
  displayedHeaders: Column[];
}

/** A value of an enumeration, as a word. */
function Word({ value }: { value: unknown }) {
  return (
    <Typography textColor="neutral800">
      {typeof value === 'string' ? <FormattedMessage id={value} defaultMessage={value} /> : '–'}
    </Typography>
  );
}

/**
 * An instant on the clock of the reader's computer, whose zone stands beside it: a list may show
 * entries of venues in several zones.
 */
function Instant({ value }: { value: unknown }) {
  const { formatDate } = useIntl();
  if (typeof value !== 'string') return <Typography textColor="neutral800">–</Typography>;
  return (
    <Typography textColor="neutral800" ellipsis>
      {formatDate(value, {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZoneName: 'short',
      })}
    </Typography>
  );
}

/** What draws a cell of a column in the language of the panel; null where Strapi does. */
function drawnAs({ attribute }: Column): typeof Word | null {
  if (attribute?.type === 'datetime') return Instant;
  const isChoice = attribute?.type === 'enumeration' || attribute?.customField !== undefined;
  return isChoice ? Word : null;
}

function translated(column: Column): Column {
  const { label } = column;
  const Drawn = drawnAs(column);
  return {
    ...column,
    label: typeof label === 'string' ? { id: label, defaultMessage: label } : label,
    ...(Drawn &&
      !column.cellFormatter && {
        cellFormatter: (row: Record<string, unknown>, { name }: { name: string }) => (
          <Drawn value={row[name]} />
        ),
      }),
  };
}

/** Says the heads of the columns, and their values, in the language of the panel. */
export function translateColumns<Shown extends List>(list: Shown): Shown {
  return { ...list, displayedHeaders: list.displayedHeaders.map(translated) };
}
