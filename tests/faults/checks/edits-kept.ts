import type { AppointmentRow } from '../../outbound/checker/venue-rows';
import type { Edit } from '../load/movers';

/** The edits that may have been the last to take effect: the last answered one, and unanswered ones after it. */
function possiblyLast(edits: Edit[]): Edit[] {
  const tried = edits.filter(({ fate }) => fate !== 'refused');
  const lastSaved = tried.findLastIndex(({ fate }) => fate === 'saved');
  return tried.slice(Math.max(0, lastSaved));
}

/** The last start that was saved, and those that may have been saved since. */
function possibleStarts(edits: Edit[]): Edit[] {
  return possiblyLast(edits.filter(({ startsAt }) => startsAt !== null));
}

/** Every edit of staff that was answered as saved is in the database, unless a later one replaced it. */
export function editsKept(edits: Edit[], rows: AppointmentRow[]): string[] {
  return rows.flatMap((row) => {
    const mine = edits.filter(({ appointment }) => appointment === row.document_id);
    const found: string[] = [];
    const rooms = possiblyLast(mine);
    const answered = rooms.some(({ fate }) => fate === 'saved');
    if (answered && !rooms.some(({ room }) => room === row.room)) {
      const wanted = rooms.map(({ room }) => room).join(' or ');
      found.push(`${row.document_id} is in ${row.room}; saved was ${wanted}`);
    }
    const starts = possibleStarts(mine);
    const at = new Date(row.starts_at).getTime();
    const moved = starts.some(({ fate }) => fate === 'saved');
    if (moved && !starts.some(({ startsAt }) => startsAt?.getTime() === at)) {
      found.push(
        `${row.document_id} starts at ${new Date(at).toISOString()}, which nobody saved last`,
      );
    }
    return found;
  });
}
