import { useText } from '../../components/use-text';
import type { TextKey } from '../../components/use-text';
import type { Problems } from './timetable/problems';

/** What nobody has got wrong yet: it is still to be entered. */
const MISSING: TextKey[] = ['dates.startMissing', 'dates.endMissing', 'dates.untilMissing'];

/**
 * Puts the problem at a place into a sentence; undefined where there is none to tell.
 *
 * @param showsMissing whether somebody tried to save, and is to be told what is still missing
 */
export function useProblem(problems: Problems, showsMissing: boolean) {
  const { t } = useText();
  return (place: string): string | undefined => {
    const problem = problems.get(place);
    if (!problem || (!showsMissing && MISSING.includes(problem))) return undefined;
    return t(problem);
  };
}
