import { Button, Dialog } from '@strapi/design-system';
import { ConfirmDialog, useNotification } from '@strapi/strapi/admin';
import { useCustomerIds } from '../../api/customer-ids';
import type { CustomerId } from '../../api/customer-ids';
import { useFailure } from '../../api/failure';
import { useText } from '../../components/use-text';

/** Removes a Onefit ID, after saying what that means for coming bookings. */
export function RemoveIdDialog({ held, close }: { held: CustomerId; close: () => void }) {
  const { t } = useText();
  const { sentence } = useFailure();
  const { remove } = useCustomerIds();
  const { toggleNotification } = useNotification();

  async function confirm() {
    try {
      await remove(held.documentId);
      toggleNotification({ type: 'success', message: t('ids.removed') });
    } catch (error) {
      toggleNotification({ type: 'warning', message: sentence(error) });
    }
    close();
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <ConfirmDialog
        title={t('ids.removeTitle')}
        startAction={
          <Dialog.Cancel>
            <Button type="button" variant="tertiary" fullWidth>
              {t('common.back')}
            </Button>
          </Dialog.Cancel>
        }
        endAction={
          <Button type="button" variant="danger-light" fullWidth onClick={() => void confirm()}>
            {t('ids.remove')}
          </Button>
        }
      >
        {t('ids.removeHelp', { id: held.externalId })}
      </ConfirmDialog>
    </Dialog.Root>
  );
}
