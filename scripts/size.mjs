// Weighs what a page loads, in both bundlers, against its budget: `npm run size`.
import { build } from './build.mjs';
import { BUDGETS } from './lib/size/budgets.mjs';
import { BUNDLERS } from './lib/size/bundlers.mjs';
import { weigh } from './lib/size/weigh.mjs';
import { table } from './lib/table.mjs';

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** Names of other operations, as values and not as part of a sentence: such a bundle carries more than it uses. */
async function strangers({ text }, { only }) {
  if (!only) return [];
  const { OPERATION_NAMES } = await import('@handsel/protocol/backend');
  const said = (name) => ['"', "'", '`'].some((quote) => text.includes(`${quote}${name}${quote}`));
  if (!said(only)) throw new Error(`The bundle that should hold ${only} does not.`);
  return OPERATION_NAMES.filter((name) => name !== only && said(name));
}

async function measure(budget, bundler) {
  const weights = weigh(await BUNDLERS[bundler](budget.code));
  return { budget, bundler, weights, strangers: await strangers(weights, budget) };
}

const row = ({ budget, bundler, weights: { first, ky, later } }) => [
  budget.name,
  bundler,
  kB(first),
  kB(budget.most),
  ky ? kB(ky) : '',
  ky ? kB(first + ky) : '',
  later ? kB(later) : '',
  first > budget.most ? '✖ over' : '✔',
];

const HEAD = ['', 'bundler', 'at once', 'at most', 'ky, later', 'with ky', 'other, later', ''];

await build();
const measured = [];
for (const budget of BUDGETS) {
  for (const bundler of Object.keys(BUNDLERS)) measured.push(await measure(budget, bundler));
}
console.log(table([HEAD, ...measured.map(row)]));
const carried = measured.filter(({ strangers: words }) => words.length > 0);
for (const { budget, bundler, strangers: words } of carried) {
  console.log(`✖ ${budget.name} carries in ${bundler}: ${words.join(', ')}`);
}
const over = measured.filter(({ weights, budget }) => weights.first > budget.most);
process.exit(over.length + carried.length > 0 ? 1 : 0);
