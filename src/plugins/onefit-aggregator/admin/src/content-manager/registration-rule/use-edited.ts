import { useForm } from '@strapi/strapi/admin';

type Values = Record<string, unknown>;

/**
 * The entry that the form around edits.
 *
 * @param fields those whose changes count
 */
export function useEdited(fields: string[]): { documentId: string | null; changed: boolean } {
  const values = useForm('RegistrationRules', (form) => form.values as Values);
  const initial = useForm('RegistrationRules', (form) => form.initialValues as Values);
  const { documentId } = initial;
  return {
    documentId: typeof documentId === 'string' ? documentId : null,
    changed: fields.some((field) => (values[field] ?? null) !== (initial[field] ?? null)),
  };
}
