import { css } from 'lit';
import { inputs } from './inputs.ts';
import { moneyInput } from './money-input.ts';

/** Labels, inputs to write on, help and errors below them, and the money input. Slotted inputs look the same. */
export const fields = css`
  ${inputs} ${moneyInput}
`;
