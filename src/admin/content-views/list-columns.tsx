import { Typography } from '@strapi/design-system';
import { FormattedMessage } from 'react-intl';

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

function isChoice({ attribute }: Column): boolean {
  return attribute?.type === 'enumeration' || attribute?.customField !== undefined;
}

function translated(column: Column): Column {
  const { label } = column;
  return {
    ...column,
    label: typeof label === 'string' ? { id: label, defaultMessage: label } : label,
    ...(isChoice(column) &&
      !column.cellFormatter && {
        cellFormatter: (row: Record<string, unknown>, { name }: { name: string }) => (
          <Word value={row[name]} />
        ),
      }),
  };
}

/** Says the heads of the columns, and the values of enumerations, in the language of the panel. */
export function translateColumns<Shown extends List>(list: Shown): Shown {
  return { ...list, displayedHeaders: list.displayedHeaders.map(translated) };
}
