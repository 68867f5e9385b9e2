import { Button, Flex, Typography } from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';
import type { ReactNode } from 'react';
import { useText } from './use-text';

interface Props {
  /** from 1 */
  page: number;
  pages: number;
  go: (page: number) => void;
  /** what is listed, in a line */
  children: ReactNode;
}

/** Says what is listed and leads from page to page. */
export function Pager({ page, pages, go, children }: Props) {
  const { t } = useText();
  return (
    <Flex justifyContent="space-between" gap={3} wrap="wrap">
      <Typography variant="pi" textColor="neutral600" role="status">
        {children}
      </Typography>
      {pages > 1 && (
        <Flex tag="nav" aria-label={t('pager.label')} gap={3}>
          <Button
            type="button"
            variant="tertiary"
            startIcon={<ChevronLeft />}
            disabled={page <= 1}
            onClick={() => go(page - 1)}
          >
            {t('pager.previous')}
          </Button>
          <Typography variant="pi">{t('pager.page', { page, pages })}</Typography>
          <Button
            type="button"
            variant="tertiary"
            endIcon={<ChevronRight />}
            disabled={page >= pages}
            onClick={() => go(page + 1)}
          >
            {t('pager.next')}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}
