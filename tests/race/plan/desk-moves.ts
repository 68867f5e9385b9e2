import type { Move } from './move';
import type { Scene } from './scene';

function customer({ random, arena }: Scene): string {
  return random.pick(arena.customers).documentId;
}

/** Staff book in the Sign-in, now and then in the content manager. */
function booking(scene: Scene, appointment = scene.session(), who = customer(scene)) {
  const through = scene.random.chance(0.8) ? ('sign-in' as const) : ('panel' as const);
  return { kind: 'desk-book' as const, appointment, customer: who, through };
}

/** Staff book a customer, and perhaps take it back or let them in, two desks at once. */
export function deskBook(scene: Scene): Move {
  const { random } = scene;
  const move: Move = [[scene.step(booking(scene))]];
  const late = random.chance(0.3);
  const subject = { from: 'made' as const };
  const cancel = () => scene.step({ kind: 'desk-cancel', entry: '', late }, { subject });
  const letIn = () => scene.step({ kind: 'desk-check-in', entry: '' }, { subject });
  if (random.chance(0.5)) {
    const second = random.pick([cancel, letIn, null]);
    move.push(second ? [cancel(), second()] : [cancel()]);
  }
  return move;
}

/** Two desks book the same customer at the same moment. */
export function deskTwin(scene: Scene): Move {
  const { appointment, customer: who } = booking(scene);
  const book = () => scene.step(booking(scene, appointment, who));
  return [[book(), book()]];
}

/** Somebody books through Onefit while they stand at the desk. */
export function bothDoors(scene: Scene): Move {
  const { random, arena } = scene;
  const known = random.pick(arena.customers.filter(({ member }) => member !== null));
  const appointment = scene.session();
  return [
    [
      scene.step(scene.wish(appointment, known.member ?? '')),
      scene.step(booking(scene, appointment, known.documentId)),
    ],
  ];
}

/** Staff open the Sign-in and act on somebody in it. */
export function lookAndAct(scene: Scene): Move {
  const { random } = scene;
  const act = random.pick([
    { kind: 'desk-cancel' as const, entry: '', late: false },
    { kind: 'desk-check-in' as const, entry: '' },
    { kind: 'desk-no-show' as const, entry: '' },
  ]);
  return [
    [scene.sure({ kind: 'desk-look', appointment: scene.session() })],
    [scene.step(act, { subject: { from: 'listed', nth: random.between(0, 100) } })],
  ];
}

/** Staff give an appointment another capacity, another limit for aggregators, or both. */
export function edit(scene: Scene): Move {
  const { random } = scene;
  const one = () => {
    const { documentId, follows } = scene.appointment();
    const what = follows === null ? random.pick(['capacity', 'limit', 'both']) : 'capacity';
    const limit = random.chance(0.3) ? null : random.between(0, 6);
    return scene.step({
      kind: 'edit',
      appointment: documentId,
      ...(what === 'limit' ? {} : { capacity: random.between(0, 10) }),
      ...(what === 'capacity' ? {} : { limit }),
    });
  };
  return [random.chance(0.2) ? [one(), one()] : [one()]];
}

/** Staff give an activity another limit, and with it all appointments that follow it. */
export function editActivity(scene: Scene): Move {
  const { random, arena } = scene;
  const limit = random.between(1, 5);
  return [[scene.step({ kind: 'edit-activity', activity: arena.activity, limit })]];
}

/** Staff cancel an appointment while people book it. */
export function callOff(scene: Scene): Move {
  const appointment = scene.session();
  const off = () => scene.step({ kind: 'call-off', appointment });
  const volley = [
    off(),
    scene.step(scene.wish(appointment)),
    scene.step(booking(scene, appointment)),
  ];
  if (scene.random.chance(0.3)) volley.push(off());
  return [volley, [scene.step(scene.wish(appointment))]];
}
