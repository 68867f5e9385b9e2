import net from 'node:net';

function isFree(port) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** Throws with the variable to change when a port is taken. */
export async function assertPortsFree(wanted) {
  for (const { port, name, what } of wanted) {
    if (!(await isFree(port))) {
      throw new Error(
        `Port ${port}, for ${what}, is taken. Stop what uses it, or choose another: ${name}=${port + 100} npm run demo`,
      );
    }
  }
}
