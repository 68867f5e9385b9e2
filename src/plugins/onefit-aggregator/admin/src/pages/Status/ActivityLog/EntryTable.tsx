import { Box, Flex, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { useIsMobile } from '@strapi/strapi/admin';
import type { ActivityEntry, ActivityNames } from '../../../../../shared/activity-log';
import { Panel } from '../../../components/Panel';
import { StateWord } from '../../../components/StateWord';
import { useText } from '../../../components/use-text';
import type { TextKey } from '../../../components/use-text';
import { OUTCOMES } from './kinds';
import { useEntryText } from './use-entry-text';

const COLUMNS: TextKey[] = ['log.time', 'log.what', 'log.who', 'log.outcome'];

interface Props {
  entries: ActivityEntry[];
  names: ActivityNames;
}

interface One {
  entry: ActivityEntry;
  names: ActivityNames;
}

function Outcome({ entry }: { entry: ActivityEntry }) {
  const { t } = useText();
  const { tone, word } = OUTCOMES[entry.outcome];
  return <StateWord tone={tone}>{t(word)}</StateWord>;
}

function What({ entry, names }: One) {
  const { what, details } = useEntryText(entry, names);
  return (
    <>
      <Typography tag="p">{what}</Typography>
      <Typography tag="p" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
        {details}
      </Typography>
    </>
  );
}

function Row({ entry, names }: One) {
  const { at, who } = useEntryText(entry, names);
  return (
    <Tr>
      <Td>
        <Typography>{at}</Typography>
      </Td>
      <Td>
        <Box style={{ whiteSpace: 'normal' }}>
          <What entry={entry} names={names} />
        </Box>
      </Td>
      <Td>
        <Typography>{who}</Typography>
      </Td>
      <Td>
        <Outcome entry={entry} />
      </Td>
    </Tr>
  );
}

function Card({ entry, names }: One) {
  const { at, who } = useEntryText(entry, names);
  return (
    <Panel>
      <Flex justifyContent="space-between" gap={2} paddingBottom={2}>
        <Typography variant="pi" textColor="neutral600">
          {at} · {who}
        </Typography>
        <Outcome entry={entry} />
      </Flex>
      <What entry={entry} names={names} />
    </Panel>
  );
}

/** Entries as a table; below one another where there is no room for one. */
export function EntryTable({ entries, names }: Props) {
  const { t } = useText();
  const isNarrow = useIsMobile();
  if (isNarrow) {
    return (
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {entries.map((entry) => (
          <li key={entry.documentId}>
            <Card entry={entry} names={names} />
          </li>
        ))}
      </Flex>
    );
  }
  return (
    <Table colCount={COLUMNS.length} rowCount={entries.length + 1}>
      <Thead>
        <Tr>
          {COLUMNS.map((column) => (
            <Th key={column}>
              <Typography variant="sigma" textColor="neutral600">
                {t(column)}
              </Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {entries.map((entry) => (
          <Row key={entry.documentId} entry={entry} names={names} />
        ))}
      </Tbody>
    </Table>
  );
}
