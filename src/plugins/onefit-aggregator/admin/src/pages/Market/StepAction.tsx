import { LinkButton } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import type { VenueStatus } from '../../api/status';
import { CopyButton } from '../../components/CopyButton';
import { useText } from '../../components/use-text';
import { ACTIVITY, listPath } from '../../content-types';
import type { Step } from './steps';

function asMessage(venues: VenueStatus[]): string {
  return venues
    .map(({ name, uuid, companyName, companyUuid }) =>
      [
        `Company: ${companyName ?? '-'}`,
        `Company UUID: ${companyUuid ?? '-'}`,
        `Venue: ${name}`,
        `Venue UUID: ${uuid}`,
      ].join('\n'),
    )
    .join('\n\n');
}

interface Props {
  step: Step;
  venues: VenueStatus[];
  onCopied: () => void;
}

/** The button that takes one on with a step; most steps only need waiting. */
export function StepAction({ step, venues, onCopied }: Props) {
  const { t } = useText();
  if (step === 'allowed') {
    return (
      <LinkButton tag={Link} to={listPath(ACTIVITY)} variant="secondary">
        {t('steps.openActivities')}
      </LinkButton>
    );
  }
  if (step === 'idsSent' && venues.length > 0) {
    return (
      <CopyButton text={asMessage(venues)} what={t('steps.bothIds')} onCopied={onCopied}>
        {t('steps.copyBoth')}
      </CopyButton>
    );
  }
  return null;
}
