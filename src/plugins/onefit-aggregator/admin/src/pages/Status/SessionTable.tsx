import {
  Box,
  Link,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
  VisuallyHidden,
} from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import type { SessionState } from '../../api/sessions';
import { useTimes } from '../../components/times';
import { useText } from '../../components/use-text';
import type { TextKey } from '../../components/use-text';
import { APPOINTMENT, editPath } from '../../content-types';
import { SessionMenu } from './SessionMenu';
import { SessionWords } from './SessionWords';

const COLUMNS: TextKey[] = [
  'sessions.appointment',
  'sessions.state',
  'sessions.since',
  'sessions.versionThere',
  'sessions.bookingsThere',
];

interface Props {
  sessions: SessionState[];
  maySync: boolean;
  reload: () => Promise<void>;
}

function Row({ session, maySync, reload }: Omit<Props, 'sessions'> & { session: SessionState }) {
  const { dayAndTime } = useTimes(session.timeZone);
  const { documentId, name, startsAt, since, version, bookedByOnefit } = session;
  return (
    <Tr>
      <Td>
        <Link tag={RouterLink} to={editPath(APPOINTMENT, documentId)}>
          {name}
        </Link>
        <Typography variant="pi" textColor="neutral600" tag="p">
          {dayAndTime(startsAt)}
        </Typography>
      </Td>
      <Td>
        <Box maxWidth="48rem" style={{ whiteSpace: 'normal' }}>
          <SessionWords session={session} />
        </Box>
      </Td>
      <Td>
        <Typography>{since === null ? '–' : dayAndTime(since)}</Typography>
      </Td>
      <Td>
        <Typography>{version ?? '–'}</Typography>
      </Td>
      <Td>
        <Typography>{bookedByOnefit}</Typography>
      </Td>
      <Td>
        <SessionMenu session={session} maySync={maySync} reload={reload} />
      </Td>
    </Tr>
  );
}

/** The appointments as a table, where there is room for one. */
export function SessionTable({ sessions, maySync, reload }: Props) {
  const { t } = useText();
  return (
    <Table colCount={COLUMNS.length + 1} rowCount={sessions.length + 1}>
      <Thead>
        <Tr>
          {COLUMNS.map((column) => (
            <Th key={column}>
              <Typography variant="sigma" textColor="neutral600">
                {t(column)}
              </Typography>
            </Th>
          ))}
          <Th>
            <VisuallyHidden>{t('sessions.actions')}</VisuallyHidden>
          </Th>
        </Tr>
      </Thead>
      <Tbody>
        {sessions.map((session) => (
          <Row key={session.documentId} session={session} maySync={maySync} reload={reload} />
        ))}
      </Tbody>
    </Table>
  );
}
