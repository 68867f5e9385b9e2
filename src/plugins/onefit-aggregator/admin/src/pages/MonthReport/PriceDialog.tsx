import { Button, Field, Flex, Modal, TextInput } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { MonthReport, VisitPrice } from '../../../../shared/month-report';
import { monthAfter } from '../../../../shared/months';
import { useFailure } from '../../api/failure';
import { useMonthReports } from '../../api/month-report';
import { Choice } from '../../components/Choice';
import { useText } from '../../components/use-text';
import { Warning } from '../../components/Warning';
import { asTyped, hundredths, percentage } from './money';
import { monthName } from './months';

/** What Onefit invoiced with in the Netherlands; source: docs/month-report.md. */
const USUAL_VAT = 900;
const MOST_CENTS = 1_000_000;
const MOST_VAT = 10_000;

interface Props {
  report: MonthReport;
  close: () => void;
  saved: () => Promise<void>;
}

/** The months from which a price can hold: an open one, and the one after it, to enter it ahead. */
function choosableMonths({ month, isFinal }: MonthReport): string[] {
  return isFinal ? [month] : [month, monthAfter(month)];
}

/** The price that holds from a month on as it is entered so far. */
function priceFrom({ month, price, priceAhead }: MonthReport, from: string): VisitPrice | null {
  return from === month ? price : (priceAhead ?? price);
}

/** Asks for the price of a visit that was agreed with Onefit, and from which month on it holds. */
export function PriceDialog({ report, close, saved }: Props) {
  const { t, locale } = useText();
  const { sentence } = useFailure();
  const { enterPrice } = useMonthReports();
  const { toggleNotification } = useNotification();
  const { month, isFinal } = report;
  const months = choosableMonths(report);
  const [from, setFrom] = useState(month);
  const [entered, enter] = useState<{ price?: string; vat?: string }>({});
  const known = priceFrom(report, from);
  const typed = entered.price ?? (known ? asTyped(known.priceCents, locale) : '');
  const vat = entered.vat ?? percentage(known?.vatBasisPoints ?? USUAL_VAT, locale);
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
      await enterPrice(report.venue.documentId, { validFrom: from, priceCents, vatBasisPoints });
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
          <Modal.Title>{t('month.priceTitle', { month: monthName(from, locale) })}</Modal.Title>
        </Modal.Header>
        <form onSubmit={(event) => void save(event)} noValidate>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              {isFinal && (
                <Warning sentence={t('month.priceOnce', { month: monthName(month, locale) })} />
              )}
              {months.length > 1 && (
                <Choice
                  name="validFrom"
                  label={t('month.priceFrom')}
                  value={from}
                  options={months.map((value) => ({ value, label: monthName(value, locale) }))}
                  choose={(chosen) => {
                    setFrom(chosen);
                    setRefusal('');
                  }}
                />
              )}
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
                    enter({ ...entered, price: currentTarget.value });
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
                  onChange={({ currentTarget }) => enter({ ...entered, vat: currentTarget.value })}
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
