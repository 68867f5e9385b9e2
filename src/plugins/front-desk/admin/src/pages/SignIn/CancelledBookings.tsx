import { Accordion, Flex, Typography } from '@strapi/design-system';
import type { SignInEntry } from '../../api/sign-in';
import { StateWord } from '../../components/StateWord';
import { useTimes } from '../../components/times';
import { useText } from '../../components/use-text';
import { BOOKING_STATES, nameOf } from './booking-states';

/** Those who no longer come, folded away: when, and whether late. */
export function CancelledBookings({
  entries,
  timeZone,
}: {
  entries: SignInEntry[];
  timeZone: string;
}) {
  const { t } = useText();
  const { dayAndTime } = useTimes(timeZone);
  if (entries.length === 0) return null;
  return (
    <Accordion.Root>
      <Accordion.Item value="cancelled">
        <Accordion.Header>
          <Accordion.Trigger>
            {t('signIn.cancelledOnes', { count: entries.length })}
          </Accordion.Trigger>
        </Accordion.Header>
        <Accordion.Content>
          <Flex tag="ul" direction="column" alignItems="stretch" gap={3} padding={4}>
            {entries.map((entry) => (
              <Flex
                tag="li"
                key={entry.documentId}
                gap={3}
                justifyContent="space-between"
                wrap="wrap"
              >
                <Typography>
                  {nameOf(entry) ?? t('signIn.unknownCustomer')}
                  {entry.source === 'onefit' && ' · Onefit'}
                </Typography>
                <Flex gap={3} wrap="wrap">
                  {entry.modifiedAt !== null && (
                    <Typography variant="pi" textColor="neutral600">
                      {dayAndTime(entry.modifiedAt)}
                    </Typography>
                  )}
                  <StateWord tone={BOOKING_STATES[entry.state].tone}>
                    {t(BOOKING_STATES[entry.state].word)}
                  </StateWord>
                </Flex>
              </Flex>
            ))}
          </Flex>
        </Accordion.Content>
      </Accordion.Item>
    </Accordion.Root>
  );
}
