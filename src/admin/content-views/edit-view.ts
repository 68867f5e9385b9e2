import { inPanelLanguage } from './words';

/** The content manager runs the layout of an edit view through this hook before it draws it. */
export const EDIT_VIEW_LAYOUT = 'Admin/CM/pages/EditView/mutate-edit-view-layout';

interface Attribute {
  type: string;
  maxLength?: number;
  minLength?: number;
  min?: number;
  max?: number;
}

interface Field {
  /** the project writes it: shown, not entered */
  disabled?: boolean;
  label: string;
  hint?: string;
  attribute: Attribute;
}

interface EditView {
  layout: { layout: Field[][][] };
}

/** Without the limits, which Strapi would print below every field; it checks by the schema. */
function withoutLimits(attribute: Attribute): Attribute {
  const shown = { ...attribute };
  for (const limit of ['maxLength', 'minLength', 'min', 'max'] as const) delete shown[limit];
  return shown;
}

function translated(field: Field): Field {
  return {
    ...field,
    label: inPanelLanguage(field.label),
    hint: field.hint && inPanelLanguage(field.hint),
    attribute: withoutLimits(field.attribute),
  };
}

/** A new entry has nothing yet of what the project writes: such fields would stand there empty. */
function entered(boxes: Field[][][]): Field[][][] {
  return boxes
    .map((rows) =>
      rows
        .map((row) => row.filter(({ disabled }) => disabled !== true))
        .filter((row) => row.length > 0),
    )
    .filter((rows) => rows.length > 0);
}

/** Whether the page makes a new entry; the hook is told of the type alone. */
function isMaking(): boolean {
  return window.location.pathname.endsWith('/create');
}

/** Says labels and help in the language of the panel; help is a sentence, not a number of signs. */
export function translateEditView<View extends EditView>(view: View): View {
  const shown = isMaking() ? entered(view.layout.layout) : view.layout.layout;
  const boxes = shown.map((rows) => rows.map((row) => row.map(translated)));
  return { ...view, layout: { ...view.layout, layout: boxes } };
}
