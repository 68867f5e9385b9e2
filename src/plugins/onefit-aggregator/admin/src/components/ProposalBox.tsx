import { Button, Flex, LinkButton, Typography } from '@strapi/design-system';
import { Information } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useCustomers } from '../api/customers';
import type { Proposal } from '../api/customers';
import { useFailure } from '../api/failure';
import { mergePath } from '../paths';
import { ownZone, useTimes } from './times';
import { useText } from './use-text';

/** Beside an entry there is little room: the words may take two lines. */
const TALL_ENOUGH = { height: 'auto', minHeight: '3.2rem' };

interface Props {
  proposal: Proposal;
  /** whose profile is open; left out where both are named */
  customer?: string;
  decided: () => Promise<void>;
}

function nameOf({ firstName, lastName }: Proposal['customer']): string {
  return `${firstName} ${lastName}`;
}

/** Says that two customers may be one person, and why; staff compare them or say that they are not. */
export function ProposalBox({ proposal, customer, decided }: Props) {
  const { t } = useText();
  const { sentence } = useFailure();
  const { dismiss } = useCustomers();
  const { date } = useTimes(ownZone());
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = useState(false);
  const { customer: made, other: known, proposedAt } = proposal;
  const values = { name: nameOf(made), other: nameOf(known), date: date(proposedAt) };

  const text = () => {
    if (customer === undefined) return t('same.both', values);
    return customer === known.documentId
      ? t('same.made', values)
      : t('same.known', { other: values.other });
  };

  async function differ() {
    setBusy(true);
    try {
      await dismiss(proposal.documentId);
      toggleNotification({ type: 'success', message: t('same.dismissed') });
    } catch (error) {
      toggleNotification({ type: 'warning', message: sentence(error) });
    }
    setBusy(false);
    await decided();
  }

  return (
    <Flex
      direction="column"
      alignItems="stretch"
      gap={3}
      padding={3}
      hasRadius
      background="neutral100"
      borderColor="neutral200"
      width="100%"
    >
      <Flex gap={2} alignItems="flex-start">
        <Information fill="neutral600" aria-hidden style={{ flexShrink: 0, marginTop: '0.3rem' }} />
        <Typography style={{ overflowWrap: 'anywhere' }}>{text()}</Typography>
      </Flex>
      <Flex gap={2} wrap="wrap">
        <LinkButton
          tag={Link}
          to={mergePath(known.documentId, made.documentId)}
          variant="secondary"
          style={TALL_ENOUGH}
        >
          {t('same.compare')}
        </LinkButton>
        <Button type="button" variant="tertiary" loading={busy} onClick={() => void differ()}>
          {t('same.differ')}
        </Button>
      </Flex>
    </Flex>
  );
}
