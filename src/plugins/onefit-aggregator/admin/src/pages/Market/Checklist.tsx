import { Box, Flex, Typography } from '@strapi/design-system';
import type { ExtensionOrder } from '../../api/extension-order';
import type { Market } from '../../api/market';
import { Panel } from '../../components/Panel';
import { Progress } from '../../components/Progress';
import { ownZone } from '../../components/times';
import { useText } from '../../components/use-text';
import { ChecklistItem } from './ChecklistItem';
import { StepAction } from './StepAction';
import { stepsOf } from './steps';
import { useStepText } from './use-step-text';

interface Props {
  market: Market;
  order: ExtensionOrder;
  mayTick: boolean;
  reload: () => Promise<void>;
}

/** The way to the first booking, with what is done. */
export function Checklist({ market, order, mayTick, reload }: Props) {
  const { t } = useText();
  const zone = market.venues[0]?.timeZone ?? ownZone();
  const textOf = useStepText(order, zone);
  const steps = stepsOf(market);
  const done = steps.filter((step) => step.done).length;
  const next = steps.find((step) => !step.done)?.step;
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
      <Box paddingTop={3}>
        <Progress
          done={done}
          all={steps.length}
          label={t('steps.list')}
          text={t('steps.progress', { done, all: steps.length })}
        />
      </Box>
      <Flex tag="ol" direction="column" alignItems="stretch" paddingTop={5} gap={5}>
        {steps.map((step) => (
          <ChecklistItem
            key={step.step}
            done={step.done}
            isNext={step.step === next}
            {...textOf(step)}
          >
            <StepAction step={step} venues={market.venues} mayTick={mayTick} reload={reload} />
          </ChecklistItem>
        ))}
      </Flex>
      <Typography variant="pi" textColor="neutral600" tag="p" paddingTop={5}>
        {t('common.zone', { zone })}
      </Typography>
    </Panel>
  );
}
