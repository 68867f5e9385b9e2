import type { Session } from '../contract/types';
import type { Call } from '../contract/calls';
import { createDice } from './dice';
import type { Dice } from './dice';
import type { Fault, FaultEffect, FaultSpec } from './fault';

/** The effects that take the place of the ordinary answer. */
export type TerminalEffect = Exclude<FaultEffect, { kind: 'latency' | 'forget' | 'reject' }>;

/** What happens to one request. */
export interface FaultPlan {
  delayMs: number;
  forget: boolean;
  /** What is done instead of answering; null for an ordinary answer. */
  terminal: TerminalEffect | null;
  /** The kinds that strike, for the log. */
  kinds: string[];
}

/** What a request that is about to be planned looks like. */
export interface PlannedRequest {
  call: Call;
  venueId: string;
}

interface ArmedFault extends Fault {
  dice: Dice;
}

const DEFAULT_SEED = 1;

/** The faults in force, in the order in which they were set. */
export class FaultList {
  private faults: ArmedFault[] = [];
  private nextId = 1;
  private readonly listeners = new Set<() => void>();

  /** Calls the listener whenever a fault is set, strikes or is taken away. */
  onChange(listener: () => void): void {
    this.listeners.add(listener);
  }

  /** Sets one more fault. */
  add(spec: FaultSpec): Fault {
    const fault: ArmedFault = {
      id: `f-${this.nextId++}`,
      spec,
      seen: 0,
      struck: 0,
      dice: createDice(spec.seed ?? DEFAULT_SEED),
    };
    this.faults.push(fault);
    this.changed();
    return describe(fault);
  }

  /** Takes one fault away; gives false when there is none of that id. */
  remove(id: string): boolean {
    const before = this.faults.length;
    this.faults = this.faults.filter((fault) => fault.id !== id);
    this.changed();
    return this.faults.length < before;
  }

  /** Takes all faults away. */
  clear(): void {
    this.faults = [];
    this.changed();
  }

  /** Gives the faults in force, spent ones too. */
  list(): Fault[] {
    return this.faults.map(describe);
  }

  /**
   * Decides what happens to a request. Latencies add up; of the faults that take the place of the
   * answer the first one set that strikes wins, and those after it are not asked.
   */
  plan(request: PlannedRequest): FaultPlan {
    const plan: FaultPlan = { delayMs: 0, forget: false, terminal: null, kinds: [] };
    for (const fault of this.faults) {
      const { spec } = fault;
      if (spec.kind === 'reject' || !inScope(spec, request)) continue;
      if (spec.kind !== 'latency' && spec.kind !== 'forget' && plan.terminal) continue;
      if (!strikes(fault)) continue;
      plan.kinds.push(spec.kind);
      if (spec.kind === 'latency') plan.delayMs += spec.ms + (spec.jitterMs ?? 0) * fault.dice();
      else if (spec.kind === 'forget') plan.forget = true;
      else plan.terminal = spec;
    }
    if (plan.kinds.length > 0) this.changed();
    return plan;
  }

  /** Gives the word with which a session is rejected, or null when it is welcome. */
  veto(venueId: string, session: Session): { code: string; detail: string } | null {
    for (const fault of this.faults) {
      const { spec } = fault;
      if (spec.kind !== 'reject' || !inScope(spec, { call: 'sessions.put', venueId })) continue;
      const named =
        (spec.sessionIds ?? []).includes(session.id) ||
        (spec.classNames ?? []).includes(session.class.name);
      if (!named || !strikes(fault)) continue;
      this.changed();
      return {
        code: spec.code,
        detail: spec.detail ?? `Onefit refuses this session: ${spec.code}.`,
      };
    }
    return null;
  }

  private changed(): void {
    for (const listener of this.listeners) listener();
  }
}

function inScope(spec: FaultSpec, request: PlannedRequest): boolean {
  if (spec.calls && !spec.calls.includes(request.call)) return false;
  return !spec.venueId || spec.venueId.toLowerCase() === request.venueId.toLowerCase();
}

/** Throws the dice for one request in scope; a spent fault throws none. */
function strikes(fault: ArmedFault): boolean {
  const { count, probability } = fault.spec;
  if (count !== undefined && fault.struck >= count) return false;
  fault.seen += 1;
  if (probability !== undefined && fault.dice() >= probability) return false;
  fault.struck += 1;
  return true;
}

function describe({ id, spec, seen, struck }: ArmedFault): Fault {
  return { id, spec, seen, struck };
}
