import {
  Box,
  Button,
  Modal,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system';
import { useIsMobile } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import type { Figure, ReportBooking } from '../../../../shared/month-report';
import { useMonthReports } from '../../api/month-report';
import type { ReportChoice } from '../../api/month-report';
import { useLoaded } from '../../api/use-loaded';
import { Loading } from '../../components/Loading';
import { LoadFailure } from '../../components/LoadFailure';
import { useTimes } from '../../components/times';
import { useText } from '../../components/use-text';
import { OUTCOME_WORDS } from './figures';

interface Shown {
  bookings: ReportBooking[];
  timeZone: string;
}

/** What is said of each booking, in the order of the columns. */
function useCells(timeZone: string) {
  const { t } = useText();
  const { dayAndTime } = useTimes(timeZone);
  return (booking: ReportBooking): string[] => [
    dayAndTime(booking.appointment.startsAt),
    booking.appointment.name,
    booking.customer?.name ?? t('month.erased'),
    booking.externalId ?? '–',
    t(OUTCOME_WORDS[booking.outcome]),
  ];
}

function BookingTable({ bookings, timeZone }: Shown) {
  const { t } = useText();
  const cellsOf = useCells(timeZone);
  const heads = [
    ...[t('month.when'), t('month.class'), t('month.customer'), t('month.id')],
    t('month.outcome'),
  ];
  return (
    <Table colCount={heads.length} rowCount={bookings.length + 1}>
      <Thead>
        <Tr>
          {heads.map((head) => (
            <Th key={head}>
              <Typography variant="sigma">{head}</Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {bookings.map((booking) => (
          <Tr key={booking.documentId}>
            {cellsOf(booking).map((cell, index) => (
              <Td key={heads[index]}>
                <Typography textColor="neutral800">{cell}</Typography>
              </Td>
            ))}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

/** The bookings below one another, where there is no room for a table. */
function BookingList({ bookings, timeZone }: Shown) {
  const cellsOf = useCells(timeZone);
  return (
    <ul>
      {bookings.map((booking) => {
        const [when = '', name = '', customer = '', id = '', outcome = ''] = cellsOf(booking);
        return (
          <Box key={booking.documentId} tag="li" paddingBottom={4}>
            <Typography tag="p" fontWeight="bold">
              {customer}
            </Typography>
            <Typography tag="p">
              {name} · {when}
            </Typography>
            <Typography tag="p">{outcome}</Typography>
            <Typography tag="p" variant="pi" textColor="neutral600">
              {id}
            </Typography>
          </Box>
        );
      })}
    </ul>
  );
}

function Bookings(shown: Shown) {
  return useIsMobile() ? <BookingList {...shown} /> : <BookingTable {...shown} />;
}

interface Props {
  choice: ReportChoice;
  timeZone: string;
  figure: Figure;
  title: string;
  close: () => void;
}

/** The bookings that a figure counts: which class, whose, and what became of each. */
export function FigureBookings({ choice, timeZone, figure, title, close }: Props) {
  const { t } = useText();
  const { bookings } = useMonthReports();
  const load = useCallback(() => bookings(choice, figure), [bookings, choice, figure]);
  const { value, error, reload } = useLoaded(load);
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && close()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('common.close')}>
          <Modal.Title>{value ? `${title} (${value.length})` : title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {!value && (error === null ? <Loading /> : <LoadFailure error={error} retry={reload} />)}
          {value && <Bookings bookings={value} timeZone={timeZone} />}
        </Modal.Body>
        <Modal.Footer gap={3}>
          <Typography variant="pi" textColor="neutral600">
            {t('month.zone', { zone: timeZone })}
          </Typography>
          <Button type="button" variant="tertiary" onClick={close}>
            {t('common.close')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
