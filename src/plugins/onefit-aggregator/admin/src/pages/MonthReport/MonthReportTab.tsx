import { Flex, VisuallyHidden } from '@strapi/design-system';
import { useNotification, useRBAC } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { reportFileName } from '../../../../shared/report-file';
import { useFailure } from '../../api/failure';
import { useMonthReports } from '../../api/month-report';
import type { ReportChoice } from '../../api/month-report';
import { useConnectionStatus } from '../../api/status';
import type { VenueStatus } from '../../api/status';
import { useLoaded } from '../../api/use-loaded';
import { Loading } from '../../components/Loading';
import { LoadFailure } from '../../components/LoadFailure';
import { Nothing } from '../../components/Nothing';
import { saveFile } from '../../components/save-file';
import { useText } from '../../components/use-text';
import { READ_REPORT_BOOKINGS } from '../../permissions';
import { recentMonths } from './months';
import { ReportChoices } from './ReportChoices';
import { ReportOfMonth } from './ReportOfMonth';

function Report({ venues, first }: { venues: VenueStatus[]; first: VenueStatus }) {
  const { t, locale } = useText();
  const { sentence } = useFailure();
  const { toggleNotification } = useNotification();
  const { allowedActions } = useRBAC(READ_REPORT_BOOKINGS);
  const { find, csv } = useMonthReports();
  const [choice, choose] = useState<ReportChoice>({
    venue: first.documentId,
    month: recentMonths(new Date(), first.timeZone)[0] ?? '',
  });
  const load = useCallback(() => find(choice), [find, choice]);
  const { value, error, reload } = useLoaded(load);

  async function download() {
    try {
      const venue = venues.find(({ documentId }) => documentId === choice.venue);
      saveFile(await csv(choice, locale), reportFileName(venue?.name ?? '', choice.month));
    } catch (failure) {
      toggleNotification({ type: 'warning', message: sentence(failure) });
    }
  }

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <VisuallyHidden>
        <h2>{t('month.tab')}</h2>
      </VisuallyHidden>
      <ReportChoices
        venues={venues}
        choice={choice}
        choose={choose}
        download={allowedActions.canBookings === true ? () => void download() : undefined}
      />
      {!value && (error === null ? <Loading /> : <LoadFailure error={error} retry={reload} />)}
      {value && <ReportOfMonth report={value} reload={reload} />}
    </Flex>
  );
}

/** The tab "Month report": what the bookings of Onefit should bring, a venue and month at a time. */
export function MonthReportTab() {
  const { t } = useText();
  const { value, error, reload } = useLoaded(useConnectionStatus());
  if (!value) return error === null ? <Loading /> : <LoadFailure error={error} retry={reload} />;
  const [first] = value.venues;
  if (!first) return <Nothing>{t('status.noVenue')}</Nothing>;
  return <Report venues={value.venues} first={first} />;
}
