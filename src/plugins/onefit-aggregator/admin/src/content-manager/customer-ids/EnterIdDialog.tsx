import { Button, Field, Flex, Modal, TextInput } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useCustomerIds } from '../../api/customer-ids';
import type { CustomerId } from '../../api/customer-ids';
import type { Holder } from '../../api/customers';
import { codeOf, detailsOf, useFailure } from '../../api/failure';
import { useText } from '../../components/use-text';
import type { Customer } from './doing';
import { TakenId } from './TakenId';
import { useHolder } from './use-holder';

/** The form of an ID that Onefit gives its members; source: docs/onefit-api.md, "Ids". */
const FORM = /^[A-Za-z0-9._:-]{1,64}$/;

function holderIn(error: unknown): Holder | null {
  if (codeOf(error) !== 'aggregator_id_taken') return null;
  const { holder } = detailsOf(error);
  return typeof holder === 'object' && holder !== null ? (holder as Holder) : null;
}

interface Props {
  customer: Customer;
  /** the ID to change; null = the first one is entered */
  held: CustomerId | null;
  /** whether two customers may be made one, and it may be asked who holds an ID */
  mayMerge: boolean;
  close: () => void;
}

/** Asks for the Onefit ID, checks its form while it is typed, and says who has it when it is taken. */
export function EnterIdDialog({ customer, held, mayMerge, close }: Props) {
  const { t } = useText();
  const { sentence } = useFailure();
  const { enter, change } = useCustomerIds();
  const { toggleNotification } = useNotification();
  const [typed, setTyped] = useState(held?.externalId ?? '');
  const [refusal, setRefusal] = useState<{ text: string; holder: Holder | null } | null>(null);
  const [busy, setBusy] = useState(false);
  const id = typed.trim();
  const isWellFormed = FORM.test(id);
  const formError = id !== '' && !isWellFormed && t('refusal.idInvalid');
  const known = useHolder(mayMerge && isWellFormed ? id : '', customer.documentId);
  const holder = refusal?.holder ?? known;
  const taken = holder && t('ids.taken', { name: holder.name });

  async function save(event: FormEvent) {
    event.preventDefault();
    // The dialog stands inside the content manager's own form, which must not be saved with it.
    event.stopPropagation();
    if (!isWellFormed || holder) return;
    setBusy(true);
    try {
      await (held ? change(held.documentId, id) : enter(customer, id));
      toggleNotification({ type: 'success', message: t('ids.saved') });
      close();
    } catch (error) {
      setRefusal({ text: sentence(error), holder: holderIn(error) });
      setBusy(false);
    }
  }

  return (
    <Modal.Root open onOpenChange={(open) => !open && close()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('common.close')}>
          <Modal.Title>{t(held ? 'ids.change' : 'ids.enter')}</Modal.Title>
        </Modal.Header>
        <form onSubmit={(event) => void save(event)} noValidate>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={3}>
              <Field.Root
                name="externalId"
                required
                hint={t('ids.hint')}
                error={formError || taken || refusal?.text}
              >
                <Field.Label>{t('ids.label')}</Field.Label>
                <TextInput
                  autoComplete="off"
                  value={typed}
                  onChange={({ currentTarget }) => {
                    setTyped(currentTarget.value);
                    setRefusal(null);
                  }}
                />
                <Field.Error />
                <Field.Hint />
              </Field.Root>
              {holder && (
                <TakenId holder={holder} customer={customer.documentId} mayMerge={mayMerge} />
              )}
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button type="button" variant="tertiary" onClick={close}>
              {t('common.back')}
            </Button>
            <Button type="submit" loading={busy} disabled={!isWellFormed || holder !== null}>
              {t('ids.save')}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
