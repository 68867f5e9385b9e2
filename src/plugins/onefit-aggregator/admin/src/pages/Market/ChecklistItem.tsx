import { Box, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { CheckCircle } from '@strapi/icons';
import type { ReactNode } from 'react';
import { useTimes } from '../../components/times';
import { useText } from '../../components/use-text';
import type { TextKey } from '../../components/use-text';
import type { Step } from './steps';

const TEXTS: Record<Step, { name: TextKey; help: TextKey }> = {
  ordered: { name: 'steps.ordered', help: 'steps.orderedHelp' },
  allowed: { name: 'steps.allowed', help: 'steps.allowedHelp' },
  idsSent: { name: 'steps.idsSent', help: 'steps.idsSentHelp' },
  linked: { name: 'steps.linked', help: 'steps.linkedHelp' },
  firstSession: { name: 'steps.firstSession', help: 'steps.firstSessionHelp' },
  firstBooking: { name: 'steps.firstBooking', help: 'steps.firstBookingHelp' },
};

/** The mark keeps its size beside a long text. */
const RIGID = { flexShrink: 0 };

interface Props {
  step: Step;
  done: boolean;
  orderedAt: string | null;
  timeZone: string;
  /** what can be done about it, while it is not done */
  children: ReactNode;
}

/** One step: done or to do, said by an icon and a word. */
export function ChecklistItem({ step, done, orderedAt, timeZone, children }: Props) {
  const { t } = useText();
  const { dayAndTime } = useTimes(timeZone);
  const { name, help } = TEXTS[step];
  const at = orderedAt === null ? '' : dayAndTime(orderedAt);
  return (
    <Flex tag="li" gap={3} alignItems="flex-start">
      {done ? (
        <CheckCircle width="2rem" height="2rem" fill="success600" aria-hidden style={RIGID} />
      ) : (
        <Box
          width="2rem"
          height="2rem"
          borderRadius="50%"
          borderColor="neutral500"
          aria-hidden
          style={RIGID}
        />
      )}
      <Box flex="1" minWidth={0}>
        <Typography fontWeight="bold" tag="p">
          <VisuallyHidden>{t(done ? 'steps.done' : 'steps.toDo')}: </VisuallyHidden>
          {t(name)}
        </Typography>
        <Typography variant="pi" textColor="neutral600" tag="p">
          {t(help, { at })}
        </Typography>
        {!done && <Box paddingTop={2}>{children}</Box>}
      </Box>
    </Flex>
  );
}
