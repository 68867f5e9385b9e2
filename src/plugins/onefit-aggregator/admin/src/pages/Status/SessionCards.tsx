import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import type { SessionState } from '../../api/sessions';
import { Panel } from '../../components/Panel';
import { useTimes } from '../../components/times';
import { useText } from '../../components/use-text';
import { APPOINTMENT, editPath } from '../../content-types';
import { SessionMenu } from './SessionMenu';
import { SessionWords } from './SessionWords';

interface Props {
  sessions: SessionState[];
  maySync: boolean;
  reload: () => Promise<void>;
}

function Card({ session, maySync, reload }: Omit<Props, 'sessions'> & { session: SessionState }) {
  const { t } = useText();
  const { dayAndTime } = useTimes(session.timeZone);
  const { documentId, name, startsAt, version, bookedByOnefit } = session;
  return (
    <Flex justifyContent="space-between" alignItems="flex-start" gap={2}>
      <Box minWidth={0}>
        <Link tag={RouterLink} to={editPath(APPOINTMENT, documentId)}>
          {name}
        </Link>
        <Typography variant="pi" textColor="neutral600" tag="p" paddingBottom={2}>
          {dayAndTime(startsAt)}
        </Typography>
        <SessionWords session={session} />
        <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={1}>
          {t('sessions.bookings', { count: bookedByOnefit })}
          {version !== null && ` · ${t('sessions.version', { version })}`}
        </Typography>
      </Box>
      <SessionMenu session={session} maySync={maySync} reload={reload} />
    </Flex>
  );
}

/** The appointments below one another, where there is no room for a table. */
export function SessionCards({ sessions, maySync, reload }: Props) {
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
      {sessions.map((session) => (
        <li key={session.documentId}>
          <Panel>
            <Card session={session} maySync={maySync} reload={reload} />
          </Panel>
        </li>
      ))}
    </Flex>
  );
}
