import type { BrowserContext } from '@playwright/test';

/** Counts how often the person presses a button of the mouse, on whatever page of the window. */
export async function countPresses(context: BrowserContext): Promise<() => number> {
  let presses = 0;
  await context.exposeFunction('countPress', () => {
    presses += 1;
  });
  await context.addInitScript(() => {
    const { countPress } = window as unknown as { countPress: () => void };
    document.addEventListener('pointerdown', (event) => event.isTrusted && countPress(), true);
  });
  return () => presses;
}
