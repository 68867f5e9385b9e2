/** So many of so many in whole percent; 0 of none. More booked than there are spots is full. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.min(100, Math.round((part / whole) * 100));
}
