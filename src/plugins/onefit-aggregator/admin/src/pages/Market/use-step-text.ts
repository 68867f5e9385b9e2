import { useAuth } from '@strapi/strapi/admin';
import type { ExtensionOrder } from '../../api/extension-order';
import { useTimes } from '../../components/times';
import { useText } from '../../components/use-text';
import type { TextKey } from '../../components/use-text';
import type { Step, StepState } from './steps';

const TEXTS: Record<Step, { name: TextKey; help: TextKey; doneAt: TextKey | null }> = {
  ordered: { name: 'steps.ordered', help: 'steps.orderedHelp', doneAt: 'steps.orderedHelp' },
  allowed: { name: 'steps.allowed', help: 'steps.allowedHelp', doneAt: null },
  idsSent: { name: 'steps.idsSent', help: 'steps.idsSentHelp', doneAt: 'steps.idsCopiedAt' },
  linked: { name: 'steps.linked', help: 'steps.linkedHelp', doneAt: 'steps.linkedAt' },
  firstSession: { name: 'steps.firstSession', help: 'steps.firstSessionHelp', doneAt: null },
  firstBooking: {
    name: 'steps.firstBooking',
    help: 'steps.firstBookingHelp',
    doneAt: 'steps.firstBookingAt',
  },
};

/** A step in words: what it is, and when it was done or how it is done. */
export function useStepText(order: ExtensionOrder, timeZone: string) {
  const { t } = useText();
  const { dayAndTime } = useTimes(timeZone);
  const me = useAuth('Checklist', (auth) => auth.user?.id);
  const orderedBy = (at: string) => {
    if (order.orderedBy !== null && order.orderedBy === String(me)) {
      return t('steps.orderedByYou', { at });
    }
    const name = order.orderedByName;
    return name === null ? t('steps.orderedHelp', { at }) : t('steps.orderedBy', { at, name });
  };
  return ({ step, done, at }: StepState): { name: string; help: string | null } => {
    const { name, help, doneAt } = TEXTS[step];
    if (!done) return { name: t(name), help: t(help, { at: '' }) };
    if (at === null || doneAt === null) return { name: t(name), help: null };
    const moment = dayAndTime(at);
    return {
      name: t(name),
      help: step === 'ordered' ? orderedBy(moment) : t(doneAt, { at: moment }),
    };
  };
}
