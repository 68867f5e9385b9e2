import { CHECKS } from './checks/check';
import type { CheckName, Fault } from './checks/check';
import type { Recipe } from './requests/recipe';
import { write } from './sending/write';
import type { Session } from './session';

const TOLD = 8;
const SHRINK_MS = 10_000;
const SHOWN_BYTES = 2_000;

/** The bytes of a request as text, with whatever cannot be shown written as an escape. */
function shownBytes(recipe: Recipe, host: string): string {
  const { bytes } = write(recipe, host, { secret: 'test-secret', now: new Date() });
  const text = JSON.stringify(bytes.subarray(0, SHOWN_BYTES).toString('latin1'));
  const more = bytes.length - SHOWN_BYTES;
  return more > 0 ? `${text} … and ${more} more bytes` : text;
}

function inWords({ operationId, twists, signing, sending }: Recipe): string {
  const all = [...twists, `signed: ${Object.values(signing).join(' ')}`, `sent: ${sending}`];
  return `${operationId}, ${all.join(', ')}`;
}

/** Whether a request, sent alone, shows again what it showed among others. */
function failsAgain({ crowd, judge, watch }: Session, check: CheckName) {
  return async (recipe: Recipe): Promise<boolean> => {
    const [exchange] = await crowd.send([[0, recipe]]);
    if (!exchange) return false;
    if (check === 'stranger' || check === 'refused') return (await watch.look()).length > 0;
    return judge(recipe, exchange.fate).some((finding) => finding.check === check);
  };
}

/** One of each kind of fault: the same check, and said in nearly the same words. */
function differing(faults: Fault[]): Fault[] {
  const kinds = new Map<string, Fault>();
  for (const fault of faults) {
    const kind = `${fault.check} ${fault.what.replaceAll(/[^a-z ]/gi, '').slice(0, 60)}`;
    if (fault.index !== null && !kinds.has(kind)) kinds.set(kind, fault);
  }
  return [...kinds.values()];
}

/** Says how to repeat the failing requests, each in the smallest form that still fails. */
export async function retell(session: Session, seed: number, faults: Fault[]): Promise<string[]> {
  const { requests, venue } = session;
  const { host } = new URL(venue.url);
  const lines: string[] = [];
  for (const { check, what, index } of differing(faults).slice(0, TOLD)) {
    if (index === null) continue;
    const recipe = requests.at(index);
    lines.push(
      `  ${CHECKS[check]}: ${what.slice(0, 600)}`,
      `      request ${index}: ${inWords(recipe)}`,
      `      ${shownBytes(recipe, host)}`,
      `      again: npm run test:fuzz -- --seed ${seed} --only ${index}`,
    );
    if (!venue.isRunning()) continue;
    const smallest = await requests.smallest(index, failsAgain(session, check), SHRINK_MS);
    lines.push(
      ...(smallest
        ? [`      smallest: ${inWords(smallest)}`, `      ${shownBytes(smallest, host)}`]
        : ['      alone it does not fail: it takes the requests before it, from the same seed']),
    );
  }
  return lines;
}
