import { Box, Flex } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';
import { Choice } from '../../components/Choice';
import { useText } from '../../components/use-text';
import { NumberBox } from './NumberBox';
import { SPOT_LIMIT } from './spot-limit';
import { useSpotLimit } from './use-spot-limit';

/** What is proposed when staff first set a limit: a quarter of the spots, at least one. */
function proposedLimit(capacity: number | null | undefined): number {
  return Math.max(1, Math.round((capacity ?? 0) / 4));
}

/** How many spots aggregators may book: as many as are free, or at most so many. */
export function SpotChoice({ disabled }: { disabled?: boolean | undefined }) {
  const { t } = useText();
  const { limit, isMissing, error, enter, free } = useSpotLimit();
  const capacity = useField<number | null>('capacity').value;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Choice
        name="aggregatorSpots"
        label={t('rule.spots')}
        value={limit === null ? 'free' : 'limited'}
        disabled={disabled}
        options={[
          { value: 'free', label: t('rule.spotsFree'), help: t('rule.spotsFreeHelp') },
          { value: 'limited', label: t('rule.spotsLimited'), help: t('rule.spotsLimitedHelp') },
        ]}
        choose={(chosen) => (chosen === 'limited' ? enter(proposedLimit(capacity)) : free())}
      />
      {limit !== null && (
        <Box maxWidth="28rem" paddingLeft={7}>
          <NumberBox
            name={SPOT_LIMIT}
            label={t('rule.spotsAtMost')}
            required
            disabled={disabled}
            value={isMissing ? undefined : limit}
            error={isMissing ? t('rule.spotsMissing') : error}
            enter={enter}
            {...(typeof capacity === 'number' && { hint: t('rule.spotsOf', { capacity }) })}
          />
        </Box>
      )}
    </Flex>
  );
}
