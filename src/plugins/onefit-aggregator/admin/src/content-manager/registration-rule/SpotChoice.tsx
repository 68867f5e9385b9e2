import { Box, Flex } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';
import { useText } from '../../components/use-text';
import { Choice } from './Choice';
import { NumberField } from './NumberField';

const LIMIT = 'aggregatorSpotLimit';

/** What is proposed when staff first set a limit: a quarter of the spots, at least one. */
function proposedLimit(capacity: number | null | undefined): number {
  return Math.max(1, Math.round((capacity ?? 0) / 4));
}

/** How many spots aggregators may book: as many as are free, or at most so many. */
export function SpotChoice({ disabled }: { disabled?: boolean | undefined }) {
  const { t } = useText();
  const limit = useField<number | null>(LIMIT);
  const capacity = useField<number | null>('capacity').value;
  const isLimited = limit.value !== null && limit.value !== undefined;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Choice
        name="aggregatorSpots"
        label={t('rule.spots')}
        value={isLimited ? 'limited' : 'free'}
        disabled={disabled}
        options={[
          { value: 'free', label: t('rule.spotsFree'), help: t('rule.spotsFreeHelp') },
          { value: 'limited', label: t('rule.spotsLimited'), help: t('rule.spotsLimitedHelp') },
        ]}
        choose={(chosen) =>
          limit.onChange(LIMIT, chosen === 'limited' ? proposedLimit(capacity) : null)
        }
      />
      {isLimited && (
        <Box maxWidth="28rem" paddingLeft={7}>
          <NumberField
            name={LIMIT}
            label={t('rule.spotsAtMost')}
            disabled={disabled}
            {...(typeof capacity === 'number' && { hint: t('rule.spotsOf', { capacity }) })}
          />
        </Box>
      )}
    </Flex>
  );
}
