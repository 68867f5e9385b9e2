import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Clock, Lightning, Shield } from '@strapi/icons';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import { Panel } from '../../components/Panel';
import { useText } from '../../components/use-text';
import type { TextKey } from '../../components/use-text';

const CHAPTERS: Array<{ title: TextKey; Icon: typeof Clock; points: TextKey[] }> = [
  {
    title: 'learn.does',
    Icon: Lightning,
    points: [
      'learn.does.schedule',
      'learn.does.bookings',
      'learn.does.cancel',
      'learn.does.customers',
    ],
  },
  {
    title: 'learn.privacy',
    Icon: Shield,
    points: ['learn.privacy.sent', 'learn.privacy.stored', 'learn.privacy.never'],
  },
  {
    title: 'learn.needs',
    Icon: CheckCircle,
    points: ['learn.needs.account', 'learn.needs.activity', 'learn.needs.ids'],
  },
  {
    title: 'learn.takes',
    Icon: Clock,
    points: ['learn.takes.order', 'learn.takes.link', 'learn.takes.after'],
  },
];

const Chapters = styled(Box)`
  display: grid;
  gap: 1.6rem;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 40rem), 1fr));

  > * {
    height: 100%;
  }
`;

const Points = styled.ul`
  list-style: disc;
  padding-left: 2rem;
  padding-top: 1.2rem;

  li + li {
    padding-top: 0.8rem;
  }
`;

interface Props {
  mayOrder: boolean;
  /** the way on, once more where the reading ends */
  children: ReactNode;
}

/** What the extension does, sends, stores and needs, and how long it takes. */
export function Explanation({ mayOrder, children }: Props) {
  const { t } = useText();
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {!mayOrder && <Typography role="note">{t('market.askForOrder')}</Typography>}
      <Chapters>
        {CHAPTERS.map(({ title, Icon, points }) => (
          <Panel key={title}>
            <Flex gap={2}>
              <Icon fill="primary600" width="2rem" height="2rem" aria-hidden />
              <Typography variant="delta" tag="h2">
                {t(title)}
              </Typography>
            </Flex>
            <Points>
              {points.map((point) => (
                <li key={point}>
                  <Typography>{t(point)}</Typography>
                </li>
              ))}
            </Points>
          </Panel>
        ))}
      </Chapters>
      {children && <Flex justifyContent="flex-end">{children}</Flex>}
    </Flex>
  );
}
