import { relative } from 'node:path';
import { noTests, plus, writeTally } from './tally.mjs';

function* testsOf(suite, above = []) {
  const path = suite.name ? [...above, suite.name] : above;
  for (const test of suite.tests) yield { ...test, path: [...path, test.name].join(' › ') };
  for (const inner of suite.suites) yield* testsOf(inner, path);
}

const indent = (text) => text.replaceAll(/^/gm, '    ');

function told({ message = '', stack = '', expected, actual }) {
  const compared = expected === undefined ? '' : `\nexpected: ${expected}\nactual:   ${actual}`;
  const places = stack
    .split('\n')
    .filter((line) => /\.ts:\d+/.test(line))
    .slice(0, 4);
  return indent([message + compared, ...places.map((place) => place.trim())].join('\n'));
}

/** A file that did not run to its end has failed, even where no test of it has. */
function ofSession({ testResults, errors, passed, request404s }) {
  const tests = testResults ? [...testsOf(testResults)] : [];
  const failed = tests.filter((test) => !test.passed && !test.skipped);
  const lines = failed.flatMap((test) => [`  ✖ ${test.path}`, test.error ? told(test.error) : '']);
  const broken = failed.length === 0 && (passed === false || tests.length === 0);
  if (broken) lines.push(passed ? '  ✖ there is no test in it' : '  ✖ the file did not run to its end');
  lines.push(...errors.map(told));
  if (broken) lines.push(...request404s.map((path) => indent(`not found: ${path}`)));
  const skipped = tests.filter((test) => test.skipped).length;
  return {
    lines,
    tally: {
      passed: tests.length - failed.length - skipped,
      failed: failed.length + (broken ? 1 : 0),
      skipped,
    },
  };
}

/** Prints a line for each file of browser tests and what failed in it, and leaves the numbers for who started it. */
export function browserReporter() {
  let sum = noTests;
  return {
    reportTestFileResults({ sessionsForTestFile, testFile }) {
      for (const session of sessionsForTestFile) {
        const { lines, tally } = ofSession(session);
        sum = plus(sum, tally);
        const mark = tally.failed === 0 ? '✔' : '✖';
        const head = `${mark} ${relative(process.cwd(), testFile)} (${tally.passed})`;
        // Not the console: the runner holds it back to draw a bar of progress.
        process.stdout.write([head, ...lines, ''].join('\n'));
      }
    },
    stop: () => writeTally(sum),
  };
}

/** The runner's own words: only its complaints, since the reporter says the rest. */
export const complaintsOnly = {
  log: () => {},
  debug: () => {},
  group: () => {},
  groupEnd: () => {},
  warn: (...words) => process.stderr.write(`${words.join(' ')}\n`),
  error: (...words) => process.stderr.write(`${words.join(' ')}\n`),
  logSyntaxError: (error) => process.stderr.write(`${error.message}\n`),
};
