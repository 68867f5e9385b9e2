import { useAuth } from '@strapi/strapi/admin';
import type { ActivityEntry, ActivityNames } from '../../../../../shared/activity-log';
import { ownZone, useTimes } from '../../../components/times';
import { useText } from '../../../components/use-text';
import { KINDS } from './kinds';

/** Counts that say something beside the sentence, in this order. */
const COUNTED = {
  times: 'log.count.times',
  stale: 'log.count.stale',
  rejected: 'log.count.rejected',
  looked: 'log.count.looked',
  marked: 'log.count.marked',
  differing: 'log.count.differing',
  lost: 'log.count.lost',
  unwanted: 'log.count.unwanted',
  healed: 'log.count.healed',
} as const;

/** An entry of the log in words. */
export function useEntryText(entry: ActivityEntry, names: ActivityNames) {
  const { t } = useText();
  const me = useAuth('ActivityLog', (auth) => auth.user?.id);
  const appointment = entry.appointment === null ? null : names.appointments[entry.appointment];
  const venue = entry.venue === null ? null : names.venues[entry.venue];
  const zone = appointment?.timeZone ?? venue?.timeZone ?? ownZone();
  const { dayAndTime, dayAndSecond } = useTimes(zone);
  const { counts, source, actor, code, retryAt } = entry;

  const who = () => {
    if (source === 'onefit') return t('log.who.onefit');
    if (source === 'clock') return t('log.who.clock');
    if (actor !== null && actor === String(me)) return t('log.who.you');
    return (actor !== null && names.actors[actor]) || t('log.who.gone');
  };

  const details = [
    appointment && `${appointment.name}, ${dayAndTime(appointment.startsAt)}`,
    !appointment && venue?.name,
    ...Object.entries(COUNTED).map(([name, key]) => {
      const count = counts[name as keyof typeof COUNTED];
      const isNews = count !== undefined && (name === 'times' ? count > 1 : count > 0);
      return isNews && t(key, { count });
    }),
    code && t('log.reason', { code }),
    retryAt && t('reason.nextTry', { at: dayAndTime(retryAt) }),
  ];

  return {
    at: dayAndSecond(entry.at),
    zone,
    what: t(KINDS[entry.kind], { count: counts.sent ?? 0 }),
    details: details.filter(Boolean).join(' · '),
    who: who(),
  };
}
