import { PLUGIN } from '../../plugin-id';
import { REGISTRATION_RULE } from './register';

/** The content manager runs the layout of an edit view through this hook before it draws it. */
export const EDIT_VIEW_LAYOUT = 'Admin/CM/pages/EditView/mutate-edit-view-layout';

/** What belongs to the rules beside the rule itself, in the order in which it is shown. */
const RULE_FIELDS = [
  'aggregatorSpotLimit',
  'bookingOpensHours',
  'bookingClosesMinutes',
  'cancellationPeriodHours',
];

interface Field {
  name: string;
  size: number;
  attribute: object;
}

type Row = Field[];
type Box = Row[];

interface EditView {
  layout: { layout: Box[] };
}

function isRule({ attribute }: Field): boolean {
  return (
    'customField' in attribute && attribute.customField === `plugin::${PLUGIN}.${REGISTRATION_RULE}`
  );
}

/**
 * Puts the registration rules of an activity into a box of their own, the rule first and as wide
 * as the box. An edit view without the rule stays as it is.
 */
export function groupRules<View extends EditView>(view: View): View {
  const boxes = view.layout.layout;
  const fields = boxes.flat(2);
  const rule = fields.find(isRule);
  if (!rule) return view;
  const others = RULE_FIELDS.flatMap((name) => fields.filter((field) => field.name === name));
  const moved = [rule, ...others];
  const rest = boxes
    .map((rows) => rows.map((row) => row.filter((field) => !moved.includes(field))))
    .map((rows) => rows.filter((row) => row.length > 0))
    .filter((rows) => rows.length > 0);
  const box = [[{ ...rule, size: 12 }], others.map((field) => ({ ...field, size: 6 }))];
  return {
    ...view,
    layout: { ...view.layout, layout: [...rest, box.filter((row) => row.length > 0)] },
  };
}
