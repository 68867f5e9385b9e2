import { Button, Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import type { ReportChoice } from '../../api/month-report';
import type { VenueStatus } from '../../api/status';
import { ownZone } from '../../components/times';
import { useText } from '../../components/use-text';
import { monthName, recentMonths } from './months';

interface Props {
  venues: VenueStatus[];
  choice: ReportChoice;
  choose: (choice: ReportChoice) => void;
  /** absent where the reader may not download it */
  download?: () => void;
}

/** Which venue and month the report is about, and the way to its file. */
export function ReportChoices({ venues, choice, choose, download }: Props) {
  const { t, locale } = useText();
  const zone = venues.find(({ documentId }) => documentId === choice.venue)?.timeZone ?? ownZone();
  return (
    <Flex gap={4} wrap="wrap" alignItems="flex-end">
      {venues.length > 1 && (
        <Field.Root name="venue">
          <Field.Label>{t('month.venue')}</Field.Label>
          <SingleSelect
            value={choice.venue}
            onChange={(venue) => choose({ ...choice, venue: String(venue) })}
          >
            {venues.map(({ documentId, name }) => (
              <SingleSelectOption key={documentId} value={documentId}>
                {name}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      )}
      <Field.Root name="month">
        <Field.Label>{t('month.month')}</Field.Label>
        <SingleSelect
          value={choice.month}
          onChange={(month) => choose({ ...choice, month: String(month) })}
        >
          {recentMonths(new Date(), zone).map((month) => (
            <SingleSelectOption key={month} value={month}>
              {monthName(month, locale)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      {download && (
        <Button type="button" variant="secondary" startIcon={<Download />} onClick={download}>
          {t('month.csv')}
        </Button>
      )}
    </Flex>
  );
}
