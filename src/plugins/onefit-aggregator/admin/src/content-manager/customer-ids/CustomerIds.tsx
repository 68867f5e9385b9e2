import { useCallback, useState } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { useCustomerIds } from '../../api/customer-ids';
import { useFailure } from '../../api/failure';
import { useLoaded } from '../../api/use-loaded';
import { useText } from '../../components/use-text';
import { CustomerIdRow } from './CustomerIdRow';
import { EnterIdDialog } from './EnterIdDialog';
import { Proposals } from './Proposals';
import { RemoveIdDialog } from './RemoveIdDialog';
import type { Allowed, Customer, Doing } from './doing';

/** The Onefit ID of a customer, with a menu to enter, change or remove it. */
export function CustomerIds({ customer, may }: { customer: Customer; may: Allowed }) {
  const { t } = useText();
  const { sentence } = useFailure();
  const { list } = useCustomerIds();
  const load = useCallback(() => list(customer.documentId), [list, customer.documentId]);
  const { value, error, reload } = useLoaded(load);
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => {
    setDoing(null);
    void reload();
  };
  if (!value) {
    return (
      <Typography role="status">
        {error === null ? t('common.loading') : sentence(error)}
      </Typography>
    );
  }
  const rows = value.length > 0 ? value : [null];
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      {rows.map((held) => (
        <CustomerIdRow key={held?.documentId ?? 'none'} held={held} may={may} start={setDoing} />
      ))}
      <Typography variant="pi" textColor="neutral600">
        {t('ids.help')}
      </Typography>
      {may.merge && <Proposals customer={customer.documentId} />}
      {doing?.what === 'remove' && <RemoveIdDialog held={doing.held} close={close} />}
      {doing?.what === 'enter' && (
        <EnterIdDialog customer={customer} held={doing.held} mayMerge={may.merge} close={close} />
      )}
    </Flex>
  );
}
