import { Badge, Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { Message } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useSignInApi } from '../../api/sign-in';
import type { SignInEntry } from '../../api/sign-in';
import { StateWord } from '../../components/StateWord';
import { useText } from '../../components/use-text';
import { BOOKING_STATES, nameOf } from './booking-states';
import { ParticipantMenu } from './ParticipantMenu';
import type { Desk } from './use-desk';

interface Props {
  entry: SignInEntry;
  hasStarted: boolean;
  desk: Desk;
}

/** One place: a tick for presence, who, by which product, and what else can be done. */
export function Participant({ entry, hasStarted, desk }: Props) {
  const { t } = useText();
  const { checkIn } = useSignInApi();
  const { toggleNotification } = useNotification();
  const name = nameOf(entry) ?? t('signIn.unknownCustomer');
  const { tone, word } = BOOKING_STATES[entry.state];
  const present = entry.state === 'checked_in';

  function tick() {
    if (present) {
      toggleNotification({ type: 'info', message: t('signIn.alreadyPresent', { name }) });
      return;
    }
    void desk(() => checkIn(entry.documentId));
  }

  return (
    <Flex
      tag="li"
      gap={3}
      paddingTop={3}
      paddingBottom={3}
      borderStyle="solid"
      borderWidth="1px 0 0 0"
      borderColor="neutral150"
    >
      <Checkbox
        aria-label={t('signIn.present', { name })}
        checked={present}
        onCheckedChange={tick}
      />
      <Flex flex="1" gap={3} wrap="wrap" justifyContent="space-between" minWidth={0}>
        <Box minWidth={0}>
          <Flex gap={2} wrap="wrap">
            <Typography fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
              {name}
            </Typography>
            {entry.source === 'onefit' && (
              <Badge backgroundColor="primary100" textColor="primary700">
                Onefit
              </Badge>
            )}
          </Flex>
          <Typography variant="pi" textColor="neutral600" tag="p">
            {entry.product?.name ?? t('signIn.noProduct')}
          </Typography>
          {entry.customer?.note && (
            <Flex gap={2} paddingTop={1} alignItems="flex-start">
              <Message fill="neutral800" aria-hidden style={{ flexShrink: 0 }} />
              <Typography variant="pi">
                {t('signIn.note', { note: entry.customer.note })}
              </Typography>
            </Flex>
          )}
        </Box>
        <StateWord tone={tone}>{t(word)}</StateWord>
      </Flex>
      <ParticipantMenu entry={entry} name={name} hasStarted={hasStarted} desk={desk} />
    </Flex>
  );
}
