import { Button, Flex, Typography } from '@strapi/design-system';
import type { MonthReport } from '../../../../shared/month-report';
import { Panel } from '../../components/Panel';
import { useText } from '../../components/use-text';
import { euros, percentage } from './money';

interface Props {
  report: MonthReport;
  /** absent where the reader may not enter prices */
  enterPrice?: () => void;
}

/** What the month should bring, and by which price; or that no price is known. */
export function AmountBox({ report: { amount, price }, enterPrice }: Props) {
  const { t, locale } = useText();
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
        </Flex>
        {enterPrice && (
          <Button type="button" variant="secondary" onClick={enterPrice}>
            {t(price ? 'month.changePrice' : 'month.enterPrice')}
          </Button>
        )}
      </Flex>
    </Panel>
  );
}
