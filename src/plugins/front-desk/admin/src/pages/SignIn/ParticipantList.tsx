import { Box, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import type { KeyboardEvent } from 'react';
import { styled } from 'styled-components';
import type { Appointment } from '../../api/appointments';
import type { Product } from '../../api/choices';
import type { SignInEntry } from '../../api/sign-in';
import { useHasPassed } from '../../components/clock';
import { Nothing } from '../../components/Nothing';
import { useText } from '../../components/use-text';
import { isOpenVisit } from './booking-states';
import { Participant } from './Participant';
import type { Desk } from './use-desk';

const TICK = '[role="checkbox"]';

const Sheet = styled(Box)`
  overflow: clip;
`;

/** Arrow keys go from tick to tick; space ticks; Ctrl+Z takes the last deed back. */
function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const ticks = [...event.currentTarget.querySelectorAll<HTMLElement>(TICK)];
  const { target } = event;
  if (!(target instanceof HTMLElement) || !target.matches(TICK)) return;
  const at = ticks.indexOf(target);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: ticks.length - 1 }[event.key];
  if (next === undefined) return;
  ticks[next]?.focus();
  event.preventDefault();
}

interface Props {
  appointment: Appointment;
  /** those that hold a place */
  entries: SignInEntry[];
  products: Product[];
  /** ids of bookings that came while one looks */
  arrived: ReadonlySet<string>;
  desk: Desk;
}

/** Everybody who has a place: own customers and Onefit's members together. */
export function ParticipantList({ appointment, entries, products, arrived, desk }: Props) {
  const { t } = useText();
  const hasStarted = useHasPassed(appointment.startsAt);
  if (entries.length === 0) return <Nothing>{t('signIn.empty')}</Nothing>;
  const count = (state: string) => entries.filter((entry) => entry.state === state).length;
  const open = entries.filter(isOpenVisit).length;

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey)) {
      void desk.undo();
      event.preventDefault();
    } else moveFocus(event);
  }

  return (
    <Sheet background="neutral0" hasRadius shadow="tableShadow" borderColor="neutral150">
      <Flex justifyContent="space-between" alignItems="flex-start" gap={3} wrap="wrap" padding={4}>
        <Box>
          <Typography variant="delta" tag="h2">
            {t('signIn.participants', { count: entries.length })}
          </Typography>
          <Typography variant="pi" textColor="neutral600" tag="p" paddingTop={1}>
            {t('signIn.presence', { present: count('checked_in'), absent: count('no_show') })}
          </Typography>
        </Box>
        {open > 0 && (
          <Flex gap={2} background="warning100" hasRadius padding={2}>
            <WarningCircle fill="warning600" aria-hidden style={{ flexShrink: 0 }} />
            <Typography variant="pi" fontWeight="bold" textColor="neutral800">
              {t('signIn.openVisits', { count: open })}
            </Typography>
          </Flex>
        )}
      </Flex>
      <ul onKeyDown={onKeyDown} aria-label={t('signIn.title')}>
        {entries.map((entry) => (
          <Participant
            key={entry.documentId}
            entry={entry}
            products={products}
            hasStarted={hasStarted}
            isNew={arrived.has(entry.documentId)}
            desk={desk}
          />
        ))}
      </ul>
      <Box padding={4} borderColor="neutral150" borderStyle="solid" borderWidth="1px 0 0 0">
        <Typography variant="pi" textColor="neutral600" tag="p">
          {t('signIn.keys')}
        </Typography>
      </Box>
    </Sheet>
  );
}
