import { Button, Flex, Link, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { Link as RouterLink } from 'react-router-dom';
import type { SessionState, StandingReason } from '../../api/sessions';
import { useStanding } from '../../components/session-standing';
import { StateWord } from '../../components/StateWord';
import { useRetry } from '../../components/use-retry';
import { useText } from '../../components/use-text';
import type { TextKey } from '../../components/use-text';
import { ACTIVITY, listPath } from '../../content-types';
import { MARKET_PATH } from '../../paths';

/** Where something can be done about a reason. */
const REMEDIES: Partial<Record<StandingReason, { to: string; text: TextKey }>> = {
  rule_off: { to: listPath(ACTIVITY), text: 'steps.openActivities' },
  no_spots: { to: listPath(ACTIVITY), text: 'steps.openActivities' },
  not_ordered: { to: MARKET_PATH, text: 'rule.openMarket' },
};

interface Props {
  session: SessionState;
  maySync: boolean;
  reload: () => Promise<void>;
}

/** State, reason, what Onefit said, and what can be done. */
export function StandingDetails({ session, maySync, reload }: Props) {
  const { t } = useText();
  const { tone, word, sentence, nextTry, quote, canRetry } = useStanding(session);
  const { busy, run } = useRetry(reload);
  const remedy = REMEDIES[session.reason];
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
      <Typography variant="pi" textColor="neutral600">
        {t('sessions.bookings', { count: session.bookedByOnefit })}
      </Typography>
      {remedy && (
        <Link tag={RouterLink} to={remedy.to}>
          {t(remedy.text)}
        </Link>
      )}
      {maySync && canRetry && (
        <Button
          type="button"
          variant="secondary"
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
