/**
 * Exit status 0 when the server on this machine is alive and reaches its database, else 1 and the
 * reason: for containers, whose image has no curl.
 */
const port = process.env.PORT || '1337';
const address = `http://127.0.0.1:${port}/api/onefit-aggregator/v1/health`;

try {
  const { status } = await fetch(address, { signal: AbortSignal.timeout(4_000) });
  if (status !== 200) throw new Error(`It answers ${status}.`);
} catch (error) {
  console.error(`${address} is not well: ${error.message}`);
  process.exitCode = 1;
}
