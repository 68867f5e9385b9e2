import { Flex, Typography } from '@strapi/design-system';
import { Information } from '@strapi/icons';
import { useText } from '../../components/use-text';
import type { TextKey, TextValues } from '../../components/use-text';

interface Said {
  key: TextKey;
  values?: TextValues;
}

/** What one line of the rule means; null for what goes without saying. */
function meaningOf(line: string): Said | null {
  const colon = line.indexOf(':');
  const value = line.slice(colon + 1).replace(/\\([\\;,])/g, '$1');
  switch (line.slice(0, colon)) {
    case 'LOCATION':
      return { key: value ? 'dates.ownRoom' : 'dates.ownNoRoom', values: { value } };
    case 'X-TEACHER':
      return { key: value ? 'dates.ownTeacher' : 'dates.ownNoTeacher', values: { value } };
    case 'X-CAPACITY':
      return { key: 'dates.ownCapacity', values: { value } };
    case 'X-AGGREGATOR-BOOKINGS':
      return { key: /^allowed$/i.test(value) ? 'dates.ownAllowed' : 'dates.ownNotAllowed' };
    case 'X-AGGREGATOR-SPOT-LIMIT':
      return { key: 'dates.ownLimit', values: { value } };
    default:
      return null;
  }
}

/** What the dates of a period have instead of what the activity says; it is set in the Schedule. */
export function OwnValues({ values }: { values: string[] }) {
  const { t } = useText();
  const said = values.map(meaningOf).filter((one) => one !== null);
  if (said.length === 0) return null;
  const list = said.map(({ key, values: parts }) => t(key, parts)).join(', ');
  return (
    <Flex gap={2} alignItems="flex-start">
      <Information fill="neutral600" aria-hidden style={{ flexShrink: 0, marginTop: '0.3rem' }} />
      <Typography>{t('dates.own', { values: list })}</Typography>
    </Flex>
  );
}
