/**
 * The calls that Onefit makes, in one table: requests are read by it and the OpenAPI document is
 * made from it, so that the two cannot differ. In prose: docs/onefit-api.md.
 */
import type { Operation } from './operation';
import * as bookings from './operations/bookings';
import * as service from './operations/service';
import * as sessions from './operations/sessions';
import * as venue from './operations/venue';

/** Where the calls live on the venue's server. */
export const BASE_PATH = '/api/onefit-aggregator/v1';

export const operations = { ...service, ...venue, ...sessions, ...bookings };

export type OperationId = keyof typeof operations;

/** All operations. */
export const operationList: readonly Operation[] = Object.values(operations);
