import { Button, Flex, Typography } from '@strapi/design-system';
import { Information } from '@strapi/icons';
import type { FieldValue, InputProps } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useText } from '../../components/use-text';
import { NextDates } from './NextDates';
import { RuleText } from './RuleText';
import { INCOMPLETE } from './timetable/draft';
import { TimetableFields } from './TimetableFields';
import { useNextDates } from './use-next-dates';
import { useTimetable } from './use-timetable';

type Props = Pick<InputProps, 'name' | 'disabled' | 'hint' | 'label'> & FieldValue<string | null>;

/**
 * The dates of an activity: its weekly slots, or the text of a rule that slots cannot say, and what
 * they give. The form holds the text; nothing is written before somebody changes something.
 */
export default function DatesInput({ name, label, hint, disabled, value, error, onChange }: Props) {
  const { t } = useText();
  const text = value ?? '';
  const { timetable, change } = useTimetable(name, text, onChange);
  const [asText, setAsText] = useState(false);
  const next = useNextDates(text === INCOMPLETE ? '' : text);
  const timeZone = next.value?.timeZone ?? null;
  const showsText = asText || timetable === null;

  function zoneSaid(): string {
    if (timeZone !== null) return t('dates.zone', { zone: timeZone });
    // Whoever may not see the schedule is not told of the venue's clock, which counts all the same.
    return t(next.value ? 'dates.zoneUnknown' : 'dates.zoneUnnamed');
  }

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex direction="column" alignItems="stretch" gap={1}>
        <Typography variant="delta" tag="h2">
          {label}
        </Typography>
        {hint && <Typography textColor="neutral600">{hint}</Typography>}
        <Typography textColor="neutral600">{zoneSaid()}</Typography>
      </Flex>
      {timetable === null && (
        <Flex gap={2} alignItems="flex-start" padding={3} hasRadius background="neutral100">
          <Information fill="neutral600" aria-hidden style={{ flexShrink: 0 }} />
          <Typography>{t('dates.notShown')}</Typography>
        </Flex>
      )}
      {showsText ? (
        <RuleText
          name={name}
          text={text}
          disabled={disabled === true}
          problem={next.value?.problem ?? null}
          error={error}
          onChange={(entered) => onChange(name, entered === '' ? null : entered)}
        />
      ) : (
        <TimetableFields
          timetable={timetable}
          timeZone={timeZone}
          disabled={disabled === true}
          showsMissing={error !== undefined}
          change={change}
        />
      )}
      {!showsText && error !== undefined && text !== INCOMPLETE && (
        <Typography variant="pi" textColor="danger600">
          {error}
        </Typography>
      )}
      <NextDates next={next} incomplete={text === INCOMPLETE} blank={text.trim() === ''} />
      {timetable !== null && text !== INCOMPLETE && disabled !== true && (
        <Flex>
          <Button variant="tertiary" size="S" onClick={() => setAsText(!asText)}>
            {t(asText ? 'dates.asSlots' : 'dates.asText')}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}
