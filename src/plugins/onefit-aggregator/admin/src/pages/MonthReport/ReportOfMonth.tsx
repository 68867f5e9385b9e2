import { Flex, Grid, Typography } from '@strapi/design-system';
import { useRBAC } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { Figure, MonthReport } from '../../../../shared/month-report';
import { StateWord } from '../../components/StateWord';
import { useTimes } from '../../components/times';
import { useText } from '../../components/use-text';
import { ENTER_PRICES, READ_REPORT_BOOKINGS } from '../../permissions';
import { AmountBox } from './AmountBox';
import { DayChart } from './DayChart';
import { FigureBookings } from './FigureBookings';
import { FigureCard } from './FigureCard';
import { SHOWN_FIGURES } from './figures';
import { monthName } from './months';
import { PriceDialog } from './PriceDialog';

const ASKED = [...READ_REPORT_BOOKINGS, ...ENTER_PRICES];

interface Props {
  report: MonthReport;
  reload: () => Promise<void>;
}

/** The figures of a month, what they bring, the month by day, and the bookings behind each figure. */
export function ReportOfMonth({ report, reload }: Props) {
  const { t, locale } = useText();
  const { venue, month, figures, days, isFinal, finalAt } = report;
  const { dayAndTime } = useTimes(venue.timeZone);
  const { allowedActions } = useRBAC(ASKED);
  const [opened, setOpened] = useState<Figure | null>(null);
  const [pricing, setPricing] = useState(false);
  const shown = SHOWN_FIGURES.filter(({ figure }) => figure !== 'open' || !isFinal);
  const labelOf = (figure: Figure) => shown.find((each) => each.figure === figure)?.label;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex gap={3} wrap="wrap">
        <StateWord tone={isFinal ? 'good' : 'waiting'}>
          {t(isFinal ? 'month.final' : 'month.soFar')}
        </StateWord>
        <Typography textColor="neutral600">
          {t(isFinal ? 'month.finalSince' : 'month.finalOn', {
            when: dayAndTime(finalAt),
            zone: venue.timeZone,
          })}
        </Typography>
      </Flex>
      <AmountBox
        report={report}
        enterPrice={allowedActions.canEnter === true ? () => setPricing(true) : undefined}
      />
      <Grid.Root gap={4}>
        {shown.map(({ figure, label, help }) => (
          <Grid.Item key={figure} col={3} s={6} xs={12}>
            <FigureCard
              label={t(label)}
              help={t(help)}
              value={figures[figure]}
              open={allowedActions.canBookings === true ? () => setOpened(figure) : undefined}
            />
          </Grid.Item>
        ))}
      </Grid.Root>
      <DayChart days={days} title={t('month.byDay', { month: monthName(month, locale) })} />
      {opened !== null && (
        <FigureBookings
          choice={{ venue: venue.documentId, month }}
          timeZone={venue.timeZone}
          figure={opened}
          title={t(labelOf(opened) ?? 'month.expected')}
          close={() => setOpened(null)}
        />
      )}
      {pricing && <PriceDialog report={report} close={() => setPricing(false)} saved={reload} />}
    </Flex>
  );
}
