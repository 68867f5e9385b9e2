import { Button } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import { useClipboard, useNotification } from '@strapi/strapi/admin';
import { useText } from './use-text';

interface Props {
  /** what goes to the clipboard */
  text: string;
  /** what it is, for the notice and for those who do not see the row */
  what: string;
  children: string;
  onCopied?: () => void;
}

/** Copies a text and says that it did. */
export function CopyButton({ text, what, children, onCopied }: Props) {
  const { t } = useText();
  const { copy } = useClipboard();
  const { toggleNotification } = useNotification();
  const onClick = async () => {
    const copied = await copy(text);
    if (copied) onCopied?.();
    toggleNotification(
      copied
        ? { type: 'success', message: t('copy.done', { what }) }
        : { type: 'warning', message: t('copy.failed') },
    );
  };
  return (
    <Button
      type="button"
      variant="secondary"
      startIcon={<Duplicate />}
      aria-label={`${children}: ${what}`}
      onClick={() => void onClick()}
    >
      {children}
    </Button>
  );
}
