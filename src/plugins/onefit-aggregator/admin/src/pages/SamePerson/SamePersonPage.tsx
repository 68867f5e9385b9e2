import { Page } from '@strapi/strapi/admin';
import { useSearchParams } from 'react-router-dom';
import { DECIDE_PROPOSALS } from '../../permissions';
import { MergePage } from './MergePage';
import { ProposalList } from './ProposalList';

/** Customers who may be one person: the list of proposals, or two of them side by side. */
export default function SamePersonPage() {
  const [params, setParams] = useSearchParams();
  const keep = params.get('keep');
  const drop = params.get('drop');
  return (
    <Page.Protect permissions={DECIDE_PROPOSALS}>
      {keep && drop ? (
        <MergePage
          key={`${keep} ${drop}`}
          keep={keep}
          drop={drop}
          swap={() => setParams({ keep: drop, drop: keep }, { replace: true })}
        />
      ) : (
        <ProposalList />
      )}
    </Page.Protect>
  );
}
