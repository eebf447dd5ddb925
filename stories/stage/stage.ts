import '@handsel/elements/define/provider.js';
import type { ContractId } from '@handsel/protocol';
import { createSandbox, type Sandbox } from '@handsel/sandbox';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Hand, isBusy, textOf, until } from './hand.ts';
import type { Cast, Scene } from './scene.ts';

type Density = 'comfortable' | 'compact' | 'dense';

interface Connected {
  readonly sandbox: Sandbox;
  readonly session: string | undefined;
  readonly key: string | undefined;
}

const quiet = () => undefined;

/**
 * Opens a backend for one story, brings it to where the story begins, and puts the element on it; closes it when the
 * story leaves the page. The page's toolbar turns the backend's clock through `hours`.
 */
export class Stage extends LitElement {
  static override properties = {
    scene: { attribute: false },
    tag: { attribute: false },
    seed: { attribute: false },
    settings: { attribute: false },
    hours: { attribute: false },
    locale: { attribute: false },
    density: { attribute: false },
  };

  /** What the story arranges. */
  declare scene: Scene;
  /** Which element it is about. */
  declare tag: string;
  /** The story's own, so that no two stories keep drafts under the same ids. */
  declare seed: string;
  /** The element's properties, as the controls say. */
  declare settings: Readonly<Record<string, unknown>>;
  /** How far the clock is turned. It only goes forward: an earlier hour begins the story anew. */
  declare hours: number;
  declare locale: string;
  declare density: Density | undefined;

  /** The element, once it stands as the story says. */
  stands: Promise<HTMLElement> = new Promise(quiet);

  #element: HTMLElement | undefined;
  #connected: Connected | undefined;
  #turned = 0;
  #turning: Promise<void> = Promise.resolve();
  #opening = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#end();
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.#element && changed.has('settings')) Object.assign(this.#element, this.settings);
    if (!changed.has('hours') || !this.#connected) return;
    if (this.hours < this.#turned) {
      this.#end();
      this.#begin();
    } else {
      this.#turn(this.#connected.sandbox);
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#element || !this.#connected) return nothing;
    if (this.scene.alone) return html`${this.#element}`;
    const { sandbox, session, key } = this.#connected;
    return html`<handsel-provider
      .backend=${sandbox.backend}
      .session=${session}
      .publishableKey=${key}
      .locale=${this.locale}
      .density=${this.density}
      >${this.#element}</handsel-provider
    >`;
  }

  #begin(): void {
    this.#opening += 1;
    this.removeAttribute('stands');
    forgetDrafts();
    this.toggleAttribute('large', this.scene.large ?? false);
    this.stands = this.#open(this.#opening);
    // Told here and on the console; whoever waits for the element hears it as well.
    this.stands.catch((error: unknown) => {
      this.setAttribute('failed', String(error));
      setTimeout(() => {
        throw error;
      });
    });
  }

  #end(): void {
    const sandbox = this.#connected?.sandbox;
    this.#connected = this.#element = undefined;
    this.#turned = 0;
    this.requestUpdate();
    void sandbox?.close();
  }

  async #open(opening: number): Promise<HTMLElement> {
    const { scene } = this;
    const sandbox = await createSandbox({ seed: this.seed, ...scene.backend });
    const contractId = await begin(sandbox, scene);
    const { as = 'freelancer', session = 'hosted' } = scene;
    const element = document.createElement(this.tag);
    if (contractId && 'contractId' in element) Object.assign(element, { contractId });
    Object.assign(element, this.settings);
    const cast: Cast = { sandbox, element, contractId, hand: new Hand(element) };
    const token = as === 'visitor' ? undefined : await sandbox.sessionFor(as, { kind: session });
    await scene.before?.(cast);
    if (!this.isConnected || opening !== this.#opening) {
      await sandbox.close();
      return new Promise(quiet);
    }
    this.#connected = { sandbox, session: token, key: token ? undefined : sandbox.publishableKey };
    this.#element = element;
    this.#turn(sandbox);
    this.requestUpdate();
    await this.#stand(cast);
    return element;
  }

  async #stand(cast: Cast): Promise<void> {
    const { scene } = this;
    await this.updateComplete;
    const { element } = cast;
    const shows = () => textOf(element) !== '' || (element.shadowRoot?.childElementCount ?? 0) > 0;
    const ready = () => !element.isConnected || (shows() && (scene.waits === true || !isBusy(element)));
    await until(ready, () => `<${this.tag}> does not stand; it says: ${textOf(element)}`);
    await scene.meanwhile?.(cast);
    await until(ready, () => `<${this.tag}> does not stand again; it says: ${textOf(element)}`);
    this.setAttribute('stands', '');
  }

  #turn(sandbox: Sandbox): void {
    const hours = this.hours - this.#turned;
    this.#turned = this.hours;
    if (hours > 0) this.#turning = this.#turning.then(() => sandbox.advance({ hours }));
  }
}

// A story begins as it is told, not where somebody left it.
function forgetDrafts(): void {
  for (const storage of [localStorage, sessionStorage]) {
    for (const key of Object.keys(storage)) if (key.startsWith('handsel:')) storage.removeItem(key);
  }
}

async function begin(sandbox: Sandbox, scene: Scene): Promise<ContractId | undefined> {
  if (typeof scene.begin === 'string') return sandbox.create(scene.begin);
  return scene.begin?.(sandbox);
}

customElements.define('story-stage', Stage);

declare global {
  interface HTMLElementTagNameMap {
    'story-stage': Stage;
  }
}
