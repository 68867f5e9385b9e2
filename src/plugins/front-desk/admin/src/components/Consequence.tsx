import { Box, Typography } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

interface Props {
  tone: 'neutral' | 'warning' | 'danger';
  /** what happens, in one sentence */
  title: string;
  /** told aloud and brought into view, since it came after the dialog had opened */
  fresh?: boolean;
  children?: ReactNode;
}

/** What a dialog's button will do, and who will feel it. */
export function Consequence({ tone, title, fresh = false, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (fresh) box.current?.scrollIntoView({ block: 'nearest' });
  }, [fresh, title]);
  return (
    <Box
      ref={box}
      background={`${tone}100`}
      hasRadius
      padding={4}
      role={fresh ? 'alert' : undefined}
    >
      <Typography fontWeight="bold" tag="p">
        {title}
      </Typography>
      {children}
    </Box>
  );
}
