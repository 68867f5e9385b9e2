import { Button, IconButton, Menu } from '@strapi/design-system';
import { More } from '@strapi/icons';
import type { ReactNode } from 'react';

/** The design system's menu shows four items and hides the rest without a scroll bar. */
const ROOM = 'min(48rem, 80vh)';

interface Props {
  label: string;
  size?: 'S' | 'L';
  variant?: 'ghost';
  children: ReactNode;
}

/** A menu of three dots, high enough for all that it holds. */
export function ActionMenu({ label, size, variant, children }: Props) {
  return (
    <Menu.Root>
      <Menu.Trigger tag={IconButton} label={label} icon={<More />} size={size} variant={variant} />
      <Menu.Content popoverPlacement="bottom-end" maxHeight={ROOM}>
        {children}
      </Menu.Content>
    </Menu.Root>
  );
}

interface ChoiceProps {
  /** what the button says */
  text: string;
  /** what it is for, to whom only hears it */
  label: string;
  variant: 'secondary' | 'ghost';
  children: ReactNode;
}

/** A menu behind a small button with words. */
export function ChoiceMenu({ text, label, variant, children }: ChoiceProps) {
  return (
    <Menu.Root>
      <Menu.Trigger tag={Button} size="S" variant={variant} aria-label={label}>
        {text}
      </Menu.Trigger>
      <Menu.Content maxHeight={ROOM}>{children}</Menu.Content>
    </Menu.Root>
  );
}
