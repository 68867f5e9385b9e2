import type { Knex } from 'knex';
import { makeAppointment, makeCustomer } from '../support/content';
import { chosenDatabase } from '../support/database';
import { linkedSuite } from '../support/linked-suite';
import { member } from '../support/partner';
import { startVenueProcess } from '../support/venue-process';

const suite = linkedSuite();

const KIND = chosenDatabase();
const INDEX = KIND === 'mysql' ? 'customers_email_ix' : 'customers_email_lower_ix';

/** Enough that looking at all of them is dearer than the index, also where nothing was counted yet. */
const MANY = 3_000;

interface Query {
  sql: string;
  bindings: readonly Knex.RawBinding[];
}

const knex = () => suite.venue.strapi.db.connection;

function enter(email: string, sharesEmail = false): Promise<unknown> {
  const customers = suite.venue.strapi.service('api::customer.customer') as unknown as {
    enter(person: object, sharesEmail: boolean): Promise<unknown>;
  };
  const person = { firstName: 'Anna', lastName: 'Berg', email, phone: null, language: 'en' };
  return customers.enter(person, sharesEmail);
}

async function firstBooking(email: string): Promise<void> {
  const { documentId } = await makeAppointment(suite.venue, suite.linked.activity);
  const who = member('m-1', { email });
  const { status } = await suite.onefit.book(suite.linked.uuid, 'b-1', documentId, who);
  expect(status).toBe(201);
}

/** The questions for customers by their e-mail that `work` asks. */
async function questionsOf(work: () => Promise<unknown>): Promise<Query[]> {
  const asked: Query[] = [];
  const listen = (query: Query) => {
    if (/^select .* from .customers. where .*email/i.test(query.sql)) asked.push(query);
  };
  knex().on('query', listen);
  await work().finally(() => knex().off('query', listen));
  return asked;
}

/** The index of each step by which the database would answer a question. */
async function planOf({ sql, bindings }: Query): Promise<string> {
  const explain = KIND === 'sqlite' ? 'EXPLAIN QUERY PLAN' : 'EXPLAIN';
  const answer: unknown = await knex().raw(`${explain} ${sql.replace(/\$\d+/g, '?')}`, [
    ...bindings,
  ]);
  if (KIND === 'postgres') return JSON.stringify((answer as { rows: unknown[] }).rows);
  if (KIND === 'sqlite') return JSON.stringify(answer);
  const [steps] = answer as [Array<{ key: string | null }>];
  return JSON.stringify(steps.map(({ key }) => key));
}

async function fill(): Promise<void> {
  const customers = Array.from({ length: MANY }, (_, number) => ({
    document_id: `many-${number}`,
    first_name: 'Many',
    last_name: `Number ${number}`,
    name: `Many Number ${number}`,
    email: `Many-${number}@X.example`,
  }));
  await knex().batchInsert('customers', customers, 100);
}

describe('among many customers', () => {
  it('those of a member’s e-mail are found by an index, whatever its case', async () => {
    await fill();
    const [asked, ...others] = await questionsOf(() => firstBooking('many-7@x.EXAMPLE'));
    expect(others).toEqual([]);
    expect(await planOf(asked as Query)).toContain(INDEX);
    const proposed: unknown = await knex()('onefit_customer_proposals').select('other_key');
    expect(proposed).toEqual([{ other_key: 'many-7' }]);
  });

  it('so are those of an e-mail that is entered at the desk', async () => {
    await fill();
    const [asked, ...others] = await questionsOf(() => enter('new@x.example'));
    expect(others).toEqual([]);
    expect(await planOf(asked as Query)).toContain(INDEX);
    await expect(enter('MANY-7@x.example')).rejects.toMatchObject({
      code: 'email_known',
      details: { customers: [{ documentId: 'many-7' }] },
    });
  });
});

async function collationOfEmail(): Promise<unknown> {
  const row: unknown = await knex()('information_schema.columns')
    .whereRaw('table_schema = database()')
    .where({ table_name: 'customers', column_name: 'email' })
    .first('collation_name as collation');
  return (row as { collation: unknown }).collation;
}

(KIND === 'mysql' ? it : it.skip)(
  'a database that was made to regard the case disregards it here, from the next start on',
  async () => {
    await makeCustomer(suite.venue.strapi, { email: 'Zoe@x.example' });
    await knex().raw(
      'ALTER TABLE customers MODIFY email varchar(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL',
    );
    const started = await startVenueProcess(suite.venue.database);
    await started.stop();
    expect(await collationOfEmail()).toMatch(/_ci$/);
    await expect(enter('zoe@X.example')).rejects.toMatchObject({ code: 'email_known' });
  },
  120_000,
);
