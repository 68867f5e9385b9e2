import { useCallback } from 'react';
import { Typography } from '@strapi/design-system';
import { useFailure } from '../../api/failure';
import { useSessions } from '../../api/sessions';
import { useLoaded } from '../../api/use-loaded';
import { useText } from '../../components/use-text';
import { StandingDetails } from './StandingDetails';

const EVERY_MS = 5_000;

interface Props {
  documentId: string;
  maySync: boolean;
}

/** Loads where an appointment stands with Onefit, again every five seconds. */
export function SessionStanding({ documentId, maySync }: Props) {
  const { t } = useText();
  const { sentence } = useFailure();
  const { find } = useSessions();
  const load = useCallback(() => find(documentId), [find, documentId]);
  const { value, error, reload } = useLoaded(load, EVERY_MS);
  if (value) return <StandingDetails session={value} maySync={maySync} reload={reload} />;
  return (
    <Typography role="status">{error === null ? t('common.loading') : sentence(error)}</Typography>
  );
}
