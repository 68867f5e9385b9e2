import { EmptyStateLayout } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import type { ReactNode } from 'react';

/** Says that there is nothing to show, why, and what to do. */
export function Nothing({ children, action }: { children: string; action?: ReactNode }) {
  return (
    <EmptyStateLayout
      icon={<EmptyDocuments width="16rem" aria-hidden />}
      content={children}
      action={action}
      hasRadius
      shadow="tableShadow"
    />
  );
}
