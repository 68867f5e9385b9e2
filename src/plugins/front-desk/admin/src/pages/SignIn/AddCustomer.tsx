import { Box, Button, Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { FoundCustomer, Product } from '../../api/choices';
import { Panel } from '../../components/Panel';
import { useText } from '../../components/use-text';
import { CustomerSearch, fullName } from './CustomerSearch';
import { NewCustomer } from './NewCustomer';
import type { Desk } from './use-desk';

/** An open visit: what it is paid with is chosen in the list, where it stands out until then. */
const LATER = 'later';

interface Props {
  appointment: string;
  products: Product[];
  /** ids of customers who have a place already */
  placed: ReadonlySet<string>;
  /** shows where in the list somebody stands who has a place already */
  showPlace: (customer: string) => void;
  desk: Desk;
}

/** Adds somebody: search or enter, choose the product now or later, add. */
export function AddCustomer({ appointment, products, placed, showPlace, desk }: Props) {
  const { t } = useText();
  const { book } = desk.api;
  const [customer, setCustomer] = useState<FoundCustomer | null>(null);
  const [product, setProduct] = useState(LATER);
  const [newOne, setNewOne] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  function choose(chosen: FoundCustomer | null) {
    setNewOne(null);
    if (chosen && placed.has(chosen.documentId)) showPlace(chosen.documentId);
    else setCustomer(chosen);
  }

  async function add(event: FormEvent) {
    event.preventDefault();
    if (!customer) return;
    const name = fullName(customer);
    setBusy(true);
    const added = await desk.act({
      name,
      work: () => book(appointment, customer.documentId, product === LATER ? null : product),
      done: t('signIn.added', { name }),
    });
    setBusy(false);
    if (!added) return;
    setCustomer(null);
    setProduct(LATER);
  }

  return (
    <Panel>
      <form onSubmit={(event) => void add(event)}>
        <Flex gap={4} wrap="wrap" alignItems="flex-end">
          <Box flex="2" minWidth="24rem">
            <CustomerSearch
              chosen={customer}
              choose={choose}
              placed={placed}
              enterNew={setNewOne}
            />
          </Box>
          <Box flex="1" minWidth="20rem">
            <Field.Root name="product">
              <Field.Label>{t('signIn.product')}</Field.Label>
              <SingleSelect value={product} onChange={(value) => setProduct(String(value))}>
                <SingleSelectOption value={LATER}>{t('signIn.productLater')}</SingleSelectOption>
                {products.map(({ documentId, name }) => (
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
            disabled={customer === null}
          >
            {t('signIn.add')}
          </Button>
        </Flex>
      </form>
      {newOne !== null && (
        <NewCustomer typed={newOne} choose={choose} close={() => setNewOne(null)} />
      )}
    </Panel>
  );
}
