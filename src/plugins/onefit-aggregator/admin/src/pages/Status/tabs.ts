import type { ComponentType } from 'react';
import type { TextKey } from '../../components/use-text';
import { READ_ACTIVITY_LOG, READ_MONTH_REPORT, READ_STATUS } from '../../permissions';
import { MonthReportTab } from '../MonthReport/MonthReportTab';
import { ActivityLog } from './ActivityLog/ActivityLog';
import { SessionList } from './SessionList';

/** A tab of the page "Onefit"; shown to roles that are allowed what it shows. */
export interface StatusTab {
  /** in the address: `?tab=…` */
  id: string;
  label: TextKey;
  permissions: Array<{ action: string; subject: null }>;
  Content: ComponentType;
}

/** The tabs in their order. */
export const STATUS_TABS: StatusTab[] = [
  {
    id: 'appointments',
    label: 'tabs.appointments',
    permissions: READ_STATUS,
    Content: SessionList,
  },
  {
    id: 'activity-log',
    label: 'tabs.activityLog',
    permissions: READ_ACTIVITY_LOG,
    Content: ActivityLog,
  },
  {
    id: 'month-report',
    label: 'month.tab',
    permissions: READ_MONTH_REPORT,
    Content: MonthReportTab,
  },
];
