import { createPaymentRequest, retrieveContract } from '@handsel/protocol';
import { connect } from '../call.ts';
import type { CallOptions, ConnectOptions } from '../settings.ts';
import { type Fault, FaultyWay } from './faults.ts';
import { Keeper } from './keeper.ts';
import { VirtualTime } from './virtual-time.ts';

/** A request for payment, as the tests make it. */
export const ASK = { contractId: 'ctr_1', milestoneId: 'ms_1', note: 'Done.' } as const;

/** A connection to a keeper, on a way where things go wrong, by a clock that jumps. Pauses are as long as they can be. */
export function connected(faults: readonly Fault[] = [], options: Partial<ConnectOptions> = {}, random = () => 1) {
  const time = new VirtualTime(random);
  const keeper = new Keeper();
  const way = new FaultyWay(keeper, faults, time);
  const call = connect({ backend: way, clock: time, ...options });
  return {
    time,
    keeper,
    way,
    call,
    ask: (callOptions: CallOptions = {}) => time.until(call(createPaymentRequest, ASK, callOptions)),
    read: (callOptions: CallOptions = {}) => time.until(call(retrieveContract, { contractId: 'ctr_1' }, callOptions)),
  };
}
