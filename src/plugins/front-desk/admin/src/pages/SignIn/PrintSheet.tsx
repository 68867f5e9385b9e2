import { createPortal } from 'react-dom';
import { createGlobalStyle, styled } from 'styled-components';
import type { SignIn } from '../../api/sign-in';
import { useTimes } from '../../components/times';
import { useText } from '../../components/use-text';
import { BOOKING_STATES, isActive, nameOf } from './booking-states';

/** On paper there is the sheet, and nothing of the panel around it. */
const OnlySheet = createGlobalStyle`
  @media screen {
    body > .front-desk-print { display: none; }
  }

  @media print {
    @page { margin: 15mm; }
    html, body { background: #ffffff; font-size: 62.5%; }
    body > :not(.front-desk-print) { display: none !important; }
  }
`;

const Paper = styled.section`
  color: #000000;
  background: #ffffff;
  font:
    1.4rem/1.4 system-ui,
    sans-serif;

  h1 {
    font-size: 2.2rem;
    font-weight: bold;
  }

  table {
    width: 100%;
    margin-top: 1.6rem;
    border-collapse: collapse;
  }

  th,
  td {
    padding: 0.6rem 0.8rem;
    border-bottom: 1px solid #888888;
    text-align: left;
    vertical-align: top;
  }

  th {
    font-weight: bold;
  }

  tr {
    break-inside: avoid;
  }

  td:first-child {
    width: 3rem;
    font-size: 1.8rem;
    line-height: 1;
  }
`;

/** The Sign-in on paper: who comes, by which product, and a box to tick. */
export function PrintSheet({ sheet }: { sheet: SignIn }) {
  const { t } = useText();
  const { appointment, bookings } = sheet;
  const { daySpan } = useTimes(appointment.timeZone);
  const { startsAt, endsAt, room, teacher, venue, timeZone, booked, capacity } = appointment;
  const facts = [
    startsAt === null ? t('appointment.noTime') : daySpan(startsAt, endsAt),
    room,
    teacher,
    venue.name,
    t('common.zone', { zone: timeZone }),
    t('signIn.bookedOf', { booked, capacity }),
  ];
  return createPortal(
    <div className="front-desk-print" aria-hidden>
      <OnlySheet />
      <Paper>
        <h1>{appointment.name}</h1>
        <p>{facts.filter(Boolean).join(' · ')}</p>
        <table>
          <thead>
            <tr>
              <th />
              <th>{t('print.name')}</th>
              <th>{t('signIn.product')}</th>
              <th>{t('print.state')}</th>
              <th>{t('print.note')}</th>
            </tr>
          </thead>
          <tbody>
            {bookings.filter(isActive).map((entry) => (
              <tr key={entry.documentId}>
                <td>{entry.state === 'checked_in' ? '☑' : '☐'}</td>
                <td>{nameOf(entry) ?? t('signIn.unknownCustomer')}</td>
                <td>{entry.product?.name ?? `⚠ ${t('signIn.noProduct')}`}</td>
                <td>{t(BOOKING_STATES[entry.state].word)}</td>
                <td>{entry.customer?.note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Paper>
    </div>,
    document.body,
  );
}
