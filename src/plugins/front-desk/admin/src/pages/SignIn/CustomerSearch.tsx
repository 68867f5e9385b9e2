import { Field, IconButton, TextInput } from '@strapi/design-system';
import { Cross, Search } from '@strapi/icons';
import { useDebounce } from '@strapi/strapi/admin';
import { useCallback, useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useChoices } from '../../api/choices';
import type { FoundCustomer } from '../../api/choices';
import { useLoaded } from '../../api/use-loaded';
import { useText } from '../../components/use-text';
import { FoundCustomers } from './FoundCustomers';

const PAUSE_MS = 200;

interface Props {
  chosen: FoundCustomer | null;
  choose: (customer: FoundCustomer | null) => void;
  /** ids of customers who have a place already */
  placed: ReadonlySet<string>;
  /** goes on with somebody who is not a customer yet */
  enterNew: (typed: string) => void;
}

export function fullName({ firstName, lastName }: Pick<FoundCustomer, 'firstName' | 'lastName'>) {
  return `${firstName} ${lastName}`;
}

/**
 * Finds a customer while one types: a combobox with ↑ ↓, Enter and Escape. Its last choice is to
 * enter somebody new.
 */
export function CustomerSearch({ chosen, choose, placed, enterNew }: Props) {
  const { t } = useText();
  const { findCustomers } = useChoices();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [marked, setMarked] = useState(0);
  const words = useDebounce(typed.trim(), PAUSE_MS);
  const load = useCallback(
    async () => (words === '' ? [] : findCustomers(words)),
    [findCustomers, words],
  );
  const { value, error, loading } = useLoaded(load);
  const found = value ?? [];
  const shows = open && typed.trim() !== '';
  const last = found.length;
  const optionId = (index: number) => `${listId}-${index}`;

  function take(index: number) {
    const customer = found[index];
    setOpen(false);
    setTyped('');
    if (customer) choose(customer);
    else enterNew(typed.trim());
  }

  function clear() {
    choose(null);
    setTyped('');
    setOpen(false);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && shows) setMarked((marked + step + last + 1) % (last + 1));
    else if (step) setOpen(true);
    else if (event.key === 'Enter' && shows && words === typed.trim() && !loading) take(marked);
    else if (event.key === 'Escape' && (shows || chosen)) clear();
    else return;
    event.preventDefault();
  }

  return (
    <Field.Root name="customer" error={error === null ? undefined : t('failure.unreachable')}>
      <Field.Label>{t('signIn.customer')}</Field.Label>
      <div
        style={{ position: 'relative' }}
        onBlur={({ currentTarget, relatedTarget }) => {
          if (!currentTarget.contains(relatedTarget)) setOpen(false);
        }}
      >
        <TextInput
          role="combobox"
          autoComplete="off"
          aria-autocomplete="list"
          aria-expanded={shows}
          aria-controls={listId}
          aria-activedescendant={shows ? optionId(marked) : undefined}
          placeholder={t('signIn.search')}
          value={chosen ? fullName(chosen) : typed}
          startAction={<Search fill="neutral500" aria-hidden />}
          endAction={
            (chosen !== null || typed !== '') && (
              <IconButton variant="ghost" label={t('signIn.clear')} onClick={clear}>
                <Cross />
              </IconButton>
            )
          }
          onChange={({ currentTarget }) => {
            if (chosen) choose(null);
            setTyped(currentTarget.value);
            setMarked(0);
            setOpen(true);
          }}
          onFocus={() => setOpen(true)}
          onKeyDown={onKeyDown}
        />
        {shows && (
          <FoundCustomers
            id={listId}
            found={found}
            loading={loading || words !== typed.trim()}
            typed={typed.trim()}
            marked={marked}
            placed={placed}
            optionId={optionId}
            mark={setMarked}
            take={take}
          />
        )}
      </div>
      <Field.Error />
    </Field.Root>
  );
}
