import { Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { ConfirmDialog, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';

import { useFailure } from '../../api/failure';
import { useMarket } from '../../api/market';
import { Panel } from '../../components/Panel';
import { useText } from '../../components/use-text';

/** Ends the extension, after saying what that means. */
export function EndExtension({ ended }: { ended: () => Promise<void> }) {
  const { t } = useText();
  const { sentence } = useFailure();
  const { end } = useMarket();
  const { toggleNotification } = useNotification();
  const [open, setOpen] = useState(false);

  async function confirm() {
    try {
      await end();
      toggleNotification({ type: 'success', message: t('end.done') });
    } catch (error) {
      toggleNotification({ type: 'warning', message: sentence(error) });
    }
    setOpen(false);
    await ended();
  }

  return (
    <Panel>
      <Flex justifyContent="space-between" gap={4} wrap="wrap">
        <Typography textColor="neutral600">{t('end.help')}</Typography>
        <Dialog.Root open={open} onOpenChange={setOpen}>
          <Dialog.Trigger>
            <Button type="button" variant="danger-light">
              {t('end.open')}
            </Button>
          </Dialog.Trigger>
          <ConfirmDialog
            title={t('end.title')}
            icon={<WarningCircle fill="danger600" width="24px" height="24px" aria-hidden />}
            startAction={
              <Dialog.Cancel>
                <Button type="button" variant="tertiary" fullWidth>
                  {t('end.keep')}
                </Button>
              </Dialog.Cancel>
            }
            endAction={
              <Button type="button" variant="danger-light" fullWidth onClick={() => void confirm()}>
                {t('end.confirm')}
              </Button>
            }
          >
            {t('end.whatHappens')}
          </ConfirmDialog>
        </Dialog.Root>
      </Flex>
    </Panel>
  );
}
