import { missingGrants } from './grants';
import type { Grant, Held } from './grants';

const READ = 'plugin::content-manager.explorer.read';

function reading(...fields: string[]): Grant {
  return { action: READ, subject: 'api::activity.activity', fields };
}

const seeing: Grant = { action: 'plugin::front-desk.schedule.read', subject: null, fields: null };

function held(grant: Grant, id = 7): Held {
  return { ...grant, id };
}

/** What a first start gives, with its keys as the next start finds them. */
const first = missingGrants([seeing, reading('name', 'room')], [], []);

describe('what a role is still to be given', () => {
  it('is everything on the first start', () => {
    expect(first.create).toEqual([seeing, reading('name', 'room')]);
    expect(first.extend).toEqual([]);
    expect(first.given).toHaveLength(3);
  });

  it('is nothing on the next start', () => {
    const now = [held(seeing), held(reading('name', 'room'))];
    const again = missingGrants([seeing, reading('name', 'room')], first.given, now);
    expect(again).toEqual({ create: [], extend: [], given: first.given });
  });

  it('is nothing either where staff took a permission or a field away', () => {
    const now = [held(reading('name'))];
    const again = missingGrants([seeing, reading('name', 'room')], first.given, now);
    expect(again).toEqual({ create: [], extend: [], given: first.given });
  });

  it('is a permission that a new version brings', () => {
    const brought: Grant = {
      action: 'plugin::front-desk.report.read',
      subject: null,
      fields: null,
    };
    const { create, extend, given } = missingGrants([seeing, brought], first.given, [held(seeing)]);
    expect(create).toEqual([brought]);
    expect(extend).toEqual([]);
    expect(given).toEqual([...first.given, 'plugin::front-desk.report.read ']);
  });

  it('is a field that a new version brings, beside those that staff left and added', () => {
    const now = [held(reading('name', 'kind'))];
    const { create, extend } = missingGrants([reading('name', 'room', 'sport')], first.given, now);
    expect(create).toEqual([]);
    expect(extend).toEqual([{ id: 7, fields: ['name', 'kind', 'sport'] }]);
  });

  it('is not the new field of a type that staff took from the role as a whole', () => {
    const { create, extend, given } = missingGrants([reading('name', 'sport')], first.given, []);
    expect([create, extend]).toEqual([[], []]);
    expect(given).toContain(`${READ} api::activity.activity sport`);
  });

  it('is nothing that the role holds already, as after a start that broke off half way', () => {
    const now = [held(seeing), held(reading('name', 'room'))];
    const { create, extend } = missingGrants([seeing, reading('name', 'room')], [], now);
    expect([create, extend]).toEqual([[], []]);
  });
});
