import { ConfigError, DEFAULT_SECRET, readConfig } from './config';
import { PortTakenError, startSandbox } from './sandbox';

/** Starts the sandbox from the environment and says so; stops it on SIGINT and SIGTERM. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const { url, smtpPort, stop } = await startSandbox(config);
  if (config.secretIsDefault) {
    console.log(`ONEFIT_SECRET is not set: using "${DEFAULT_SECRET}". Give the venue the same.`);
  }
  console.log(
    `The Onefit sandbox is ready: ${url} (mail on port ${smtpPort}, venue at ${config.venueBaseUrl})`,
  );
  console.log(JSON.stringify({ ready: true, url, smtpPort }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      // A connection that will not close must not keep the sandbox alive.
      setTimeout(() => process.exit(0), 500).unref();
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

main().catch((error: unknown) => {
  const expected = error instanceof ConfigError || error instanceof PortTakenError;
  console.error(expected ? error.message : error);
  process.exit(1);
});
