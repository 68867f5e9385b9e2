import type { ReactNode } from 'react';

/** What the content manager hands to a side panel of the edit view. */
export interface SidePanelProps {
  /** the content type's uid */
  model: string;
  /** undefined while an entry is being made */
  documentId?: string;
  document?: { id?: number | string; updatedAt?: unknown };
}

/** What it draws; null draws nothing. */
export type SidePanel = (props: SidePanelProps) => { title: string; content: ReactNode } | null;
