import { createHmac } from 'node:crypto';
import type { Asked } from './call';

/** Where the calls go, and what lets them in. */
export interface Target {
  /** of the server processes */
  urls: string[];
  /** the Venue UUID */
  venue: string;
  /** signs Onefit's calls */
  secret: string;
  /** an administrator's token */
  token: string;
  /** with what staff let customers pay */
  product: string;
}

/** A request, ready to be sent to any of the servers. */
export interface WireRequest {
  method: 'GET' | 'PUT' | 'POST';
  path: string;
  headers: Record<string, string>;
  body: string;
}

const PARTNER = '/api/onefit-aggregator/v1';
const CONTENT = '/content-manager/collection-types';

function now(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}

function signed(
  { venue, secret }: Target,
  method: WireRequest['method'],
  path: string,
  body?: object,
): WireRequest {
  const target = `${PARTNER}/venues/${venue}/bookings/${path}`;
  const text = body === undefined ? '' : JSON.stringify(body);
  const timestamp = now();
  const signature = createHmac('sha256', secret)
    .update(`${method}\n${target}\n${timestamp}\n${text}`)
    .digest('base64');
  return {
    method,
    path: target,
    headers: {
      'X-Timestamp': timestamp,
      'X-Signature': signature,
      ...(text === '' ? {} : { 'Content-Type': 'application/json' }),
    },
    body: text,
  };
}

/** A request of the administrator's. */
function byStaff(
  { token }: Pick<Target, 'token'>,
  method: WireRequest['method'],
  path: string,
  body?: object,
): WireRequest {
  return {
    method,
    path,
    headers: {
      Authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    body: body === undefined ? '' : JSON.stringify(body),
  };
}

/** What the content manager is sent when staff change an appointment's own numbers. */
function edited({ capacity, limit }: { capacity?: number; limit?: number | null }) {
  return {
    ...(capacity === undefined ? {} : { capacity }),
    ...(limit === undefined ? {} : { aggregatorBookings: 'allowed', aggregatorSpotLimit: limit }),
  };
}

/** Writes a call as a request, signed at this moment. */
export function toRequest(target: Target, asked: Asked): WireRequest {
  const staff = (method: WireRequest['method'], path: string, body?: object) =>
    byStaff(target, method, path, body);
  switch (asked.kind) {
    case 'book':
      return signed(target, 'PUT', asked.booking, {
        sessionId: asked.session,
        member: { id: asked.member, firstName: 'Mem', lastName: `Ber ${asked.member}` },
      });
    case 'cancel':
      return signed(target, 'POST', `${asked.booking}/cancel`, {
        late: asked.late,
        cancelledAt: now(),
      });
    case 'check-in':
      return signed(target, 'POST', `${asked.booking}/check-in`, { at: now() });
    case 'read':
      return signed(target, 'GET', asked.booking);
    case 'desk-book': {
      const { appointment, customer, through } = asked;
      const booking = { customer, product: target.product };
      return through === 'sign-in'
        ? staff('POST', `/front-desk/appointments/${appointment}/bookings`, booking)
        : staff('POST', `${CONTENT}/api::booking.booking`, { ...booking, appointment });
    }
    case 'desk-cancel':
      return staff('POST', `/front-desk/bookings/${asked.entry}/cancel`, { late: asked.late });
    case 'desk-check-in':
      return staff('POST', `/front-desk/bookings/${asked.entry}/check-in`, {});
    case 'desk-no-show':
      return staff('POST', `/front-desk/bookings/${asked.entry}/no-show`, {});
    case 'desk-look':
      return staff('GET', `/front-desk/appointments/${asked.appointment}/sign-in`);
    case 'edit':
      return staff('PUT', `${CONTENT}/api::appointment.appointment/${asked.appointment}`, {
        ...edited(asked),
      });
    case 'edit-activity':
      return staff('PUT', `${CONTENT}/api::activity.activity/${asked.activity}`, {
        aggregatorSpotLimit: asked.limit,
      });
    case 'call-off':
      return staff('POST', `/front-desk/appointments/${asked.appointment}/cancel`, {
        reason: 'The teacher is ill',
        confirm: true,
      });
  }
}
