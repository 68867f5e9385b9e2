import { Button, Flex } from '@strapi/design-system';
import { ArrowsCounterClockwise } from '@strapi/icons';
import { BackButton, Layouts, Page, useIsMobile } from '@strapi/strapi/admin';
import { useCallback, useMemo, useRef } from 'react';
import { useParams } from 'react-router-dom';
import { useChoices } from '../../api/choices';
import { useSignInApi } from '../../api/sign-in';
import type { SignInEntry } from '../../api/sign-in';
import { useLoaded } from '../../api/use-loaded';
import { BottomBar } from '../../components/BottomBar';
import { Loading } from '../../components/Loading';
import { LoadFailure } from '../../components/LoadFailure';
import { OutOfDate } from '../../components/OutOfDate';
import { useTimes } from '../../components/times';
import { useText } from '../../components/use-text';
import { SCHEDULE_PATH } from '../../paths';
import { AddCustomer } from './AddCustomer';
import { AppointmentSummary } from './AppointmentSummary';
import { isActive } from './booking-states';
import { CancelledBookings } from './CancelledBookings';
import { MessageSummary } from './MessageSummary';
import { ParticipantList } from './ParticipantList';
import { PrintSheet } from './PrintSheet';
import { SignInMenu } from './SignInMenu';
import { UndoBar } from './UndoBar';
import { useDesk } from './use-desk';
import { useNewBookings } from './use-new-bookings';

/** A booking that Onefit makes shows within three seconds. */
const EVERY_MS = 2_000;

/** The bookings, each in the state that is expected of it until the server has answered. */
function useShown(bookings: SignInEntry[] | undefined, expected: ReadonlyMap<string, unknown>) {
  return useMemo(
    () =>
      (bookings ?? []).map((entry) => {
        const state = expected.get(entry.documentId) as SignInEntry['state'] | undefined;
        return state === undefined ? entry : { ...entry, state, canCancel: false };
      }),
    [bookings, expected],
  );
}

/** The Sign-in of an appointment: who comes, who came, and by which product. */
export function SignInPage() {
  const { t } = useText();
  const narrow = useIsMobile();
  const { documentId = '' } = useParams();
  const { read } = useSignInApi();
  const { products: loadProducts } = useChoices();
  const load = useCallback<(held?: Awaited<ReturnType<typeof read>>) => ReturnType<typeof read>>(
    (held) => read(documentId, held),
    [read, documentId],
  );
  const { value: tagged, error, reload } = useLoaded(load, EVERY_MS);
  const { value: products = [] } = useLoaded(loadProducts);
  const value = tagged?.value;
  const desk = useDesk(reload);
  const arrived = useNewBookings(value?.bookings);
  const shown = useShown(value?.bookings, desk.expected);
  const content = useRef<HTMLDivElement>(null);
  const appointment = value?.appointment;
  const { dayAndTime } = useTimes(appointment?.timeZone ?? 'UTC');
  const active = shown.filter(isActive);
  const placed = useMemo(
    () => new Set(shown.filter(isActive).flatMap(({ customer }) => customer?.documentId ?? [])),
    [shown],
  );
  const title = appointment
    ? [appointment.name, appointment.startsAt && dayAndTime(appointment.startsAt)]
        .filter(Boolean)
        .join(', ')
    : t('signIn.title');
  const { last } = desk;

  const showPlace = (customer: string) =>
    content.current
      ?.querySelector<HTMLElement>(`[data-customer="${CSS.escape(customer)}"] [role="checkbox"]`)
      ?.focus();

  const actions = appointment && (
    <Flex gap={2}>
      {last?.booking && (
        <Button
          type="button"
          variant="tertiary"
          size="L"
          startIcon={<ArrowsCounterClockwise />}
          aria-label={t('undo.what', { what: last.sentence })}
          onClick={() => void desk.undo()}
        >
          {t('undo.button')}
        </Button>
      )}
      <SignInMenu appointment={appointment} reload={reload} />
    </Flex>
  );

  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        navigationAction={
          narrow ? (
            <Flex justifyContent="space-between" gap={2}>
              <BackButton fallback={SCHEDULE_PATH} />
              {actions}
            </Flex>
          ) : (
            <BackButton fallback={SCHEDULE_PATH} />
          )
        }
        title={appointment?.name ?? t('signIn.title')}
        // On a narrow screen it would fill the header that stays while one scrolls.
        subtitle={!narrow && appointment && <AppointmentSummary appointment={appointment} />}
        primaryAction={narrow ? null : actions}
      />
      <Layouts.Content>
        {!value && (error === null ? <Loading /> : <LoadFailure error={error} retry={reload} />)}
        {value && appointment && (
          <Flex ref={content} direction="column" alignItems="stretch" gap={4} paddingBottom={10}>
            {narrow && <AppointmentSummary appointment={appointment} />}
            <MessageSummary messages={value.messages} />
            {appointment.state === 'scheduled' && (
              <AddCustomer
                appointment={appointment.documentId}
                products={products}
                placed={placed}
                showPlace={showPlace}
                desk={desk}
              />
            )}
            {(appointment.state === 'scheduled' || active.length > 0) && (
              <ParticipantList
                appointment={appointment}
                entries={active}
                products={products}
                arrived={arrived}
                desk={desk}
              />
            )}
            <CancelledBookings
              entries={shown.filter((entry) => !isActive(entry))}
              count={value.cancelledCount}
              timeZone={appointment.timeZone}
            />
            <PrintSheet sheet={value} />
          </Flex>
        )}
      </Layouts.Content>
      <BottomBar>
        {value && error !== null && <OutOfDate error={error} />}
        <UndoBar desk={desk} />
      </BottomBar>
    </Page.Main>
  );
}
