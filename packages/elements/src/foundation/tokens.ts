import { css, unsafeCSS, type CSSResult } from 'lit';

/** Each colour as `light / dark`, in OKLCH. Contrast of every pair was measured; change one and measure again. */
const COLOURS: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  paper: ['0.99 0.004 90', '0.225 0.018 240'],
  raised: ['1 0 0', '0.262 0.02 240'],
  field: ['1 0 0', '0.13 0.012 240/.5'],
  ink: ['0.25 0.03 240', '0.95 0.01 90'],
  'ink-soft': ['0.42 0.026 240', '0.815 0.014 90'],
  rule: ['0.61 0.022 240', '0.6 0.024 240'],
  accent: ['0.37 0.078 238', '0.87 0.055 225'],
  'accent-hover': ['0.3 0.07 240', '0.93 0.035 225'],
  'on-accent': ['0.99 0.004 90', '0.23 0.035 240'],
  focus: ['0.55 0.145 250', '0.8 0.11 235'],
  logged: ['0.55 0.15 250', '0.74 0.13 245'],
  held: ['0.4 0.08 240', '0.83 0.075 232'],
  due: ['0.42 0.082 75', '0.85 0.095 85'],
  changes: ['0.425 0.11 48', '0.83 0.085 55'],
  paid: ['0.395 0.078 160', '0.84 0.085 160'],
  dispute: ['0.42 0.145 25', '0.82 0.09 25'],
  quiet: ['0.42 0.026 240', '0.815 0.014 90'],
  'held-mark': ['0.47 0.1 240', '0.8 0.085 232'],
  'due-mark': ['0.6 0.118 75', '0.82 0.11 82'],
  'changes-mark': ['0.56 0.135 48', '0.79 0.105 55'],
  'paid-mark': ['0.48 0.098 160', '0.8 0.1 160'],
  'dispute-mark': ['0.52 0.18 25', '0.76 0.12 25'],
  'quiet-mark': ['0.54 0.024 240', '0.7 0.018 240'],
  'on-mark': ['1 0 0', '0.225 0.018 240'],
};

function colours(value: (light: string, dark: string) => string): CSSResult {
  const lines = Object.entries(COLOURS).map(
    ([name, [light, dark]]) => `--_${name}:var(--handsel-${name},${value(`oklch(${light})`, `oklch(${dark})`)})`,
  );
  return unsafeCSS(lines.join(';'));
}

/** The type scale and the spaces, as multiples of the unit and of the density. */
const SCALE = unsafeCSS(
  [
    ...Object.entries({ xs: 0.8125, s: 0.875, m: 1, l: 1.125, xl: 1.375, '2xl': 1.75, '3xl': 2.25 }).map(
      ([step, times]) => `--_text-${step}:var(--handsel-text-${step},calc(var(--_unit)*${times}))`,
    ),
    ...[4, 8, 12, 16, 24, 32, 48].map(
      (size, index) => `--_${index + 1}:var(--handsel-${index + 1},calc(${size}px*var(--_density)))`,
    ),
  ].join(';'),
);

// Registered, so that `1em` is resolved once on the host and does not compound in larger text.
try {
  CSS.registerProperty({ name: '--_unit', syntax: '<length>', inherits: true, initialValue: '16px' });
} catch {
  // A second copy of Handsel on the page, or an engine without registered properties: both are harmless.
}

/**
 * The tokens of every element. A page sets `--handsel-<name>` on any ancestor; elements read `--_<name>`, which is that
 * value or the default, so nothing public is declared on the host and nothing of the page is overridden.
 */
export const tokens = css`
  :host {
    ${colours((light, dark) => `light-dark(${light},${dark})`)};
    --_surface: var(--handsel-surface, transparent);
    --_hairline: var(--handsel-hairline, color-mix(in oklab, var(--_ink) 15%, transparent));
    --_wash: var(--handsel-wash, color-mix(in oklab, var(--_ink) 4%, transparent));
    --_unit: var(--handsel-u, clamp(15px, 1em, 20px));
    --_density: var(--handsel-density, 1);
    ${SCALE};
    --_control: var(--handsel-control, calc(44px - 32px * (1 - var(--_density))));
    --_margin: var(--handsel-margin, calc(var(--_unit) * 2));
    --_weight: var(--handsel-weight, 400);
    --_strong: var(--handsel-weight-strong, 600);
    --_line: var(--handsel-line, 1px);
    --_leader: var(--handsel-leader, 1px dotted var(--_rule));
    --_cut: var(--handsel-cut, block);
    --_radius: var(--handsel-radius, 4px);
    --_radius-sheet: var(--handsel-radius-sheet, 3px);
    --_shadow: var(--handsel-shadow, 0 1px 1px oklch(0.2 0.03 240 / 0.1), 0 12px 32px -8px oklch(0.2 0.03 240 / 0.28));
    --_fast: var(--handsel-fast, 120ms);
    --_calm: var(--handsel-calm, 220ms);
    --_seal: var(--handsel-seal, 360ms);
    --_ease: var(--handsel-ease, cubic-bezier(0.2, 0, 0, 1));
  }
  @supports not (color: light-dark(red, red)) {
    :host {
      ${colours((light) => light)};
    }
    :host([theme='dark']) {
      ${colours((_, dark) => dark)};
    }
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([density='compact']) {
    --_density: 0.875;
  }
  :host([density='dense']) {
    --_density: 0.75;
  }
  @media (pointer: coarse) {
    :host {
      --_control: max(44px, var(--handsel-control, 44px));
    }
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --_fast: 0ms;
      --_calm: 0ms;
      --_seal: 0ms;
    }
  }
  @media (forced-colors: active) {
    :host {
      --_focus: Highlight;
      --_wash: transparent;
    }
  }
`;
