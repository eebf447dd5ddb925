import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { html } from './html.ts';

describe('html', () => {
  it('escapes text, between tags and between quotes', () => {
    assert.equal(
      html`<a title="${`"'`}">${'<b> & co'}</a>`.toString(),
      '<a title="&quot;&#39;">&lt;b&gt; &amp; co</a>',
    );
  });

  it('keeps what it made itself, and joins lists', () => {
    const items = ['<', '2'].map((text) => html`<b>${text}</b>`);
    assert.equal(html`<p>${items}${3}</p>`.toString(), '<p><b>&lt;</b><b>2</b>3</p>');
  });

  it('leaves nothing behind where there is nothing', () => {
    assert.equal(html`<p>${undefined}${null}${false}${[]}</p>`.toString(), '<p></p>');
  });

  it('escapes an object that only claims to be safe', () => {
    const forged = { toString: () => '<script>' };
    // @ts-expect-error only `html` makes what goes in unescaped
    assert.throws(() => html`${forged}`.toString());
  });
});
