import type { Target } from '../shared/targets';

/** The figures of the outbound engine; times in milliseconds. */
export interface OutboundFigures {
  /** items a second, claimed and acknowledged, against pg-boss */
  vsPgBoss: number;
  vsGraphileWorker: number;
  itemsPerSecond: number;
  /** the same with payloads built from the appointments as they are */
  itemsWithPayloadPerSecond: number;
  changeToOnefitP50Ms: number;
  changeToOnefitP99Ms: number;
  /** the time of a save that is marked, against one that is not */
  saveWithMarkingVsWithout: number;
  /** resident memory after pushing, against before */
  residentVsIdle: number;
}

/** What is promised of the outbound engine. */
export const OUTBOUND_TARGETS: Partial<Record<keyof OutboundFigures, Target>> = {
  vsPgBoss: { least: 2 },
  vsGraphileWorker: { least: 3 },
  changeToOnefitP99Ms: { most: 2000 },
  saveWithMarkingVsWithout: { most: 1.15 },
  residentVsIdle: { most: 1.3 },
};
