/**
 * Type-checks every part of the project, two at a time. What did not change since the last run is
 * not checked again: the compiler keeps its notes under `node_modules/.cache`.
 */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { typeProjects } from './type-projects.mjs';

const AT_A_TIME = 2;
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');

/** Gives whether the project holds; the compiler itself says where it does not. */
function check(project) {
  const notes = `node_modules/.cache/types/${project.replaceAll('/', '-')}.tsbuildinfo`;
  const options = ['--noEmit', '--incremental', '--tsBuildInfoFile', notes];
  const running = spawn(process.execPath, [compiler, '-p', project, ...options], {
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    running.once('error', reject);
    running.once('exit', (status) => resolve(status === 0));
  });
}

const waiting = [...typeProjects];
let sound = true;

async function checkWhatWaits() {
  for (let project = waiting.shift(); project; project = waiting.shift()) {
    const holds = await check(project);
    if (!holds) console.error(`Type errors in ${project}`);
    sound &&= holds;
  }
}

await Promise.all(Array.from({ length: AT_A_TIME }, checkWhatWaits));
process.exitCode = sound ? 0 : 1;
