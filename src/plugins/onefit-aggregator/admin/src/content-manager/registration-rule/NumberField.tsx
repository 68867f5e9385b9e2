import { useField } from '@strapi/strapi/admin';
import { NumberBox } from './NumberBox';

interface Props {
  /** the field of the entry that is edited */
  name: string;
  label: string;
  hint?: string;
  required?: boolean;
  disabled?: boolean | undefined;
}

/** A whole number of the entry that is edited; an emptied one is none. */
export function NumberField({ name, ...props }: Props) {
  const { value, error, onChange } = useField<number | null>(name);
  return (
    <NumberBox
      {...props}
      name={name}
      value={value ?? undefined}
      error={error}
      enter={(entered) => onChange(name, entered ?? null)}
    />
  );
}
