import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteGenericInterface } from 'fastify';
import type { Call } from '../contract/calls';
import { forget } from '../onefit/forget';
import type { OnefitStore } from '../onefit/store';
import { deliver, isApplied } from './deliver';
import type { FaultList, FaultPlan } from './fault-list';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The call of the contract that a route answers. */
    call?: Call;
  }
  interface FastifyRequest {
    faultPlan: FaultPlan | null;
  }
}

/** Plans the faults of every request of this part of the server, and strikes those that come first. */
export function applyFaults(app: FastifyInstance, faults: FaultList, store: OnefitStore): void {
  app.decorateRequest('faultPlan', null);
  app.addHook('onRequest', async (request, reply) => {
    const { call } = request.routeOptions.config;
    if (!call) return;
    const venueId = venueOf(request);
    const plan = faults.plan({ call, venueId });
    request.faultPlan = plan;
    if (plan.delayMs > 0) await sleep(plan.delayMs);
    if (plan.forget) forget(store, { venueId, what: 'sessions' });
    if (plan.terminal && !isApplied(plan.terminal)) return deliver(reply, plan.terminal, {});
  });
}

/** Makes a route's function answer as its request's faults say, after it has done its work. */
export function withFaults<Route extends RouteGenericInterface>(
  work: (request: FastifyRequest<Route>) => object,
): (request: FastifyRequest<Route>, reply: FastifyReply) => Promise<unknown> {
  return async (request, reply) => {
    const answer = work(request);
    const terminal = request.faultPlan?.terminal;
    return terminal ? deliver(reply, terminal, answer) : answer;
  };
}

function venueOf(request: FastifyRequest): string {
  const { params } = request;
  return params && typeof params === 'object' && 'venueId' in params ? String(params.venueId) : '';
}
