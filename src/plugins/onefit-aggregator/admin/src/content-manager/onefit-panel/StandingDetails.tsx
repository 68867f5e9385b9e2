import { Button, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import type { SessionState } from '../../api/sessions';
import { FactList } from '../../components/FactList';
import { useStanding } from '../../components/session-standing';
import { StateWord } from '../../components/StateWord';
import { useRetry } from '../../components/use-retry';
import { useText } from '../../components/use-text';
import { Remedy } from './Remedy';
import { useSessionFacts } from './use-session-facts';

interface Props {
  session: SessionState;
  maySync: boolean;
  reload: () => Promise<void>;
}

/** State, reason, what Onefit sees and said, and what can be done. */
export function StandingDetails({ session, maySync, reload }: Props) {
  const { t } = useText();
  const { tone, word, sentence, nextTry, quote, canRetry, isDelivered } = useStanding(session);
  const { busy, run } = useRetry(reload);
  const facts = useSessionFacts(session);
  return (
    <Flex direction="column" alignItems="flex-start" gap={3} width="100%">
      <StateWord tone={tone}>{word}</StateWord>
      <Typography role="status">
        {sentence} {nextTry}
      </Typography>
      {quote && (
        <Typography variant="pi" style={{ overflowWrap: 'anywhere' }}>
          {quote}
        </Typography>
      )}
      <Remedy session={session} />
      <FactList facts={facts} />
      {maySync && (canRetry || isDelivered) && (
        <Button
          type="button"
          variant={canRetry ? 'secondary' : 'tertiary'}
          fullWidth
          startIcon={<ArrowClockwise />}
          loading={busy}
          onClick={() => void run(session.documentId)}
        >
          {t('retry.now')}
        </Button>
      )}
      <Typography variant="pi" textColor="neutral600">
        {t('common.zone', { zone: session.timeZone })}
      </Typography>
    </Flex>
  );
}
