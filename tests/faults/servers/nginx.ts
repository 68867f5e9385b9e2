import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePorts } from '../../support/ports';
import { until } from '../../support/wait';
import { launch } from './processes';

/** nginx in front of several instances, with a configuration of its own. */
export interface Proxy {
  url: string;
  stop(): Promise<void>;
}

/** A request that no instance has seen goes to the next one; one that was sent is never sent twice. */
function configuration(directory: string, port: number, instances: number[]): string {
  const servers = instances.map((at) => `server 127.0.0.1:${at} max_fails=1 fail_timeout=2s;`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${directory}/${name};`,
  );
  return `
    ${process.getuid?.() === 0 ? 'user root;' : ''}
    daemon off;
    worker_processes 1;
    pid ${directory}/nginx.pid;
    events { worker_connections 512; }
    http {
      access_log off;
      ${temporary.join('\n      ')}
      upstream venue { ${servers.join(' ')} }
      server {
        listen 127.0.0.1:${port};
        location / {
          proxy_pass http://venue;
          proxy_http_version 1.1;
          proxy_set_header Host $http_host;
          proxy_set_header Connection close;
          proxy_connect_timeout 2s;
          proxy_read_timeout 20s;
          proxy_next_upstream error;
          proxy_next_upstream_tries 3;
        }
      }
    }`;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/onefit-aggregator/v1/health`)).ok;
  } catch {
    return false;
  }
}

/** Starts nginx on a free port, before these ports; not the system's own. */
export async function startProxy(instances: number[]): Promise<Proxy> {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'faults-nginx-'));
  const [port = 0] = await freePorts(1);
  const file = path.join(directory, 'nginx.conf');
  writeFileSync(file, configuration(directory, port, instances));
  const { child, printed } = launch(
    'nginx',
    ['-p', directory, '-c', file, '-e', 'stderr'],
    undefined,
  );
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    await until('nginx to answer', () => answers(url), 20_000);
  } catch (error) {
    await stop();
    throw new Error(`nginx does not serve.\n${printed()}`, { cause: error });
  }
  return { url, stop };
}
