import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

/** Removes what somebody left who did not live to do it. */
function clear(path) {
  try {
    const holder = Number(readFileSync(path, 'utf8'));
    if (holder > 0 && !alive(holder)) rmSync(path, { force: true });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}

/** Does the work while nobody else holds the same file: two builds at once would write over each other. */
export async function alone(path, work) {
  mkdirSync(dirname(path), { recursive: true });
  while (!take(path)) {
    clear(path);
    await after(100);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}
