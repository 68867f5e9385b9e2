/**
 * Type-checks every part of the project. One compiler for all of them reads what they share once;
 * `--force`, because it would not notice a change in a file that a part imports from another.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { typeProjects } from './type-projects.mjs';

const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const options = ['--build', '--force', '--noEmit', ...typeProjects];
const { status } = spawnSync(process.execPath, [compiler, ...options], { stdio: 'inherit' });
process.exitCode = status ?? 1;
