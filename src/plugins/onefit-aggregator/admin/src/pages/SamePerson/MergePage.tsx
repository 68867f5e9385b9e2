import { Button, Flex } from '@strapi/design-system';
import { ArrowsCounterClockwise } from '@strapi/icons';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { useCustomers } from '../../api/customers';
import type { ProfileField } from '../../api/profile-fields';
import { useLoaded } from '../../api/use-loaded';
import { Loading } from '../../components/Loading';
import { LoadFailure } from '../../components/LoadFailure';
import { useText } from '../../components/use-text';
import { SAME_PERSON_PATH } from '../../paths';
import { MergeButton } from './MergeButton';
import { MovingPlaces } from './MovingPlaces';
import { ProfileChoice } from './ProfileChoice';
import { initialTake } from './initial-take';

interface Props {
  /** document id of the one who stays */
  keep: string;
  /** document id of the one who goes */
  drop: string;
  swap: () => void;
}

/** Two customers side by side: what is kept of each, what moves, and making them one. */
export function MergePage({ keep, drop, swap }: Props) {
  const { t } = useText();
  const { compare } = useCustomers();
  const load = useCallback(() => compare(keep, drop), [compare, keep, drop]);
  const { value, error, reload } = useLoaded(load);
  const [chosen, setChosen] = useState<ProfileField[] | null>(null);
  const take = chosen ?? (value ? initialTake(value) : []);
  return (
    <Page.Main>
      <Page.Title>{t('merge.title')}</Page.Title>
      <Layouts.Header
        navigationAction={<BackButton fallback={SAME_PERSON_PATH} />}
        title={t('merge.title')}
        subtitle={t('merge.subtitle')}
        primaryAction={
          <Button
            type="button"
            variant="tertiary"
            startIcon={<ArrowsCounterClockwise />}
            onClick={swap}
          >
            {t('merge.swap')}
          </Button>
        }
      />
      <Layouts.Content>
        {!value && (error === null ? <Loading /> : <LoadFailure error={error} retry={reload} />)}
        {value && (
          <Flex direction="column" alignItems="stretch" gap={4} maxWidth="96rem">
            <ProfileChoice comparison={value} take={take} choose={setChosen} />
            <MovingPlaces comparison={value} />
            <MergeButton comparison={value} take={take} />
          </Flex>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}
