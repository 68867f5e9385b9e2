module.exports = ({ env }) => ({
  host: env('HOST'),
  port: env.int('PORT'),
  // Connections outlast the rounds of the others, as they do in the project that is measured.
  http: { serverOptions: { keepAliveTimeout: 65_000 } },
  app: { keys: env.array('APP_KEYS') },
  logger: { updates: { enabled: false }, startup: { enabled: false } },
});
