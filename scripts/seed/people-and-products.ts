/** Invented people, at an address that no mail reaches. */
export const CUSTOMERS = [
  ['Anna', 'de Vries', 'nl'],
  ['Bram', 'Jansen', 'nl'],
  ['Chloé', 'Martin', 'en'],
  ['Daan', 'Bakker', 'nl'],
  ['Emma', 'Schneider', 'de'],
  ['Fatima', 'El Amrani', 'nl'],
  ['George', 'Brown', 'en'],
  ['Hannah', 'Müller', 'de'],
  ['Ines', 'Visser', 'nl'],
  ['Jonas', 'Weber', 'de'],
  ['Kim', 'Nguyen', 'en'],
  ['Lars', 'Smit', 'nl'],
].map(([firstName = '', lastName = '', language = 'en']) => ({
  firstName,
  lastName,
  language,
  email: `${firstName}.${lastName}`
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z.]/g, '')
    .concat('@customers.example'),
}));

/** What own customers pay with. */
export const PRODUCTS = [
  { name: '10-class card', price: 120 },
  { name: 'Monthly membership', price: 59 },
  { name: 'Drop-in', price: 15 },
];
