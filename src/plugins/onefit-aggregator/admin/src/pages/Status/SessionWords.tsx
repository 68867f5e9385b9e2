import { Typography } from '@strapi/design-system';
import type { SessionState } from '../../api/sessions';
import { useStanding } from '../../components/session-standing';
import { StateWord } from '../../components/StateWord';

/** Where an appointment stands: the word, why, and what Onefit said. */
export function SessionWords({ session }: { session: SessionState }) {
  const { tone, word, sentence, nextTry, quote, isDelivered } = useStanding(session);
  // What is on Onefit as it should be needs no explanation in a list.
  const isPlain = isDelivered && session.reason === 'delivered';
  return (
    <>
      <StateWord tone={tone}>{word}</StateWord>
      {!isPlain && (
        <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={1}>
          {sentence} {nextTry}
        </Typography>
      )}
      {quote && (
        <Typography tag="p" variant="pi" style={{ overflowWrap: 'anywhere' }}>
          {quote}
        </Typography>
      )}
    </>
  );
}
