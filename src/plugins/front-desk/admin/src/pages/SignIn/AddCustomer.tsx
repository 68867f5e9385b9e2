import {
  Box,
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useChoices } from '../../api/choices';
import type { FoundCustomer } from '../../api/choices';
import { useSignInApi } from '../../api/sign-in';
import { useLoaded } from '../../api/use-loaded';
import { Panel } from '../../components/Panel';
import { useText } from '../../components/use-text';
import { CustomerSearch } from './CustomerSearch';
import { useDesk } from './use-desk';

interface Props {
  appointment: string;
  reload: () => Promise<void>;
}

/** Adds a customer of the venue: search, choose the product, add. */
export function AddCustomer({ appointment, reload }: Props) {
  const { t } = useText();
  const { book } = useSignInApi();
  const { products: loadProducts } = useChoices();
  const { value: products } = useLoaded(loadProducts);
  const desk = useDesk(reload);
  const [customer, setCustomer] = useState<FoundCustomer | null>(null);
  const [product, setProduct] = useState('');
  const [busy, setBusy] = useState(false);

  async function add(event: FormEvent) {
    event.preventDefault();
    if (!customer || product === '') return;
    const name = `${customer.firstName} ${customer.lastName}`;
    setBusy(true);
    const added = await desk(
      () => book(appointment, customer.documentId, product),
      t('signIn.added', { name }),
    );
    setBusy(false);
    if (added) setCustomer(null);
  }

  return (
    <Panel>
      <form onSubmit={(event) => void add(event)}>
        <Flex gap={4} wrap="wrap" alignItems="flex-end">
          <Box flex="2" minWidth="24rem">
            <CustomerSearch chosen={customer} choose={setCustomer} />
          </Box>
          <Box flex="1" minWidth="18rem">
            <Field.Root name="product">
              <Field.Label>{t('signIn.product')}</Field.Label>
              <SingleSelect
                placeholder={t('signIn.chooseProduct')}
                value={product}
                onChange={(value) => setProduct(String(value))}
              >
                {(products ?? []).map(({ documentId, name }) => (
                  <SingleSelectOption key={documentId} value={documentId}>
                    {name}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Field.Root>
          </Box>
          <Button
            type="submit"
            size="L"
            startIcon={<Plus />}
            loading={busy}
            disabled={customer === null || product === ''}
          >
            {t('signIn.add')}
          </Button>
        </Flex>
        {products?.length === 0 && (
          <Typography tag="p" variant="pi" paddingTop={2}>
            {t('signIn.noProducts')}
          </Typography>
        )}
      </form>
    </Panel>
  );
}
