import { Field, NumberInput } from '@strapi/design-system';
import { useIntl } from 'react-intl';

interface Props {
  name: string;
  label: string;
  hint?: string | undefined;
  required?: boolean | undefined;
  disabled?: boolean | undefined;
  /** undefined = the box is empty */
  value: number | undefined;
  error: string | undefined;
  enter: (entered: number | undefined) => void;
}

/** A box for a whole number, with what it means and what is wrong with it. */
export function NumberBox(props: Props) {
  const { name, label, hint, required = false, disabled, value, error, enter } = props;
  const { locale } = useIntl();
  return (
    <Field.Root name={name} hint={hint} error={error} required={required}>
      <Field.Label>{label}</Field.Label>
      <NumberInput
        locale={locale}
        disabled={disabled === true}
        {...(value !== undefined && { value })}
        onValueChange={enter}
      />
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
}
