import { groupDates } from './group-dates';

const field = (name: string, customField?: string) => ({
  name,
  attribute: {
    type: 'text',
    ...(customField && { customField: `plugin::front-desk.${customField}` }),
  },
});

const view = (boxes: Array<Array<Array<ReturnType<typeof field>>>>) => ({
  layout: { layout: boxes },
});

const names = (shown: ReturnType<typeof view>) =>
  shown.layout.layout.map((rows) => rows.map((row) => row.map(({ name }) => name).join(' ')));

describe('the edit view of an activity', () => {
  it('has its dates in a box of their own, with the question that a change asks', () => {
    const shown = groupDates(
      view([
        [
          [field('name'), field('kind')],
          [field('recurrenceRule', 'dates')],
          [field('confirmed', 'consent')],
          [field('capacity')],
        ],
        [[field('rule')]],
      ]),
    );
    expect(names(shown)).toEqual([
      ['name kind'],
      ['recurrenceRule', 'confirmed'],
      ['capacity'],
      ['rule'],
    ]);
  });

  it('stays as it is where there are no dates', () => {
    const other = view([[[field('name')], [field('confirmed', 'consent')]]]);
    expect(names(groupDates(other))).toEqual([['name', 'confirmed']]);
  });
});
