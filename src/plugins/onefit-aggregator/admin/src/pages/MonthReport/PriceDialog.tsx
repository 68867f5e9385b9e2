import { Button, Field, Flex, Modal, TextInput } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { VisitPrice } from '../../../../shared/month-report';
import { useFailure } from '../../api/failure';
import { useMonthReports } from '../../api/month-report';
import { useText } from '../../components/use-text';
import { asTyped, hundredths, percentage } from './money';
import { monthName } from './months';

/** What Onefit invoiced with in the Netherlands; source: docs/month-report.md. */
const USUAL_VAT = 900;
const MOST_CENTS = 1_000_000;
const MOST_VAT = 10_000;

interface Props {
  venue: string;
  month: string;
  price: VisitPrice | null;
  close: () => void;
  saved: () => Promise<void>;
}

/** Asks for the price of a visit that was agreed with Onefit, from this month on. */
export function PriceDialog({ venue, month, price, close, saved }: Props) {
  const { t, locale } = useText();
  const { sentence } = useFailure();
  const { enterPrice } = useMonthReports();
  const { toggleNotification } = useNotification();
  const [typed, setTyped] = useState(price ? asTyped(price.priceCents, locale) : '');
  const [vat, setVat] = useState(percentage(price?.vatBasisPoints ?? USUAL_VAT, locale));
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  const priceCents = hundredths(typed);
  const vatBasisPoints = hundredths(vat);
  const priceFits = priceCents !== null && priceCents <= MOST_CENTS;
  const vatFits = vatBasisPoints !== null && vatBasisPoints <= MOST_VAT;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (!priceFits || !vatFits) return;
    setBusy(true);
    try {
      await enterPrice(venue, { validFrom: month, priceCents, vatBasisPoints });
      toggleNotification({ type: 'success', message: t('month.priceSaved') });
      await saved();
      close();
    } catch (error) {
      setRefusal(sentence(error));
      setBusy(false);
    }
  }

  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && close()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('common.close')}>
          <Modal.Title>{t('month.priceTitle', { month: monthName(month, locale) })}</Modal.Title>
        </Modal.Header>
        <form onSubmit={(event) => void save(event)} noValidate>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Field.Root
                name="price"
                required
                hint={t('month.priceHint')}
                error={(typed !== '' && !priceFits && t('month.priceInvalid')) || refusal}
              >
                <Field.Label>{t('month.price')}</Field.Label>
                <TextInput
                  inputMode="decimal"
                  autoComplete="off"
                  value={typed}
                  onChange={({ currentTarget }) => {
                    setTyped(currentTarget.value);
                    setRefusal('');
                  }}
                />
                <Field.Error />
                <Field.Hint />
              </Field.Root>
              <Field.Root
                name="vat"
                required
                hint={t('month.vatHint')}
                error={!vatFits && t('month.vatInvalid')}
              >
                <Field.Label>{t('month.vat')}</Field.Label>
                <TextInput
                  inputMode="decimal"
                  autoComplete="off"
                  value={vat}
                  onChange={({ currentTarget }) => setVat(currentTarget.value)}
                />
                <Field.Error />
                <Field.Hint />
              </Field.Root>
            </Flex>
          </Modal.Body>
          <Modal.Footer gap={3}>
            <Button type="button" variant="tertiary" onClick={close}>
              {t('common.back')}
            </Button>
            <Button type="submit" loading={busy} disabled={!priceFits || !vatFits}>
              {t('month.savePrice')}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
