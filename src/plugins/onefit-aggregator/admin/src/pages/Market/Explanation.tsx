import { Flex, Typography } from '@strapi/design-system';
import { Panel } from '../../components/Panel';
import { useText } from '../../components/use-text';
import type { TextKey } from '../../components/use-text';

const CHAPTERS: Array<{ title: TextKey; points: TextKey[] }> = [
  {
    title: 'learn.does',
    points: [
      'learn.does.schedule',
      'learn.does.bookings',
      'learn.does.cancel',
      'learn.does.customers',
    ],
  },
  {
    title: 'learn.privacy',
    points: ['learn.privacy.sent', 'learn.privacy.stored', 'learn.privacy.never'],
  },
  {
    title: 'learn.needs',
    points: ['learn.needs.account', 'learn.needs.activity', 'learn.needs.ids'],
  },
  { title: 'learn.takes', points: ['learn.takes.order', 'learn.takes.link', 'learn.takes.after'] },
];

/** What the extension does, sends, stores and needs, and how long it takes. */
export function Explanation({ mayOrder }: { mayOrder: boolean }) {
  const { t } = useText();
  return (
    <Flex direction="column" alignItems="stretch" gap={4} maxWidth="80rem">
      {!mayOrder && <Typography role="note">{t('market.askForOrder')}</Typography>}
      {CHAPTERS.map(({ title, points }) => (
        <Panel key={title}>
          <Typography variant="delta" tag="h2">
            {t(title)}
          </Typography>
          <ul style={{ listStyle: 'disc', paddingLeft: '2rem', paddingTop: '1.2rem' }}>
            {points.map((point) => (
              <li key={point} style={{ paddingBottom: '0.6rem' }}>
                <Typography>{t(point)}</Typography>
              </li>
            ))}
          </ul>
        </Panel>
      ))}
    </Flex>
  );
}
