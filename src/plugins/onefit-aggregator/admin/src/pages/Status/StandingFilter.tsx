import { Button, Flex } from '@strapi/design-system';
import type { SessionStanding } from '../../api/sessions';
import { STANDINGS } from '../../components/session-standing';
import { useText } from '../../components/use-text';

const CHOICES: Array<SessionStanding | undefined> = [
  undefined,
  'on_onefit',
  'waiting',
  'needs_attention',
  'not_offered',
];

interface Props {
  /** undefined = all */
  chosen: SessionStanding | undefined;
  choose: (standing: SessionStanding | undefined) => void;
}

/** Which appointments are listed, by where they stand. */
export function StandingFilter({ chosen, choose }: Props) {
  const { t } = useText();
  return (
    <Flex gap={1} wrap="wrap" role="group" aria-label={t('sessions.filter')}>
      {CHOICES.map((standing) => (
        <Button
          key={standing ?? 'all'}
          type="button"
          variant={standing === chosen ? 'secondary' : 'tertiary'}
          aria-pressed={standing === chosen}
          onClick={() => choose(standing)}
        >
          {t(standing ? STANDINGS[standing].word : 'sessions.all')}
        </Button>
      ))}
    </Flex>
  );
}
