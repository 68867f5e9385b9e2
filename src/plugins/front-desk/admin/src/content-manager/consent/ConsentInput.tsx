import { Checkbox, Field, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useForm } from '@strapi/strapi/admin';
import type { FieldValue, InputProps } from '@strapi/strapi/admin';
import { useText } from '../../components/use-text';
import type { TextKey } from '../../components/use-text';
import { feltChange } from './felt-change';
import type { FormValues } from './felt-change';

const QUESTIONS: Record<'moves' | 'cancels' | 'rule', TextKey> = {
  moves: 'consent.moves',
  cancels: 'consent.cancels',
  rule: 'consent.rule',
};

type Props = Pick<InputProps, 'name' | 'disabled'> & FieldValue<boolean | null>;

/**
 * The question whether staff mean an edit that customers feel: it appears with the edit that calls
 * for it, and the tick goes with the form. Nothing is drawn where nothing is asked.
 */
export default function ConsentInput({ name, disabled, value, error, onChange }: Props) {
  const { t } = useText();
  const before = useForm<FormValues>('ConsentInput', (form) => form.initialValues);
  const now = useForm<FormValues>('ConsentInput', (form) => form.values);
  const change = feltChange(before, now);
  if (change === null) return null;
  const booked = Number(before.booked ?? 0);
  const onefit = Number(before.bookedByAggregator ?? 0);
  return (
    <Field.Root name={name} error={error}>
      <Flex
        direction="column"
        alignItems="stretch"
        gap={3}
        padding={3}
        hasRadius
        background="warning100"
        borderColor="warning200"
      >
        <Flex gap={2} alignItems="flex-start" role="status">
          <WarningCircle fill="warning700" aria-hidden style={{ flexShrink: 0 }} />
          <Typography textColor="neutral800">
            {t(QUESTIONS[change], { booked, own: booked - onefit, onefit })}
          </Typography>
        </Flex>
        <Checkbox
          checked={value === true}
          disabled={disabled}
          onCheckedChange={(checked) => onChange(name, checked === true)}
        >
          {t('consent.label')}
        </Checkbox>
        <Field.Error />
      </Flex>
    </Field.Root>
  );
}
