import { relative } from 'node:path';
import { noTests, plus, writeTally } from './tally.mjs';

const indent = (text) => text.replaceAll(/^/gm, '    ');

/** The words of an error and the places in this repository that led to it. */
function told(error) {
  const cause = error?.cause instanceof Error ? error.cause : error;
  const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(error?.cause ?? error);
  const lines = text.split('\n').filter((line) => !/^\s+at .*(node:internal|node_modules)/.test(line));
  return indent(lines.slice(0, 40).join('\n'));
}

/** What is known of one file while it runs. */
class Run {
  #names = new Map();
  tally = noTests;
  lines = [];
  said = '';

  enter({ testId, parentId, name }) {
    const above = this.#names.get(parentId);
    this.#names.set(testId, above ? `${above} › ${name}` : name);
  }

  count({ details, testId, skip, todo }) {
    if (details.type === 'suite' && (details.passed || details.error?.failureType === 'subtestsFailed')) return;
    const key = skip || todo ? 'skipped' : details.passed ? 'passed' : 'failed';
    this.tally = plus(this.tally, { ...noTests, [key]: 1 });
    if (key === 'failed') this.lines.push(`  ✖ ${this.#names.get(testId)}`, told(details.error));
  }

  /** A file that ended badly has failed, even where no test of it has; so has one that holds no test. */
  end({ details }) {
    const { passed, failed, skipped } = this.tally;
    if (failed > 0 || (details.passed && passed + skipped > 0)) return;
    this.tally = plus(this.tally, { ...noTests, failed: 1 });
    this.lines.push(details.passed ? '  ✖ there is no test in it' : '  ✖ the file did not run to its end');
  }

  report(file) {
    const { passed, failed } = this.tally;
    const said = failed > 0 && this.said ? [indent(this.said.trimEnd().split('\n').slice(0, 40).join('\n'))] : [];
    return [`${failed > 0 ? '✖' : '✔'} ${relative(process.cwd(), file)} (${passed})`, ...this.lines, ...said, ''].join(
      '\n',
    );
  }
}

/** A reporter for `node --test`: a line for each file, what failed in it, and the numbers for who started it. */
export default async function* nodeReporter(events) {
  const runs = new Map();
  let sum = noTests;
  for await (const { type, data } of events) {
    const file = data.entryFile ?? data.file;
    if (!file) continue;
    const run = runs.get(file) ?? new Run();
    runs.set(file, run);
    const inside = data.entryFile !== undefined;
    if (type === 'test:enqueue' && inside) run.enter(data);
    if (type === 'test:complete' && inside) run.count(data);
    if (type === 'test:stderr' || type === 'test:stdout') run.said += data.message;
    if (type === 'test:complete' && !inside) {
      run.end(data);
      sum = plus(sum, run.tally);
      yield run.report(file);
    }
  }
  writeTally(sum);
}
