/** Takes what people type or paste: `418 206`, `418-206`. */
export function plainCode(typed: string): string {
  return typed.replace(/[\s-]/g, '');
}
