import { PLUGIN } from '../../plugin-id';
import { APPOINTMENT_RULE, REGISTRATION_RULE } from './register';
import { RULE_FIELDS } from './rule-fields';

/** The content manager runs the layout of an edit view through this hook before it draws it. */
export const EDIT_VIEW_LAYOUT = 'Admin/CM/pages/EditView/mutate-edit-view-layout';

const RULES: unknown[] = [REGISTRATION_RULE, APPOINTMENT_RULE].map(
  (name) => `plugin::${PLUGIN}.${name}`,
);

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
  return 'customField' in attribute && RULES.includes(attribute.customField);
}

/**
 * Puts the registration rules into a box of their own, the last one: the rule draws the fields
 * that belong to it. An edit view without a rule stays as it is.
 */
export function groupRules<View extends EditView>(view: View): View {
  const boxes = view.layout.layout;
  const rule = boxes.flat(2).find(isRule);
  if (!rule) return view;
  const isDrawnByRule = (field: Field) => field === rule || RULE_FIELDS.includes(field.name);
  const rest = boxes
    .map((rows) => rows.map((row) => row.filter((field) => !isDrawnByRule(field))))
    .map((rows) => rows.filter((row) => row.length > 0))
    .filter((rows) => rows.length > 0);
  const box = [[{ ...rule, size: 12 }]];
  return { ...view, layout: { ...view.layout, layout: [...rest, box] } };
}
