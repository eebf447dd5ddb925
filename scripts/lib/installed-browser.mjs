import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const PLACES = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => [
    `${process.env[name]}\\Google\\Chrome\\Application\\chrome.exe`,
    `${process.env[name]}\\Microsoft\\Edge\\Application\\msedge.exe`,
  ]),
};
const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** The Chrome or Chromium this machine has, if any. */
export function installedBrowser() {
  return (PLACES[process.platform] ?? onPath()).find((path) => existsSync(path));
}
