import { Flex, Typography } from '@strapi/design-system';
import type { KeyboardEvent } from 'react';
import type { Appointment } from '../../api/appointments';
import type { SignInEntry } from '../../api/sign-in';
import { Nothing } from '../../components/Nothing';
import { Panel } from '../../components/Panel';
import { useText } from '../../components/use-text';
import { Participant } from './Participant';
import { useDesk } from './use-desk';

/** Arrow keys go from tick to tick; space ticks. */
function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const target = event.target;
  if (!step || !(target instanceof HTMLElement) || target.role !== 'checkbox') return;
  const ticks = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="checkbox"]')];
  ticks[ticks.indexOf(target) + step]?.focus();
  event.preventDefault();
}

interface Props {
  appointment: Appointment;
  /** those that hold a place */
  entries: SignInEntry[];
  reload: () => Promise<void>;
}

/** Everybody who has a place: own customers and Onefit's members together. */
export function ParticipantList({ appointment, entries, reload }: Props) {
  const { t } = useText();
  const desk = useDesk(reload);
  if (entries.length === 0) return <Nothing>{t('signIn.empty')}</Nothing>;
  return (
    <Panel>
      <Typography variant="delta" tag="h2">
        {t('signIn.participants', { count: entries.length })}
      </Typography>
      <Typography variant="pi" textColor="neutral600" tag="p" paddingBottom={3}>
        {t('signIn.keys')}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" onKeyDown={moveFocus}>
        {entries.map((entry) => (
          <Participant
            key={entry.documentId}
            entry={entry}
            hasStarted={
              appointment.startsAt !== null && new Date(appointment.startsAt) <= new Date()
            }
            desk={desk}
          />
        ))}
      </Flex>
    </Panel>
  );
}
