import { Flex, Typography } from '@strapi/design-system';
import { usePersistentState } from '@strapi/strapi/admin';
import { Panel } from '../../components/Panel';
import { useText } from '../../components/use-text';
import { useVenueZone } from '../../components/use-venue-zone';
import { ChecklistItem } from './ChecklistItem';
import { StepAction } from './StepAction';
import { stepsOf } from './steps';
import type { Facts } from './steps';

/** The way to the first booking, with what is done. */
export function Checklist(props: Omit<Facts, 'idsCopied'>) {
  const { t } = useText();
  const [idsCopied, setIdsCopied] = usePersistentState('onefit-ids-copied', false);
  const steps = stepsOf({ ...props, idsCopied });
  const done = steps.filter((step) => step.done).length;
  const venueZone = useVenueZone();
  const zone = props.status?.venues[0]?.timeZone ?? venueZone;
  return (
    <Panel>
      <Flex justifyContent="space-between" gap={2} wrap="wrap">
        <Typography variant="delta" tag="h2">
          {t('steps.list')}
        </Typography>
        <Typography variant="pi" textColor="neutral600" role="status">
          {t('steps.progress', { done, all: steps.length })}
        </Typography>
      </Flex>
      <Flex tag="ol" direction="column" alignItems="stretch" paddingTop={4} gap={4}>
        {steps.map(({ step, done: ticked }) => (
          <ChecklistItem
            key={step}
            step={step}
            done={ticked}
            orderedAt={props.order?.orderedAt ?? null}
            timeZone={zone}
          >
            <StepAction
              step={step}
              venues={props.status?.venues ?? []}
              onCopied={() => setIdsCopied(true)}
            />
          </ChecklistItem>
        ))}
      </Flex>
      <Typography variant="pi" textColor="neutral600" tag="p" paddingTop={4}>
        {t('common.zone', { zone })}
      </Typography>
    </Panel>
  );
}
