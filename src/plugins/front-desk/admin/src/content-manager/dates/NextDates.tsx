import { Box, Flex, Typography } from '@strapi/design-system';
import type { NextDates as Dates } from '../../api/dates';
import { useFailure } from '../../api/failure';
import type { Loaded } from '../../api/use-loaded';
import { useTimes } from '../../components/times';
import { useText } from '../../components/use-text';

interface Props {
  next: Loaded<Dates>;
  /** something is missing, so that there is no rule to ask about */
  incomplete: boolean;
  /** there is no rule at all */
  blank: boolean;
}

function List({ dates, timeZone }: Pick<Dates, 'dates'> & { timeZone: string }) {
  const times = useTimes(timeZone);
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
      {dates.map(({ startsAt, endsAt }) => (
        <Typography tag="li" key={startsAt}>
          {times.daySpan(startsAt, endsAt)}
        </Typography>
      ))}
    </Flex>
  );
}

/** What the rule would give, before it is saved. Nothing is drawn where there is no rule. */
export function NextDates({ next, incomplete, blank }: Props) {
  const { t } = useText();
  const { sentence } = useFailure();
  if (blank) return null;
  const { value, error } = next;
  const { timeZone = null, dates = [], problem = null } = value ?? {};
  function told(): string | null {
    if (incomplete) return t('dates.incomplete');
    if (error) return sentence(error);
    if (problem) return t('dates.noneWhileWrong');
    if (value && timeZone !== null && dates.length === 0) return t('dates.noneToCome');
    return null;
  }
  const sentenceTold = told();
  if (!sentenceTold && (timeZone === null || dates.length === 0)) return null;
  return (
    <Box padding={4} hasRadius background="neutral100">
      <Flex direction="column" alignItems="stretch" gap={2} role="status">
        <Typography variant="pi" fontWeight="bold" tag="h3">
          {t('dates.next')}
        </Typography>
        {sentenceTold ? (
          <Typography>{sentenceTold}</Typography>
        ) : (
          timeZone !== null && <List dates={dates} timeZone={timeZone} />
        )}
      </Flex>
    </Box>
  );
}
