import { Flex, Typography } from '@strapi/design-system';
import { Mail, WarningCircle } from '@strapi/icons';
import type { ExtensionOrder } from '../../api/extension-order';
import { useText } from '../../components/use-text';

/** Whether the confirmation reached the contact; a failure with its reason and what follows. */
export function ConfirmationNotice({ order }: { order: ExtensionOrder }) {
  const { t } = useText();
  const { contactEmail, confirmationSentAt, confirmationError } = order;
  const failed = confirmationSentAt === null && confirmationError !== null;
  const Icon = failed ? WarningCircle : Mail;
  const color = failed ? 'warning700' : 'neutral800';
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
      <Icon fill={color} aria-hidden style={{ flexShrink: 0, marginTop: '0.4rem' }} />
      <div>
        <Typography tag="p" textColor="neutral800">
          {confirmationSentAt !== null && t('mail.sent', { email: contactEmail })}
          {confirmationSentAt === null && !failed && t('mail.underWay', { email: contactEmail })}
          {failed && t('mail.failed', { email: contactEmail })}
        </Typography>
        {failed && (
          <Typography
            tag="p"
            variant="pi"
            textColor="neutral800"
            style={{ overflowWrap: 'anywhere' }}
          >
            {t('mail.reason', { reason: confirmationError })}
          </Typography>
        )}
      </div>
    </Flex>
  );
}
