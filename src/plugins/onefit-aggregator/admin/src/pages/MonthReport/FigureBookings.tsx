import { Button, Modal, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { useCallback } from 'react';
import type { Figure } from '../../../../shared/month-report';
import { useMonthReports } from '../../api/month-report';
import type { ReportChoice } from '../../api/month-report';
import { useLoaded } from '../../api/use-loaded';
import { Loading } from '../../components/Loading';
import { LoadFailure } from '../../components/LoadFailure';
import { useTimes } from '../../components/times';
import { useText } from '../../components/use-text';
import { OUTCOME_WORDS } from './figures';

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
  const { dayAndTime } = useTimes(timeZone);
  const { bookings } = useMonthReports();
  const load = useCallback(() => bookings(choice, figure), [bookings, choice, figure]);
  const { value, error, reload } = useLoaded(load);
  const heads = [t('month.when'), t('month.class'), t('month.customer'), t('month.id')];
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && close()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('common.close')}>
          <Modal.Title>{value ? `${title} (${value.length})` : title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {!value && (error === null ? <Loading /> : <LoadFailure error={error} retry={reload} />)}
          {value && (
            <Table colCount={heads.length + 1} rowCount={value.length + 1}>
              <Thead>
                <Tr>
                  {[...heads, t('month.outcome')].map((head) => (
                    <Th key={head}>
                      <Typography variant="sigma">{head}</Typography>
                    </Th>
                  ))}
                </Tr>
              </Thead>
              <Tbody>
                {value.map((booking) => (
                  <Tr key={booking.documentId}>
                    {[
                      dayAndTime(booking.appointment.startsAt),
                      booking.appointment.name,
                      booking.customer?.name ?? t('month.erased'),
                      booking.externalId ?? '–',
                      t(OUTCOME_WORDS[booking.outcome]),
                    ].map((cell, index) => (
                      <Td key={heads[index] ?? 'outcome'}>
                        <Typography textColor="neutral800">{cell}</Typography>
                      </Td>
                    ))}
                  </Tr>
                ))}
              </Tbody>
            </Table>
          )}
        </Modal.Body>
        <Modal.Footer>
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
