import { Button, Field, Flex, Link, Modal, TextInput, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { useCustomerIds } from '../../api/customer-ids';
import type { CustomerId } from '../../api/customer-ids';
import { codeOf, detailsOf, useFailure } from '../../api/failure';
import { useText } from '../../components/use-text';
import { CUSTOMER, editPath } from '../../content-types';
import type { Customer } from './doing';

/** The form of an ID that Onefit gives its members; source: docs/onefit-api.md, "Ids". */
const FORM = /^[A-Za-z0-9._:-]{1,64}$/;

interface Holder {
  documentId: string;
  name: string;
}

function holderIn(error: unknown): Holder | null {
  if (codeOf(error) !== 'aggregator_id_taken') return null;
  const { holder } = detailsOf(error);
  return typeof holder === 'object' && holder !== null ? (holder as Holder) : null;
}

interface Props {
  customer: Customer;
  /** the ID to change; null = the first one is entered */
  held: CustomerId | null;
  close: () => void;
}

/** Asks for the Onefit ID, checks its form while it is typed, and says who has it when it is taken. */
export function EnterIdDialog({ customer, held, close }: Props) {
  const { t } = useText();
  const { sentence } = useFailure();
  const { enter, change } = useCustomerIds();
  const { toggleNotification } = useNotification();
  const [typed, setTyped] = useState(held?.externalId ?? '');
  const [refusal, setRefusal] = useState<{ text: string; holder: Holder | null } | null>(null);
  const [busy, setBusy] = useState(false);
  const id = typed.trim();
  const formError = id !== '' && !FORM.test(id) && t('refusal.idInvalid');

  async function save(event: FormEvent) {
    event.preventDefault();
    // The dialog stands inside the content manager's own form, which must not be saved with it.
    event.stopPropagation();
    if (!FORM.test(id)) return;
    setBusy(true);
    try {
      await (held ? change(held.documentId, id) : enter(customer, id));
      toggleNotification({ type: 'success', message: t('ids.saved') });
      close();
    } catch (error) {
      const holder = holderIn(error);
      setRefusal({
        text: holder ? t('ids.taken', { name: holder.name }) : sentence(error),
        holder,
      });
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
                error={formError || refusal?.text}
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
              {refusal?.holder && (
                <Typography role="alert">
                  {t('ids.takenHelp')}{' '}
                  <Link tag={RouterLink} to={editPath(CUSTOMER, refusal.holder.documentId)}>
                    {t('ids.openHolder', { name: refusal.holder.name })}
                  </Link>
                </Typography>
              )}
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button type="button" variant="tertiary" onClick={close}>
              {t('common.back')}
            </Button>
            <Button type="submit" loading={busy} disabled={!FORM.test(id)}>
              {t('ids.save')}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
