/** SQLite as Strapi's generator sets it up; on demand as the project that is measured does. */
function sqlite(env) {
  const tuned = env.bool('SQLITE_TUNED', false);
  return {
    client: 'sqlite',
    connection: { filename: env('DATABASE_FILENAME') },
    useNullAsDefault: true,
    pool: tuned ? { afterCreate: tune } : {},
  };
}

function tune(connection, done) {
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = NORMAL');
  connection.pragma('busy_timeout = 5000');
  done(null, connection);
}

function postgres(env) {
  return {
    client: 'postgres',
    connection: {
      host: env('DATABASE_HOST'),
      port: env.int('DATABASE_PORT'),
      database: env('DATABASE_NAME'),
      user: env('DATABASE_USERNAME'),
      password: env('DATABASE_PASSWORD'),
    },
    pool: { min: 2, max: 10 },
  };
}

module.exports = ({ env }) => ({
  connection: env('DATABASE_CLIENT') === 'sqlite' ? sqlite(env) : postgres(env),
});
