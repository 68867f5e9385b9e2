import type { Knex } from '../../support/connect';

const LOG = 'faults_acknowledgements';

/**
 * Writes down, in the run's own PostgreSQL, every acknowledgement of a version below one that was
 * acknowledged already: only somebody whose claim was taken over meanwhile can make one.
 */
export async function watchAcknowledgements(knex: Knex): Promise<void> {
  await knex.raw(`CREATE TABLE ${LOG} (subject text, was bigint, becomes bigint)`);
  await knex.raw(
    `CREATE FUNCTION ${LOG}() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       INSERT INTO ${LOG} VALUES (OLD.subject, OLD.acknowledged_version, NEW.acknowledged_version);
       RETURN NEW;
     END $$`,
  );
  await knex.raw(
    `CREATE TRIGGER ${LOG} AFTER UPDATE ON onefit_sync_records FOR EACH ROW
     WHEN (NEW.acknowledged_version < OLD.acknowledged_version) EXECUTE FUNCTION ${LOG}()`,
  );
}

/** The acknowledgements that were made by whoever had lost the claim. */
export async function acknowledgedTooLate(knex: Knex): Promise<string[]> {
  const rows =
    await knex(LOG).select<
      Array<{ subject: string; was: string | number; becomes: string | number }>
    >('*');
  return rows.map(
    ({ subject, was, becomes }) => `${subject}: ${becomes} acknowledged after ${was}`,
  );
}
