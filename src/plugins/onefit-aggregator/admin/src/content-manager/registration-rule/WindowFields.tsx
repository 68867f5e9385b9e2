import { Box } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useText } from '../../components/use-text';
import { NumberField } from './NumberField';

const Columns = styled(Box)`
  display: grid;
  gap: 1.6rem;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
`;

/** When booking opens and closes, and from when cancelling is late. */
export function WindowFields({ disabled }: { disabled?: boolean | undefined }) {
  const { t } = useText();
  return (
    <Columns>
      <NumberField
        name="bookingOpensHours"
        label={t('field.bookingOpensHours')}
        hint={t('rule.opensHint')}
        disabled={disabled}
      />
      <NumberField
        name="bookingClosesMinutes"
        label={t('field.bookingClosesMinutes')}
        hint={t('rule.closesHint')}
        required
        disabled={disabled}
      />
      <NumberField
        name="cancellationPeriodHours"
        label={t('field.cancellationPeriodHours')}
        hint={t('rule.lateHint')}
        required
        disabled={disabled}
      />
    </Columns>
  );
}
