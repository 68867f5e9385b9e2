import { Menu, MenuItem } from '@strapi/design-system';
import { ArrowsCounterClockwise, Clock, Cross, MinusCircle, Phone, User } from '@strapi/icons';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { SignInEntry } from '../../api/sign-in';
import { ActionMenu } from '../../components/ActionMenu';
import { useText } from '../../components/use-text';
import { customerPath } from '../../content-types';
import { CancelBooking } from './CancelBooking';
import type { Desk } from './use-desk';

/** A label of a menu is a heading by default; this one is a sentence. */
const SENTENCE = { display: 'block', maxWidth: '28rem', textTransform: 'none' } as const;

interface Props {
  entry: SignInEntry;
  name: string;
  hasStarted: boolean;
  desk: Desk;
}

/** The menu of three dots. Onefit's bookings have no cancel there, and it says why. */
export function ParticipantMenu({ entry, name, hasStarted, desk }: Props) {
  const { t } = useText();
  const { markNoShow } = desk.api;
  const navigate = useNavigate();
  const [cancelling, setCancelling] = useState<'in_time' | 'late' | null>(null);
  const { customer, documentId, source, state, canCancel } = entry;
  const noShow = () =>
    void desk.act({
      name,
      work: () => markNoShow(documentId),
      done: t('signIn.noShowDone', { name }),
      expect: { booking: documentId, state: 'no_show' },
    });
  return (
    <>
      <ActionMenu label={t('signIn.more', { name })} variant="ghost">
        {hasStarted && state !== 'no_show' && (
          <MenuItem startIcon={<MinusCircle />} onSelect={noShow}>
            {t('signIn.noShow')}
          </MenuItem>
        )}
        {(state === 'checked_in' || state === 'no_show') && (
          <MenuItem
            startIcon={<ArrowsCounterClockwise />}
            onSelect={() => void desk.clear({ booking: documentId, name })}
          >
            {t('signIn.neither')}
          </MenuItem>
        )}
        {canCancel && (
          <MenuItem startIcon={<Cross />} onSelect={() => setCancelling('in_time')}>
            {t('signIn.cancel')}
          </MenuItem>
        )}
        {canCancel && (
          <MenuItem startIcon={<Clock />} onSelect={() => setCancelling('late')}>
            {t('signIn.cancelLate')}
          </MenuItem>
        )}
        {customer?.phone && (
          <MenuItem
            startIcon={<Phone />}
            onSelect={() => window.location.assign(`tel:${customer.phone ?? ''}`)}
          >
            {t('signIn.call', { phone: customer.phone })}
          </MenuItem>
        )}
        {customer && (
          <MenuItem
            startIcon={<User />}
            onSelect={() => navigate(customerPath(customer.documentId))}
          >
            {t('signIn.profile')}
          </MenuItem>
        )}
        {source === 'onefit' && (
          <Menu.Label style={SENTENCE}>{t('refusal.onefitBookingLocked')}</Menu.Label>
        )}
      </ActionMenu>
      {cancelling && (
        <CancelBooking
          booking={documentId}
          name={name}
          late={cancelling === 'late'}
          desk={desk}
          close={() => setCancelling(null)}
        />
      )}
    </>
  );
}
