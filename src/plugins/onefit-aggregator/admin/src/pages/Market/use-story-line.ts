import type { Market } from '../../api/market';
import { ownZone, useTimes } from '../../components/times';
import { useText } from '../../components/use-text';
import { stepsOf } from './steps';

/** One line below the card's text: how far it is, or when it ended; null when there is no story. */
export function useStoryLine(market: Market): string | null {
  const { t } = useText();
  const { date } = useTimes(market.venues[0]?.timeZone ?? ownZone());
  if (market.endedAt !== null) return t('market.endedOn', { date: date(market.endedAt) });
  if (market.order === null) return null;
  const steps = stepsOf(market);
  const done = steps.filter((step) => step.done).length;
  return done === steps.length
    ? t('market.orderedOn', { date: date(market.order.orderedAt) })
    : t('steps.progress', { done, all: steps.length });
}
