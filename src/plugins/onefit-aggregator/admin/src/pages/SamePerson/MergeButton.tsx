import { Button, Dialog, Flex } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { ConfirmDialog, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useCustomers } from '../../api/customers';
import type { Comparison, CustomerProfile } from '../../api/customers';
import type { ProfileField } from '../../api/profile-fields';
import { useFailure } from '../../api/failure';
import { useText } from '../../components/use-text';
import { CUSTOMER, editPath } from '../../content-types';

interface Props {
  comparison: Comparison;
  take: ProfileField[];
}

function nameOf({ fields }: CustomerProfile): string {
  return `${fields.firstName ?? ''} ${fields.lastName ?? ''}`.trim();
}

/** Makes two customers one, after asking once: it cannot be undone. */
export function MergeButton({ comparison: { keep, drop, shared }, take }: Props) {
  const { t } = useText();
  const { sentence } = useFailure();
  const { merge } = useCustomers();
  const { toggleNotification } = useNotification();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);

  async function confirm() {
    setBusy(true);
    try {
      await merge(keep.documentId, drop.documentId, take);
      toggleNotification({ type: 'success', message: t('merge.done') });
      navigate(editPath(CUSTOMER, keep.documentId));
    } catch (error) {
      toggleNotification({ type: 'warning', message: sentence(error) });
      setBusy(false);
      setOpen(false);
    }
  }

  return (
    <Flex justifyContent="flex-end">
      <Dialog.Root open={open} onOpenChange={setOpen}>
        <Dialog.Trigger>
          <Button type="button" size="M" disabled={shared.length > 0}>
            {t('merge.open')}
          </Button>
        </Dialog.Trigger>
        <ConfirmDialog
          title={t('merge.confirmTitle')}
          icon={<WarningCircle fill="danger600" width="24px" height="24px" aria-hidden />}
          startAction={
            <Dialog.Cancel>
              <Button type="button" variant="tertiary" fullWidth>
                {t('common.back')}
              </Button>
            </Dialog.Cancel>
          }
          endAction={
            <Button
              type="button"
              variant="danger-light"
              fullWidth
              loading={busy}
              onClick={() => void confirm()}
            >
              {t('merge.confirm')}
            </Button>
          }
        >
          {t('merge.confirmHelp', { drop: nameOf(drop), keep: nameOf(keep) })}
        </ConfirmDialog>
      </Dialog.Root>
    </Flex>
  );
}
