/** Every part of the project that TypeScript checks by itself; the linter reads the same list. */
export const typeProjects = [
  'tsconfig.check.json',
  'tests/tsconfig.json',
  'src/plugins/onefit-aggregator/server/tsconfig.json',
  'src/plugins/onefit-aggregator/admin/tsconfig.json',
  'src/plugins/front-desk/server/tsconfig.json',
  'src/plugins/front-desk/admin/tsconfig.json',
  'src/admin/tsconfig.json',
  'sandbox/tsconfig.json',
];
