import { Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { ArrowsCounterClockwise, CheckCircle, Cross } from '@strapi/icons';
import { useEffect, useState } from 'react';
import { useText } from '../../components/use-text';
import type { Desk, Done } from './use-desk';

const SHOWN_MS = 15_000;

/** Says for a while what was done last, and takes it back. The header keeps the button longer. */
export function UndoBar({ desk }: { desk: Desk }) {
  const { t } = useText();
  const { last, undo } = desk;
  const [closed, setClosed] = useState<Done | null>(null);
  useEffect(() => {
    if (!last) return undefined;
    const timer = window.setTimeout(() => setClosed(last), SHOWN_MS);
    return () => window.clearTimeout(timer);
  }, [last]);
  const shown = last !== closed ? last : null;
  return (
    <div role="status">
      {shown && (
        <Flex
          background="neutral0"
          borderColor="neutral200"
          hasRadius
          shadow="popupShadow"
          gap={3}
          paddingTop={2}
          paddingBottom={2}
          paddingLeft={4}
          paddingRight={2}
          maxWidth="60rem"
        >
          <CheckCircle fill="success600" aria-hidden style={{ flexShrink: 0 }} />
          <Typography>{shown.sentence}</Typography>
          {shown.booking !== null && (
            <Button
              type="button"
              variant="secondary"
              size="S"
              startIcon={<ArrowsCounterClockwise />}
              onClick={() => {
                setClosed(shown);
                void undo();
              }}
            >
              {t('undo.button')}
            </Button>
          )}
          <IconButton label={t('common.close')} variant="ghost" onClick={() => setClosed(shown)}>
            <Cross />
          </IconButton>
        </Flex>
      )}
    </div>
  );
}
