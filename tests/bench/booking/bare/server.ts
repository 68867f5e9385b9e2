/**
 * A bare Node http server: reads JSON, runs the statements of one booking through knex, answers.
 * No Strapi, no signature, no schema, no limit, no second try: what is left when all that is free.
 */
import http from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openDatabase } from './database';
import { book } from './statements';
import type { BareRequest } from './statements';

const knex = openDatabase();

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const booked = await book(knex, JSON.parse(await bodyOf(request)) as BareRequest);
  response.writeHead(201, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(booked));
}

const server = http.createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    response.writeHead(500).end(String(error));
  });
});

server.keepAliveTimeout = 65_000;

function stop() {
  server.closeAllConnections();
  server.close(() => void knex.destroy().then(() => process.exit(0)));
}

process.on('SIGTERM', stop);
process.on('disconnect', stop);
server.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
