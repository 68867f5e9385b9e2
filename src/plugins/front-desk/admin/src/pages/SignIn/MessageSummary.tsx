import { Flex, Typography } from '@strapi/design-system';
import type { MessageCounts } from '../../api/sign-in';
import { StateWord } from '../../components/StateWord';
import { useText } from '../../components/use-text';

/** Whether own customers were told of a cancellation or a new time, and whom staff must tell. */
export function MessageSummary({ messages }: { messages: MessageCounts }) {
  const { t } = useText();
  const { sent, due, failed, noAddress } = messages;
  if (sent + due + failed + noAddress === 0) return null;
  return (
    <Flex gap={3} wrap="wrap" role="status">
      <Typography>{t('signIn.mails', { sent, due })}</Typography>
      {failed > 0 && <StateWord tone="bad">{t('signIn.mailsFailed', { failed })}</StateWord>}
      {noAddress > 0 && (
        <StateWord tone="attention">{t('signIn.mailsNoAddress', { noAddress })}</StateWord>
      )}
    </Flex>
  );
}
