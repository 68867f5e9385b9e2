/** How the content manager shows a type, before staff arrange it their own way. */
export interface View {
  /** the columns of the list, in their order */
  list: string[];
  /** the list is sorted by this field, `-` in front: last first */
  sort: string;
  /** the field that names an entry: title of its page, and in pickers of other types */
  mainField: string;
  /** the rows of the edit view: field → its width in twelfths */
  edit: Array<Record<string, number>>;
  /** fields that the project writes itself: shown, not entered */
  readOnly?: string[];
  /** whether several entries can be ticked and deleted at once; default false */
  bulk?: boolean;
}

const HALF = 6;
const WHOLE = 12;
const THIRD = 4;

/** The types that staff see, by name: `api::<type>.<type>`. */
export const VIEWS: Record<string, View> = {
  company: {
    list: ['name', 'uuid'],
    sort: 'name',
    mainField: 'name',
    edit: [{ name: HALF, uuid: HALF }],
    readOnly: ['uuid'],
  },
  venue: {
    list: ['name', 'city', 'timeZone', 'company'],
    sort: 'name',
    mainField: 'name',
    edit: [
      { name: HALF, timeZone: HALF },
      { company: HALF, uuid: HALF },
      { street: HALF, postalCode: HALF },
      { city: HALF, country: HALF },
      { latitude: HALF, longitude: HALF },
    ],
    readOnly: ['uuid'],
  },
  activity: {
    list: ['name', 'kind', 'teacher', 'capacity', 'aggregatorBookings', 'venue'],
    sort: 'name',
    mainField: 'name',
    edit: [
      { name: HALF, kind: HALF },
      { venue: HALF, sport: HALF },
      { capacity: THIRD, room: THIRD, teacher: THIRD },
      { description: WHOLE },
      { recurrenceRule: WHOLE },
      { confirmed: WHOLE },
      { aggregatorBookings: WHOLE },
      { aggregatorSpotLimit: HALF, bookingOpensHours: HALF },
      { bookingClosesMinutes: HALF, cancellationPeriodHours: HALF },
    ],
    bulk: true,
  },
  appointment: {
    list: ['title', 'state', 'booked', 'capacity', 'bookedByAggregator', 'teacher', 'room'],
    sort: '-startsAt',
    mainField: 'title',
    edit: [
      { title: HALF, activity: HALF },
      { startsAt: HALF, endsAt: HALF },
      { capacity: THIRD, room: THIRD, teacher: THIRD },
      { booked: HALF, bookedByAggregator: HALF },
      { state: HALF },
      { cancellationReason: WHOLE },
      { confirmed: WHOLE },
      { aggregatorBookings: HALF, aggregatorSpotLimit: HALF },
    ],
    readOnly: ['title', 'booked', 'bookedByAggregator'],
    bulk: true,
  },
  customer: {
    list: ['name', 'email', 'phone', 'language'],
    sort: 'lastName',
    mainField: 'name',
    edit: [
      { firstName: HALF, lastName: HALF },
      { email: HALF, phone: HALF },
      { language: HALF },
      { note: WHOLE },
    ],
    readOnly: ['name'],
  },
  'customer-aggregator-id': {
    list: ['customer', 'aggregator', 'externalId'],
    sort: 'externalId',
    mainField: 'externalId',
    edit: [{ customer: HALF }, { aggregator: HALF, externalId: HALF }],
  },
  booking: {
    list: ['customer', 'appointment', 'state', 'source', 'product', 'bookedAt'],
    sort: '-bookedAt',
    mainField: 'title',
    edit: [
      { appointment: HALF, customer: HALF },
      { product: HALF, state: HALF },
      { source: HALF, externalId: HALF },
      { bookedAt: HALF, modifiedAt: HALF },
    ],
    readOnly: ['title', 'source', 'externalId', 'bookedAt', 'modifiedAt'],
  },
  product: {
    list: ['name', 'price'],
    sort: 'name',
    mainField: 'name',
    edit: [{ name: HALF, price: HALF }],
  },
};
