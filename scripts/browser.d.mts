/** What playwright-core's `launch` and puppeteer's `launch` take. */
export interface Browser {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

export function resolveBrowser(): Promise<Browser>;
