import { useCallback } from 'react';
import { useCustomers } from '../../api/customers';
import { useLoaded } from '../../api/use-loaded';
import { ProposalBox } from '../../components/ProposalBox';

/** The customers who may be the same person as this one; nothing where there is none. */
export function Proposals({ customer }: { customer: string }) {
  const { proposals } = useCustomers();
  const load = useCallback(() => proposals(customer), [proposals, customer]);
  const { value, reload } = useLoaded(load);
  return (
    <>
      {(value ?? []).map((proposal) => (
        <ProposalBox
          key={proposal.documentId}
          proposal={proposal}
          customer={customer}
          decided={reload}
        />
      ))}
    </>
  );
}
