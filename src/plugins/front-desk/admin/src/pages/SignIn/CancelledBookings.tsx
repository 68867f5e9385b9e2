import { Accordion, Flex, Typography } from '@strapi/design-system';
import type { SignInEntry } from '../../api/sign-in';
import { StateWord } from '../../components/StateWord';
import { useTimes } from '../../components/times';
import { useText } from '../../components/use-text';
import { BOOKING_STATES, nameOf } from './booking-states';

interface Props {
  /** the newest first */
  entries: SignInEntry[];
  /** how many there are in all */
  count: number;
  timeZone: string;
}

/** Those who no longer come, folded away: when, by whom, and whether late. */
export function CancelledBookings({ entries, count, timeZone }: Props) {
  const { t } = useText();
  const { dayAndTime } = useTimes(timeZone);
  if (entries.length === 0) return null;

  function cause({ modifiedAt, cancelledBy }: SignInEntry): string {
    const at = modifiedAt === null ? '' : dayAndTime(modifiedAt);
    if (cancelledBy === null) return at;
    return 'staff' in cancelledBy
      ? t('signIn.cancelledByStaff', { at, name: cancelledBy.staff })
      : t('signIn.cancelledByOnefit', { at });
  }

  return (
    <Accordion.Root>
      <Accordion.Item value="cancelled">
        <Accordion.Header>
          <Accordion.Trigger>{t('signIn.cancelledOnes', { count })}</Accordion.Trigger>
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
                  <Typography variant="pi" textColor="neutral600">
                    {cause(entry)}
                  </Typography>
                  <StateWord tone={BOOKING_STATES[entry.state].tone}>
                    {t(BOOKING_STATES[entry.state].word)}
                  </StateWord>
                </Flex>
              </Flex>
            ))}
            {count > entries.length && (
              <Typography variant="pi" textColor="neutral600" tag="li">
                {t('signIn.onlyNewest', { shown: entries.length })}
              </Typography>
            )}
          </Flex>
        </Accordion.Content>
      </Accordion.Item>
    </Accordion.Root>
  );
}
