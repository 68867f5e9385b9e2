import type { Membership } from '../actions/membership';
import type { Support } from '../actions/support';
import type { SandboxConfig } from '../config';
import type { FaultList } from '../faults/fault-list';
import type { RequestLog } from '../log/request-log';
import type { Mailbox } from '../mail/mailbox';
import type { OnefitStore } from '../onefit/store';
import type { VenueCalls } from '../venue-api/calls';

/** The parts of a sandbox, as main wires them. */
export interface SandboxParts {
  config: SandboxConfig;
  store: OnefitStore;
  faults: FaultList;
  log: RequestLog;
  mailbox: Mailbox;
  venue: VenueCalls;
  support: Support;
  membership: Membership;
  /** The port on which mails are caught, known once it listens. */
  smtpPort: number;
}
