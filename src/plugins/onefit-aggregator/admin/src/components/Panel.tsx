import { Box } from '@strapi/design-system';
import type { ReactNode } from 'react';

/** A white box of the panel's own look. */
export function Panel({ children }: { children: ReactNode }) {
  return (
    <Box
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      borderColor="neutral150"
      padding={{ initial: 4, medium: 6 }}
    >
      {children}
    </Box>
  );
}
