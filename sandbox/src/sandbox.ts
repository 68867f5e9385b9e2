import type { AddressInfo } from 'node:net';
import { Membership } from './actions/membership';
import { Support } from './actions/support';
import type { SandboxConfig } from './config';
import type { SandboxParts } from './control/parts';
import { errorField } from './error-fields';
import { FaultList } from './faults/fault-list';
import { RequestLog } from './log/request-log';
import { Mailbox } from './mail/mailbox';
import { startSmtpCatcher } from './mail/smtp-catcher';
import { addFirstMembers } from './onefit/first-members';
import { StateFile } from './onefit/state-file';
import { OnefitStore } from './onefit/store';
import { buildServer } from './server';
import { VenueCalls } from './venue-api/calls';
import { VenueClient } from './venue-api/client';

/** A sandbox that runs. */
export interface RunningSandbox {
  url: string;
  smtpPort: number;
  parts: SandboxParts;
  /** Writes the state down and stops; connections are cut, not drained. */
  stop: () => Promise<void>;
}

/** A port that another program holds; the message names the setting to change. */
export class PortTakenError extends Error {
  override name = 'PortTakenError';
}

const HOST = '127.0.0.1';

/**
 * Starts a sandbox, on this machine's loopback address only.
 * @throws PortTakenError; ConfigError when the state file cannot be read.
 */
export async function startSandbox(config: SandboxConfig): Promise<RunningSandbox> {
  const parts = wire({ ...config });
  const stateFile = config.stateFile ? StateFile.open(config.stateFile, parts.store) : null;
  if (parts.store.members.size === 0) addFirstMembers(parts.store);
  const app = buildServer(parts);
  await orPortTaken(app.listen({ port: config.port, host: HOST }), 'SANDBOX_PORT', config.port);
  const smtp = await orPortTaken(
    startSmtpCatcher(config.smtpPort, parts.mailbox),
    'SANDBOX_SMTP_PORT',
    config.smtpPort,
  ).catch(async (error: unknown) => {
    await app.close();
    throw error;
  });
  parts.smtpPort = smtp.port;
  const { port } = app.server.address() as AddressInfo;
  return {
    url: `http://${HOST}:${port}`,
    smtpPort: smtp.port,
    parts,
    stop: async () => {
      stateFile?.close();
      await Promise.all([app.close(), smtp.close()]);
    },
  };
}

function wire(config: SandboxConfig): SandboxParts {
  const store = new OnefitStore();
  const log = new RequestLog();
  const [secret = ''] = config.secrets;
  const baseUrl = (): string => config.venueBaseUrl;
  const venue = new VenueCalls(new VenueClient({ baseUrl, secret, log }));
  return {
    config,
    store,
    log,
    faults: new FaultList(),
    mailbox: new Mailbox(),
    venue,
    support: new Support(store, venue),
    membership: new Membership(store, venue),
    smtpPort: config.smtpPort,
  };
}

async function orPortTaken<T>(listening: Promise<T>, setting: string, port: number): Promise<T> {
  try {
    return await listening;
  } catch (error) {
    if (errorField(error, 'code') !== 'EADDRINUSE') throw error;
    throw new PortTakenError(
      `Port ${port} is taken by another program. Set ${setting} to another port (0 = any free one).`,
    );
  }
}
