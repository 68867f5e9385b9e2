import { Box, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { CheckCircle } from '@strapi/icons';
import type { ReactNode } from 'react';
import { useText } from '../../components/use-text';

/** The mark keeps its size beside a long text. */
const RIGID = { flexShrink: 0 };

interface Props {
  done: boolean;
  /** the first that is not done */
  isNext: boolean;
  name: string;
  /** when it was done, or how it is done */
  help: string | null;
  /** what can be done about it */
  children: ReactNode;
}

function Mark({ done, isNext }: Pick<Props, 'done' | 'isNext'>) {
  if (done) {
    return <CheckCircle width="2rem" height="2rem" fill="success600" aria-hidden style={RIGID} />;
  }
  return (
    <Box
      width="2rem"
      height="2rem"
      borderRadius="50%"
      borderStyle="solid"
      borderWidth={isNext ? '3px' : '1px'}
      borderColor={isNext ? 'primary600' : 'neutral500'}
      aria-hidden
      style={RIGID}
    />
  );
}

/** One step: done or to do, said by an icon and a word. */
export function ChecklistItem({ done, isNext, name, help, children }: Props) {
  const { t } = useText();
  return (
    <Flex tag="li" gap={3} alignItems="flex-start" {...(isNext && { 'aria-current': 'step' })}>
      <Mark done={done} isNext={isNext} />
      <Box flex="1" minWidth={0}>
        <Typography fontWeight="bold" tag="p">
          <VisuallyHidden>{t(done ? 'steps.done' : 'steps.toDo')}: </VisuallyHidden>
          {name}
        </Typography>
        {help && (
          <Typography variant="pi" textColor="neutral600" tag="p">
            {help}
          </Typography>
        )}
        {children}
      </Box>
    </Flex>
  );
}
