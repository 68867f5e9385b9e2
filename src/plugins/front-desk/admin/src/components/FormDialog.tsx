import { Button, Flex, Modal } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useRef, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useFailure } from '../api/failure';
import { useText } from './use-text';

interface Props {
  title: string;
  /** what the button says that does it */
  action: string;
  variant?: 'default' | 'danger';
  disabled?: boolean;
  close: () => void;
  /** Does it, and closes the dialog where that is the end of it; what it throws is told. */
  submit: () => Promise<void>;
  children: ReactNode;
}

/**
 * A dialog with a form: its first field has the focus, its button is busy while the server works,
 * and a refusal is told in a sentence while everything that was entered stays.
 */
export function FormDialog({ title, action, variant, disabled, close, submit, children }: Props) {
  const { t } = useText();
  const { sentence } = useFailure();
  const { toggleNotification } = useNotification();
  const form = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState(false);

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    // A dialog stands inside other forms of the page, as far as React's events know.
    event.stopPropagation();
    setBusy(true);
    try {
      await submit();
    } catch (error) {
      toggleNotification({ type: 'warning', message: sentence(error) });
    }
    setBusy(false);
  }

  return (
    <Modal.Root open onOpenChange={(open) => !open && close()}>
      <Modal.Content
        aria-describedby={undefined}
        onOpenAutoFocus={(event) => {
          const field = form.current?.querySelector<HTMLElement>('input, textarea');
          if (!field) return;
          event.preventDefault();
          field.focus();
        }}
      >
        <Modal.Header closeLabel={t('common.close')} gap={3}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <form ref={form} onSubmit={(event) => void onSubmit(event)} noValidate>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              {children}
            </Flex>
          </Modal.Body>
          <Modal.Footer gap={3}>
            <Button type="button" variant="tertiary" onClick={close}>
              {t('common.back')}
            </Button>
            <Button type="submit" variant={variant} loading={busy} disabled={disabled}>
              {action}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
