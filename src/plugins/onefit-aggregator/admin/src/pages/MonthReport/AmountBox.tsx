import { Button, Flex, Typography } from '@strapi/design-system';
import type { MonthReport } from '../../../../shared/month-report';
import { Panel } from '../../components/Panel';
import { useText } from '../../components/use-text';
import { euros, percentage } from './money';
import { monthName } from './months';

interface Props {
  report: MonthReport;
  /** absent where the reader may not enter prices */
  enterPrice?: () => void;
}

/**
 * What the month should bring, by which price, and which one follows; or that no price is known. The
 * price of a final report stays, so nothing is offered that the server would refuse.
 */
export function AmountBox({ report, enterPrice }: Props) {
  const { t, locale } = useText();
  const { amount, price, priceAhead, isFinal } = report;
  const stays = isFinal && price !== null;
  return (
    <Panel>
      <Flex justifyContent="space-between" gap={4} wrap="wrap">
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Typography variant="sigma" textColor="neutral600" tag="h3">
            {t('month.amount')}
          </Typography>
          {amount && price ? (
            <>
              <Typography variant="alpha" tag="p">
                {euros(amount.grossCents, locale)}
              </Typography>
              <Typography textColor="neutral600">
                {t('month.amountFrom', {
                  visits: amount.visits,
                  price: euros(price.priceCents, locale),
                  net: euros(amount.netCents, locale),
                  vat: euros(amount.vatCents, locale),
                  percent: percentage(price.vatBasisPoints, locale),
                })}
              </Typography>
            </>
          ) : (
            <Typography>{t('month.noPrice')}</Typography>
          )}
          {priceAhead && (
            <Typography textColor="neutral600">
              {t('month.priceAhead', {
                month: monthName(priceAhead.validFrom, locale),
                price: euros(priceAhead.priceCents, locale),
              })}
            </Typography>
          )}
          {enterPrice && stays && (
            <Typography variant="pi" textColor="neutral600">
              {t('month.priceStays')}
            </Typography>
          )}
        </Flex>
        {enterPrice && !stays && (
          <Button type="button" variant="secondary" onClick={enterPrice}>
            {t(price ? 'month.changePrice' : 'month.enterPrice')}
          </Button>
        )}
      </Flex>
    </Panel>
  );
}
