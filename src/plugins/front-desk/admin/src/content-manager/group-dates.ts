import { PLUGIN } from '../plugin-id';

/** The content manager runs the layout of an edit view through this hook before it draws it. */
export const EDIT_VIEW_LAYOUT = 'Admin/CM/pages/EditView/mutate-edit-view-layout';

const ours = (name: string) => `plugin::${PLUGIN}.${name}`;

interface Field {
  attribute: object;
}

type Box = Field[][];

interface EditView {
  layout: { layout: Box[] };
}

function is(field: Field, ...names: string[]): boolean {
  const { attribute } = field;
  return 'customField' in attribute && names.map(ours).includes(String(attribute.customField));
}

/**
 * Puts the dates of an activity into a box of their own, with the question that a change of them
 * asks. An edit view without dates stays as it is.
 */
export function groupDates<View extends EditView>(view: View): View {
  const boxes = view.layout.layout.flatMap((rows): Box[] => {
    const dates = rows.findIndex((row) => row.some((field) => is(field, 'dates')));
    if (dates < 0) return [rows];
    const isOurs = (row: Field[]) => row.some((field) => is(field, 'dates', 'consent'));
    const rest = (part: Box) => part.filter((row) => !isOurs(row));
    return [rest(rows.slice(0, dates)), rows.filter(isOurs), rest(rows.slice(dates))];
  });
  const layout = boxes.filter((rows) => rows.length > 0);
  return { ...view, layout: { ...view.layout, layout } };
}
