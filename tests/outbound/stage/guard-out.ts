import type { DatabaseKind } from '../../support/database';
import type { Knex } from '../../support/connect';

/**
 * A guard of the engine that is taken out, to see that the checks notice. `version`: whatever is
 * desired at the moment of the answer counts as delivered, not what was sent. `lease`: a claim holds
 * for no time at all, so that several instances send the same. `claim-end`: a claim holds for an hour,
 * so that what a killed process had claimed is nobody's.
 *
 * The engine itself stays as it is: triggers in the run's own database undo what it writes.
 */
export type Guard = 'version' | 'lease' | 'claim-end';

const TABLE = 'onefit_sync_records';

/** What the row gets instead of what was written, as SQL of any of the databases. */
const UNDONE: Record<Guard, { column: string } & Record<DatabaseKind, string>> = {
  version: {
    column: 'acknowledged_version',
    sqlite: 'desired_version',
    postgres: 'NEW.desired_version',
    mysql: 'NEW.desired_version',
  },
  lease: { column: 'lease_until', sqlite: 'NULL', postgres: 'NULL', mysql: 'NULL' },
  'claim-end': {
    column: 'lease_until',
    sqlite: 'lease_until + 3600000',
    postgres: "NEW.lease_until + INTERVAL '1 hour'",
    mysql: 'NEW.lease_until + INTERVAL 1 HOUR',
  },
};

function statements(guard: Guard, kind: DatabaseKind): string[] {
  const { column, [kind]: undone } = UNDONE[guard];
  const name = `guard_out_${guard.replace('-', '_')}`;
  const changed = `NEW.${column} IS NOT NULL AND (OLD.${column} IS NULL OR NEW.${column} <> OLD.${column})`;
  if (kind === 'sqlite') {
    return [
      `CREATE TRIGGER ${name} AFTER UPDATE OF ${column} ON ${TABLE} WHEN ${changed}
       BEGIN UPDATE ${TABLE} SET ${column} = ${undone} WHERE id = NEW.id; END`,
    ];
  }
  if (kind === 'mysql') {
    return [
      `CREATE TRIGGER ${name} BEFORE UPDATE ON ${TABLE} FOR EACH ROW
       SET NEW.${column} = IF(${changed}, ${undone}, NEW.${column})`,
    ];
  }
  return [
    `CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       IF ${changed} THEN NEW.${column} := ${undone}; END IF;
       RETURN NEW;
     END $$`,
    `CREATE TRIGGER ${name} BEFORE UPDATE ON ${TABLE} FOR EACH ROW EXECUTE FUNCTION ${name}()`,
  ];
}

/** Takes a guard out of the run's own database. */
export async function takeOut(knex: Knex, kind: DatabaseKind, guard: Guard): Promise<void> {
  for (const statement of statements(guard, kind)) await knex.raw(statement);
}
