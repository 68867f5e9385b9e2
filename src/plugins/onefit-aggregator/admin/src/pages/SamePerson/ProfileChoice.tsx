import { Box, Flex, Radio, Typography } from '@strapi/design-system';
import { useId } from 'react';
import { styled } from 'styled-components';
import type { Comparison } from '../../api/customers';
import { PROFILE_FIELDS } from '../../api/profile-fields';
import type { ProfileField } from '../../api/profile-fields';
import { FactList } from '../../components/FactList';
import { Panel } from '../../components/Panel';
import { ownZone, useTimes } from '../../components/times';
import { useText } from '../../components/use-text';
import type { TextKey } from '../../components/use-text';
import { differs } from './initial-take';

const LABELS: Record<ProfileField, TextKey> = {
  firstName: 'merge.firstName',
  lastName: 'merge.lastName',
  email: 'merge.email',
  phone: 'merge.phone',
  language: 'merge.language',
  note: 'merge.note',
};

const Columns = styled(Box)`
  display: grid;
  gap: 1.2rem;
  grid-template-columns: repeat(2, minmax(0, 1fr));
`;

interface Props {
  comparison: Comparison;
  /** the fields that are taken from the one who goes */
  take: ProfileField[];
  choose: (take: ProfileField[]) => void;
}

function Head({ comparison, side }: { comparison: Comparison; side: 'keep' | 'drop' }) {
  const { t } = useText();
  const { date } = useTimes(ownZone());
  const { fields, createdAt, aggregatorIds, bookings } = comparison[side];
  return (
    <Box
      padding={3}
      hasRadius
      background={side === 'keep' ? 'primary100' : 'neutral100'}
      style={{ overflowWrap: 'anywhere' }}
    >
      <Typography variant="sigma" textColor={side === 'keep' ? 'primary700' : 'neutral600'}>
        {t(side === 'keep' ? 'merge.stays' : 'merge.goes')}
      </Typography>
      <Typography variant="delta" tag="h2">
        {fields.firstName} {fields.lastName}
      </Typography>
      <FactList
        facts={[
          { name: t('merge.since'), value: date(createdAt) },
          { name: t('merge.bookings'), value: String(bookings) },
          { name: t('ids.label'), value: aggregatorIds.join(', ') || '–' },
        ]}
      />
    </Box>
  );
}

function FieldRow({ comparison, take, choose, field }: Props & { field: ProfileField }) {
  const { t, locale } = useText();
  const id = useId();
  const value = (side: 'keep' | 'drop') => {
    const held = comparison[side].fields[field];
    if (!held) return t('merge.empty');
    if (field !== 'language') return held;
    return new Intl.DisplayNames(locale, { type: 'language' }).of(held) ?? held;
  };
  return (
    <Box paddingTop={4}>
      <Typography variant="pi" fontWeight="bold" id={id}>
        {t(LABELS[field])}
      </Typography>
      {differs(comparison, field) ? (
        <Radio.Group
          aria-labelledby={id}
          value={take.includes(field) ? 'drop' : 'keep'}
          onValueChange={(side) => {
            const others = take.filter((taken) => taken !== field);
            choose(side === 'drop' ? [...others, field] : others);
          }}
        >
          <Columns paddingTop={1}>
            {(['keep', 'drop'] as const).map((side) => (
              <Box key={side} style={{ overflowWrap: 'anywhere' }}>
                <Radio.Item value={side}>{value(side)}</Radio.Item>
              </Box>
            ))}
          </Columns>
        </Radio.Group>
      ) : (
        <Typography tag="p" textColor="neutral600">
          {value('keep')}
        </Typography>
      )}
    </Box>
  );
}

/** Two profiles side by side; where they differ, one of the two is chosen. */
export function ProfileChoice(props: Props) {
  const { comparison } = props;
  return (
    <Panel>
      <Columns>
        <Head comparison={comparison} side="keep" />
        <Head comparison={comparison} side="drop" />
      </Columns>
      <Flex direction="column" alignItems="stretch">
        {PROFILE_FIELDS.map((field) => (
          <FieldRow key={field} field={field} {...props} />
        ))}
      </Flex>
    </Panel>
  );
}
