import { Combobox, ComboboxOption, Field } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { useChoices } from '../../api/choices';
import type { FoundCustomer } from '../../api/choices';
import { useLoaded } from '../../api/use-loaded';
import { useText } from '../../components/use-text';

const PAUSE_MS = 250;

function nameOf({ firstName, lastName }: FoundCustomer): string {
  return `${firstName} ${lastName}`;
}

interface Props {
  chosen: FoundCustomer | null;
  choose: (customer: FoundCustomer | null) => void;
}

/** Finds a customer by words of the name or the e-mail address. */
export function CustomerSearch({ chosen, choose }: Props) {
  const { t } = useText();
  const { findCustomers } = useChoices();
  const [typed, setTyped] = useState('');
  const words = useDebounce(typed.trim(), PAUSE_MS);
  const load = useCallback(
    async () => (words === '' ? [] : findCustomers(words)),
    [findCustomers, words],
  );
  const { value: found, error, loading } = useLoaded(load);
  const known = (found ?? []).filter(({ documentId }) => documentId !== chosen?.documentId);
  const options = chosen ? [chosen, ...known] : known;
  return (
    <Field.Root name="customer" error={error === null ? undefined : t('failure.unreachable')}>
      <Field.Label>{t('signIn.customer')}</Field.Label>
      <Combobox
        key={chosen?.documentId ?? 'none'}
        autocomplete="none"
        placeholder={t('signIn.search')}
        value={chosen?.documentId ?? ''}
        loading={loading}
        loadingMessage={t('common.loading')}
        noOptionsMessage={() => t(words === '' ? 'signIn.typeName' : 'signIn.nobodyFound')}
        clearLabel={t('signIn.clear')}
        onInputChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onClear={() => {
          choose(null);
          setTyped('');
        }}
        onChange={(value) => choose(options.find(({ documentId }) => documentId === value) ?? null)}
      >
        {options.map((customer) => (
          <ComboboxOption
            key={customer.documentId}
            value={customer.documentId}
            textValue={nameOf(customer)}
          >
            {customer.email ? `${nameOf(customer)} (${customer.email})` : nameOf(customer)}
          </ComboboxOption>
        ))}
      </Combobox>
      <Field.Error />
    </Field.Root>
  );
}
