import type { ComponentType } from 'react';

/** Shows something of a venue below its UUID, on the page "Version & Info"; nothing where it cannot. */
export type VenueFact = ComponentType<{ venue: { documentId: string; timeZone: string } }>;

const facts: VenueFact[] = [];

/**
 * Lets another plugin say something of each venue, such as how it is linked with an aggregator:
 * `app.getPlugin('front-desk').apis.addVenueFact(Fact)`. The front desk knows none of them.
 */
export function addVenueFact(fact: VenueFact): void {
  facts.push(fact);
}

export function venueFacts(): readonly VenueFact[] {
  return facts;
}
