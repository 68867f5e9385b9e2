import { Button, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise, Mail, WarningCircle } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { ExtensionOrder } from '../../api/extension-order';
import { useFailure } from '../../api/failure';
import { useMarket } from '../../api/market';
import { useText } from '../../components/use-text';

interface Props {
  order: ExtensionOrder;
  mayOrder: boolean;
  reload: () => Promise<void>;
}

/** Whether the confirmation reached the contact; a failure with its reason and what follows. */
export function ConfirmationNotice({ order, mayOrder, reload }: Props) {
  const { t } = useText();
  const { sentence } = useFailure();
  const { confirm } = useMarket();
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = useState(false);
  const { contactEmail: email, confirmationSentAt, confirmationError } = order;
  const failed = confirmationSentAt === null && confirmationError !== null;
  const Icon = failed ? WarningCircle : Mail;

  async function sendNow() {
    setBusy(true);
    try {
      const { confirmationSentAt: sent } = await confirm();
      toggleNotification(
        sent === null
          ? { type: 'warning', message: t('mail.failedAgain') }
          : { type: 'success', message: t('mail.sent', { email }) },
      );
    } catch (error) {
      toggleNotification({ type: 'warning', message: sentence(error) });
    }
    setBusy(false);
    await reload();
  }

  return (
    <Flex
      gap={3}
      padding={4}
      hasRadius
      alignItems="flex-start"
      background={failed ? 'warning100' : 'neutral0'}
      borderColor={failed ? 'warning200' : 'neutral150'}
      role="status"
    >
      <Icon
        fill={failed ? 'warning700' : 'neutral800'}
        aria-hidden
        style={{ flexShrink: 0, marginTop: '0.4rem' }}
      />
      <Flex direction="column" alignItems="flex-start" gap={2} minWidth={0}>
        <Typography tag="p" textColor="neutral800">
          {confirmationSentAt !== null && t('mail.sent', { email })}
          {confirmationSentAt === null && !failed && t('mail.underWay', { email })}
          {failed && t('mail.failed', { email })}
        </Typography>
        {failed && (
          <Typography variant="pi" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
            {t('mail.reason', { reason: confirmationError })}
          </Typography>
        )}
        {failed && mayOrder && (
          <Button
            type="button"
            variant="tertiary"
            startIcon={<ArrowClockwise />}
            loading={busy}
            onClick={() => void sendNow()}
          >
            {t('mail.sendNow')}
          </Button>
        )}
      </Flex>
    </Flex>
  );
}
