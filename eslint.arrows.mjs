/**
 * The parts of the house and the arrows between them: who may import whom.
 *
 * A part may import itself and what its arrows name; everything else is refused. So a new folder
 * can reach nothing, and nothing can reach it, until it is named here.
 */
const desk = 'src/plugins/front-desk';
const onefit = 'src/plugins/onefit-aggregator';

/** Part → its folder. The first folder that holds a file names its part: inner before outer. */
const folders = {
  wire: `${onefit}/server/src/wire`,
  inbound: `${onefit}/server/src/inbound`,
  outbound: `${onefit}/server/src/outbound`,
  market: `${onefit}/server/src/market`,
  metrics: `${onefit}/server/src/metrics`,
  customers: `${onefit}/server/src/customers`,
  'activity-log': `${onefit}/server/src/activity-log`,
  'month-report': `${onefit}/server/src/month-report`,
  'onefit-venue': `${onefit}/server/src/venue`,
  'onefit-admin-api': `${onefit}/server/src/admin-api`,
  'onefit-content-types': `${onefit}/server/src/content-types`,
  'onefit-server': `${onefit}/server/src`,
  'onefit-admin': `${onefit}/admin/src`,
  'onefit-shared': `${onefit}/shared`,
  'desk-server': `${desk}/server/src`,
  'desk-admin': `${desk}/admin/src`,
  'desk-shared': `${desk}/shared`,
  api: 'src/api',
  content: 'src/content',
  domain: 'src/domain',
  logging: 'src/logging',
  middlewares: 'src/middlewares',
  refusals: 'src/refusals',
  roles: 'src/roles',
  'content-texts': 'src/content-views/texts',
  'content-views': 'src/content-views',
  database: 'src/database',
  panel: 'src/admin',
  wiring: 'src',
  config: 'config',
  scripts: 'scripts',
  sandbox: 'sandbox',
  tests: 'tests',
};

/** Anything in a part. */
const all = (...types) => types.map((type) => ({ element: { type } }));

/** Only these files of a part. */
const only = (type, ...files) => [{ element: { type, fileInternalPath: files } }];

/** What the server of `onefit-aggregator` stands on: its settings, its tables and the clock. */
const ground = only('onefit-server', 'clock.ts', 'settings.ts', 'tables.ts');

/** Whether the Onefit API is ordered: what others ask of the market. */
const order = only('market', 'active-order.ts');

/** Part → what it may import beside itself. A part without a line imports nothing of ours. */
const arrows = {
  // The venue.
  api: all('content', 'domain', 'database'),
  content: all('database'),
  database: only('domain', 'refusal.ts', 'sentence.ts'),
  'content-views': all('content-texts'),
  refusals: all('domain'),
  middlewares: all('domain', 'refusals'),
  panel: [...all('content-texts'), ...only('refusals', 'panel-language.ts')],

  // The plugin `onefit-aggregator`: its two halves meet in `shared`.
  'onefit-admin-api': [
    ...all('market', 'outbound', 'customers', 'activity-log', 'month-report'),
    ...all('onefit-venue', 'onefit-shared'),
    ...only('onefit-server', 'connection-service.ts'),
    ...ground,
  ],
  inbound: [
    ...all('wire', 'customers', 'activity-log', 'onefit-venue'),
    ...only('market', 'venue-link.ts'),
    ...ground,
  ],
  market: [
    ...all('activity-log', 'onefit-venue', 'onefit-shared'),
    ...only('outbound', 'connection.ts', 'mark.ts'),
    ...ground,
  ],
  outbound: [...all('wire', 'activity-log', 'onefit-venue', 'onefit-shared'), ...order, ...ground],
  metrics: [
    ...all('wire', 'onefit-venue'),
    ...only('inbound', 'context.ts'),
    ...only('outbound', 'connection.ts', 'onefit-client.ts', 'sent-records.ts', 'sync-record.ts'),
    ...order,
    ...ground,
  ],
  customers: [...all('wire', 'activity-log', 'onefit-venue', 'onefit-shared'), ...ground],
  'activity-log': [...all('onefit-venue', 'onefit-shared'), ...ground],
  'month-report': [...all('onefit-venue', 'onefit-shared'), ...ground],
  'onefit-venue': [...all('wire'), ...order, ...ground],
  'onefit-admin': all('onefit-shared'),

  // The plugin `front-desk`.
  'desk-server': all('desk-shared'),
  'desk-admin': all('desk-shared'),

  // Around the house.
  config: all('logging'),
  scripts: all('config', 'api', 'content', 'domain', 'database', 'wire'),
  tests: all('*'),
};

/** Arrows from the files that put a whole together, and stand beside its folders. */
const wiringArrows = [
  {
    from: { element: { type: 'wiring', fileInternalPath: '*.ts' } },
    allow: { to: all('api', 'content', 'content-views', 'domain', 'database', 'logging', 'roles') },
  },
  {
    from: { element: { type: 'onefit-server', fileInternalPath: '*.ts' } },
    allow: {
      to: all(
        ...['inbound', 'outbound', 'market', 'metrics', 'customers', 'activity-log'],
        ...['onefit-venue', 'onefit-admin-api', 'onefit-content-types', 'onefit-shared'],
      ),
    },
  },
  { from: ground, disallow: { to: all('*') } },
];

/** Arrows for types alone, which leave nothing in the code that runs. */
const typeArrows = [
  {
    from: { element: { type: 'domain' } },
    allow: { to: { element: { type: 'database' } }, dependency: { kind: 'type' } },
  },
  {
    from: { element: { type: 'domain', fileInternalPath: 'services.ts' } },
    allow: { to: { element: { type: 'api' } }, dependency: { kind: 'type' } },
  },
];

export const arrowSettings = {
  'import/resolver': { typescript: { noWarnOnMultipleProjects: true } },
  'boundaries/legacy-templates': false,
  'boundaries/elements': Object.entries(folders).map(([type, pattern]) => ({
    type,
    pattern,
    partialMatch: false,
  })),
};

export const arrowRules = {
  'boundaries/no-unknown-files': 'error',
  'boundaries/dependencies': [
    'error',
    {
      default: 'disallow',
      checkUnknownLocals: true,
      policies: [
        ...Object.entries(arrows).map(([type, to]) => ({
          from: { element: { type } },
          allow: { to },
        })),
        ...wiringArrows,
        ...typeArrows,
        // A package's own name and version.
        { from: { element: { type: '*' } }, allow: { to: { file: { path: '**/package.json' } } } },
      ],
    },
  ],
};
