import { Button, Dialog } from '@strapi/design-system';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { useText } from '../../components/use-text';
import type { Desk } from './use-desk';

interface Props {
  booking: string;
  name: string;
  late: boolean;
  desk: Desk;
  close: () => void;
}

/** Asks once before a booking is cancelled: it cannot be brought back, only made anew. */
export function CancelBooking({ booking, name, late, desk, close }: Props) {
  const { t } = useText();
  const { cancel } = desk.api;
  const confirm = () => {
    close();
    void desk.act({
      name,
      work: () => cancel(booking, late),
      done: t('signIn.cancelDone', { name }),
    });
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <ConfirmDialog
        title={t(late ? 'signIn.cancelLateTitle' : 'signIn.cancelTitle')}
        startAction={
          <Dialog.Cancel>
            <Button type="button" variant="tertiary" fullWidth>
              {t('common.back')}
            </Button>
          </Dialog.Cancel>
        }
        endAction={
          <Button type="button" variant="danger-light" fullWidth onClick={confirm}>
            {t(late ? 'signIn.cancelLate' : 'signIn.cancel')}
          </Button>
        }
      >
        {t(late ? 'signIn.cancelLateHelp' : 'signIn.cancelHelp', { name })}
      </ConfirmDialog>
    </Dialog.Root>
  );
}
