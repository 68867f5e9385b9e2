/**
 * Whether this process does what nobody asked it for: sends to Onefit and to customers, and runs
 * the clock's jobs. A command that only looks or repairs sets `run` to false before it starts:
 * `scripts/open-project.ts`.
 */
const config = () => ({ run: true });

export default config;
