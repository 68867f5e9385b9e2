import assert from 'node:assert/strict';
import { comingAppointments } from '../schedule';
import { registerAdministrator, signIn } from '../staff';
import type { Doc, Staff } from '../staff';
import type { Stage } from '../stage';
import type { Story } from '../story';
import type { World } from '../world';

const TIME_ZONE = 'Europe/Amsterdam';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const ADMINISTRATOR = { email: 'staff@venue.example', password: 'Loop-password-1' };

/** A date of today on the venue's calendar, as a recurrence rule begins. */
function daily(time: string, duration: string): string {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE }).format(new Date());
  return [
    `DTSTART:${today.replaceAll('-', '')}T${time}`,
    `DURATION:${duration}`,
    'RRULE:FREQ=DAILY',
  ].join('\n');
}

async function makePlace(staff: Staff) {
  const company = await staff.create<Doc & { uuid: string }>('company', {
    name: 'Studio Noord B.V.',
  });
  const venue = await staff.create<Doc & { uuid: string }>('venue', {
    name: 'Centrum',
    timeZone: TIME_ZONE,
    company: { connect: [{ documentId: company.documentId }] },
  });
  assert.match(company.uuid, UUID);
  assert.match(venue.uuid, UUID);
  return { company, venue };
}

async function makeTimetable(staff: Staff, venue: Doc) {
  const at = { connect: [{ documentId: venue.documentId }] };
  const allowed = await staff.create('activity', {
    name: 'Vinyasa Yoga',
    kind: 'class',
    description: 'Breath and movement, for every level.',
    capacity: 12,
    room: 'Upstairs',
    teacher: 'Noor',
    venue: at,
    recurrenceRule: `${daily('070000', 'PT45M')}\n${daily('183000', 'PT1H15M')}`,
  });
  const kept = await staff.create('activity', {
    name: 'Boxing',
    kind: 'training',
    capacity: 8,
    venue: at,
    recurrenceRule: daily('200000', 'PT1H'),
  });
  return { allowed, kept };
}

/** Starts the venue and gives it what a studio has before it hears of Onefit. */
export async function openTheStudio(story: Story, stage: Stage): Promise<World> {
  story.chapter('A studio on a fresh database');
  await story.step('The venue starts', () => stage.venue.start());
  const staff = await story.step('Staff sign in to the panel', async () => {
    await registerAdministrator(stage.venue.url, ADMINISTRATOR);
    return signIn(stage.venue.url, ADMINISTRATOR);
  });
  return story.step('Staff make a venue and a timetable', async (note) => {
    const { company, venue } = await makePlace(staff);
    const { allowed, kept } = await makeTimetable(staff, venue);
    const customer = await staff.create('customer', { firstName: 'Anna', lastName: 'de Vries' });
    const product = await staff.create('product', { name: '10-class card', price: 120 });
    const counts = [allowed, kept].map(
      async (activity) => (await comingAppointments(staff, activity)).length,
    );
    const [offered = 0, others = 0] = await Promise.all(counts);
    assert.ok(offered > 100, `${offered} appointments are too few for more than one batch`);
    assert.ok(others > 0, 'the other activity has no appointments');
    note(`${offered} appointments to offer, ${others} others`);
    const place = { companyUuid: company.uuid, venueUuid: venue.uuid, timeZone: TIME_ZONE };
    return { ...stage, staff, place, allowed, kept, customer, product };
  });
}
