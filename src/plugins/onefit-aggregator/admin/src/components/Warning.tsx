import { Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import type { ReactNode } from 'react';

interface Props {
  sentence: string;
  /** what can be done about it, beside the sentence */
  children?: ReactNode;
  /** given to what comes and goes while one looks */
  role?: 'status';
}

/** A sentence that must not be overlooked. */
export function Warning({ sentence, children, role }: Props) {
  return (
    <Flex
      gap={2}
      padding={3}
      hasRadius
      background="warning100"
      borderColor="warning200"
      wrap={children ? 'wrap' : undefined}
      role={role}
    >
      <WarningCircle fill="warning700" aria-hidden style={{ flexShrink: 0 }} />
      <Typography textColor="neutral800">{sentence}</Typography>
      {children}
    </Flex>
  );
}
