/**
 * The compiled project as a process of its own that stops at named points, and that a control may
 * have broken. Its settings come from the test that starts it.
 */
import './points.mjs';
import { CONTROLS } from './controls.mjs';

await CONTROLS[process.env.FAULT_CONTROL]?.();
await import('../../support/venue-main.mjs');
