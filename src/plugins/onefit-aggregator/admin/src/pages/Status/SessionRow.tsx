import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import type { SessionState } from '../../api/sessions';
import { useStanding } from '../../components/session-standing';
import { StateWord } from '../../components/StateWord';
import { useTimes } from '../../components/times';
import { useRetry } from '../../components/use-retry';
import { useText } from '../../components/use-text';
import { APPOINTMENT, editPath } from '../../content-types';

interface Props {
  session: SessionState;
  maySync: boolean;
  reload: () => Promise<void>;
}

/** An appointment: where it stands with Onefit, why, and what to do. */
export function SessionRow({ session, maySync, reload }: Props) {
  const { t } = useText();
  const { dayAndTime } = useTimes(session.timeZone);
  const { tone, word, sentence, nextTry, quote, canRetry } = useStanding(session);
  const { busy, run } = useRetry(reload);
  const { documentId, name, startsAt, bookedByOnefit, version } = session;
  return (
    <Flex
      tag="li"
      gap={4}
      wrap="wrap"
      alignItems="flex-start"
      paddingTop={3}
      paddingBottom={3}
      borderStyle="solid"
      borderWidth="1px 0 0 0"
      borderColor="neutral150"
    >
      <Box width="22rem" maxWidth="100%">
        <Link tag={RouterLink} to={editPath(APPOINTMENT, documentId)}>
          {name}
        </Link>
        <Typography variant="pi" textColor="neutral600" tag="p">
          {dayAndTime(startsAt)}
        </Typography>
      </Box>
      <Box flex="1" minWidth="24rem">
        <StateWord tone={tone}>{word}</StateWord>
        <Typography tag="p" paddingTop={1}>
          {sentence} {nextTry}
        </Typography>
        {quote && (
          <Typography tag="p" variant="pi" style={{ overflowWrap: 'anywhere' }}>
            {quote}
          </Typography>
        )}
        <Typography tag="p" variant="pi" textColor="neutral600">
          {t('sessions.bookings', { count: bookedByOnefit })}
          {version !== null && ` · ${t('sessions.version', { version })}`}
        </Typography>
      </Box>
      {maySync && canRetry && (
        <Button
          type="button"
          variant="secondary"
          loading={busy}
          aria-label={`${t('retry.now')}: ${name}, ${dayAndTime(startsAt)}`}
          onClick={() => void run(documentId)}
        >
          {t('retry.now')}
        </Button>
      )}
    </Flex>
  );
}
