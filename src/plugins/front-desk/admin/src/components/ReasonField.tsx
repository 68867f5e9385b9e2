import { Field, Textarea } from '@strapi/design-system';
import { useText } from './use-text';

const LONGEST_REASON = 500;

interface Props {
  reason: string;
  change: (reason: string) => void;
  /** whether it is said that one is missing */
  missing: boolean;
}

/** Why an appointment is cancelled; the customers who had a place read it. */
export function ReasonField({ reason, change, missing }: Props) {
  const { t } = useText();
  return (
    <Field.Root
      name="reason"
      required
      hint={t('cancel.reasonHint')}
      error={missing && t('cancel.reasonMissing')}
    >
      <Field.Label>{t('cancel.reason')}</Field.Label>
      <Textarea
        value={reason}
        maxLength={LONGEST_REASON}
        onChange={({ currentTarget }) => change(currentTarget.value)}
      />
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
}
