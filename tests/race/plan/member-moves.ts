import type { Move } from './move';
import type { Scene, Wish } from './scene';

/** The same id with another member, or for another session. */
function altered({ random, session, member }: Scene, wish: Wish): Wish {
  return random.chance(0.5) ? { ...wish, member: member() } : { ...wish, session: session() };
}

function cancellation(scene: Scene, { booking }: Wish) {
  return { kind: 'cancel' as const, booking, late: scene.random.chance(0.5) };
}

/** Books; where the answer is lost, asks again as Onefit does. */
export function book(scene: Scene): Move {
  const wish = scene.wish();
  const first = scene.step(wish, scene.random.chance(0.2) ? { cutAfterMs: 3 } : {});
  return first.cutAfterMs === null ? [[first]] : [[first], [scene.sure(wish)]];
}

/** Several members want the same session at the same moment. */
export function rush(scene: Scene): Move {
  const session = scene.session();
  const members = Array.from({ length: scene.random.between(3, 6) }, () => scene.member());
  return [members.map((member) => scene.step(scene.wish(session, member)))];
}

/** The same request twice at the same moment, at whatever servers, and once more. */
export function sameTwice(scene: Scene): Move {
  const wish = scene.wish();
  return [[scene.step(wish), scene.step(wish)], [scene.sure(wish)]];
}

/** An exact repeat of what was asked lately. */
export function repeat(scene: Scene): Move {
  return [[scene.step(scene.recent(), { subject: scene.held() })]];
}

/** An id that was used lately, with another body. */
export function otherBody(scene: Scene): Move {
  return [[scene.step(altered(scene, scene.recent()))]];
}

/** A new id with two bodies at the same moment; then each again. */
export function twoBodies(scene: Scene): Move {
  const wish = scene.wish();
  const other = altered(scene, wish);
  return [
    [scene.step(wish), scene.step(other)],
    [scene.sure(wish), scene.sure(other)],
  ];
}

/** Cancels what was booked lately, now and then in both ways at the same moment. */
export function cancel(scene: Scene): Move {
  const wish = scene.recent();
  const subject = scene.held();
  const volley = [scene.step(cancellation(scene, wish), { subject })];
  if (scene.random.chance(0.3)) volley.push(scene.step(cancellation(scene, wish), { subject }));
  return [volley];
}

/** The cancellation overtakes the booking; then the booking comes, perhaps with two bodies. */
export function cancelFirst(scene: Scene): Move {
  const wish = scene.wish();
  const bodies = scene.random.chance(0.4) ? [wish, altered(scene, wish)] : [wish];
  return [
    [scene.step(cancellation(scene, wish))],
    bodies.map((body) => scene.step(body)),
    bodies.map((body) => scene.sure(body)),
  ];
}

/** Booking and cancellation of one id at the same moment. */
export function bookAndCancel(scene: Scene): Move {
  const wish = scene.wish();
  return [
    [scene.step(wish), scene.step(cancellation(scene, wish))],
    [scene.sure({ kind: 'read', booking: wish.booking })],
  ];
}

/** Books, cancels and books again under a new id. */
export function rebook(scene: Scene): Move {
  const wish = scene.wish();
  const again = scene.wish(wish.session, wish.member);
  return [[scene.sure(wish)], [scene.step(cancellation(scene, wish))], [scene.step(again)]];
}

/** One member leaves, if they got in, and two want the spot, all at the same moment. */
export function succession(scene: Scene): Move {
  const leaving = scene.wish();
  const cancel = () => scene.step(cancellation(scene, leaving));
  const want = () => scene.step(scene.wish(leaving.session));
  return [[scene.sure(leaving)], [cancel(), want(), want()], [cancel()]];
}

/** One member books one session twice at the same moment, under two ids. */
export function twin(scene: Scene): Move {
  const first = scene.wish();
  return [[scene.step(first), scene.step(scene.wish(first.session, first.member))]];
}

/** Somebody never seen books several sessions at the same moment. */
export function firstBookings(scene: Scene): Move {
  const member = scene.newMember();
  const count = scene.random.between(2, 4);
  return [Array.from({ length: count }, () => scene.step(scene.wish(scene.session(), member)))];
}

/** The member arrives, and now and then leaves at the same moment. */
export function checkIn(scene: Scene): Move {
  const wish = scene.recent();
  const subject = scene.held();
  const volley = [scene.step({ kind: 'check-in', booking: wish.booking }, { subject })];
  if (scene.random.chance(0.5)) volley.push(scene.step(cancellation(scene, wish), { subject }));
  return [volley];
}

/** Looks a booking up. */
export function read(scene: Scene): Move {
  const asked = { kind: 'read' as const, booking: scene.recent().booking };
  return [[scene.step(asked, { subject: scene.held() })]];
}
