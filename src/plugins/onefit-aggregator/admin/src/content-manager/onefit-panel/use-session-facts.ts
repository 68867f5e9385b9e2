import type { SessionState } from '../../api/sessions';
import type { Fact } from '../../components/FactList';
import { useText } from '../../components/use-text';

/** What Onefit sees of an appointment, in a few lines. */
export function useSessionFacts(session: SessionState): Fact[] {
  const { t } = useText();
  const { state, availableSpots: free, spotLimit, bookedByOnefit, version } = session;
  const facts: Fact[] = [];
  if (state === 'on_onefit') {
    facts.push({
      name: t('facts.spots'),
      value: spotLimit === null ? String(free) : t('facts.spotsOf', { free, limit: spotLimit }),
    });
  }
  facts.push({ name: t('facts.bookings'), value: String(bookedByOnefit) });
  if (version !== null) facts.push({ name: t('facts.version'), value: String(version) });
  return facts;
}
