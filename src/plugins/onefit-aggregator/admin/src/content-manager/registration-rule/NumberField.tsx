import { Field, NumberInput } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';

interface Props {
  /** the field of the entry that is edited */
  name: string;
  label: string;
  hint?: string;
  required?: boolean;
  disabled?: boolean | undefined;
}

/** A whole number of the entry that is edited. */
export function NumberField({ name, label, hint, required = false, disabled }: Props) {
  const { locale } = useIntl();
  const { value, error, onChange } = useField<number | null>(name);
  return (
    <Field.Root name={name} hint={hint} error={error} required={required}>
      <Field.Label>{label}</Field.Label>
      <NumberInput
        locale={locale}
        disabled={disabled === true}
        {...(typeof value === 'number' && { value })}
        onValueChange={(entered) => onChange(name, entered ?? null)}
      />
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
}
