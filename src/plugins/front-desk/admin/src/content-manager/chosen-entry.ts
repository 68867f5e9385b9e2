/** What the content manager's form holds of a relation once somebody touched it. */
interface TouchedRelation {
  connect?: Array<{ documentId?: string; apiData?: { documentId?: string } }>;
}

/**
 * The entry that staff chose for a relation in the form.
 *
 * @returns its document id; null where the stored one holds, or none is chosen
 */
export function chosenEntry(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const last = (value as TouchedRelation).connect?.at(-1);
  return last?.apiData?.documentId ?? last?.documentId ?? null;
}
