import '@handsel/elements/define/milestone-editor.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = { title: 'Milestone editor', component: 'handsel-milestone-editor' };
export default meta;

/** Nothing is split up yet. */
export const Empty: StoryObj = { render: () => html`<handsel-milestone-editor></handsel-milestone-editor>` };
