import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainCode } from './plain-code.ts';
import { invitationOf, isOurs, routeOf } from './routes.ts';

describe('the addresses of the desk', () => {
  it('are pages', () => {
    const pages = ['/', '/contracts/new', '/settings/', '/review', '/invitation', '/invitation/abc'].map(
      (path) => routeOf(path).page,
    );
    assert.deepEqual(pages, ['desk', 'create', 'settings', 'reviews', 'invitation', 'invitation']);
  });

  it('name the contract they are about', () => {
    assert.deepEqual(routeOf('/contracts/ctr_7f'), { page: 'contract', contractId: 'ctr_7f' });
    assert.deepEqual(routeOf('/contracts/ctr_7f/edit'), { page: 'edit', contractId: 'ctr_7f' });
    assert.deepEqual(routeOf('/review/ctr_7f/'), { page: 'review', contractId: 'ctr_7f' });
  });

  it('are nowhere when they are anything else', () => {
    for (const path of [
      '/review/7f',
      '/contracts',
      '/contracts/ctr_7f/x',
      '/review/ctr_../x',
      '/v1/contracts',
      '//evil',
    ]) {
      assert.equal(routeOf(path).page, 'not-found', path);
    }
  });

  it('leave what belongs to somebody else to the browser', () => {
    assert.equal(isOurs(new URL('https://a.example/review'), 'https://a.example'), true);
    assert.equal(isOurs(new URL('https://b.example/review'), 'https://a.example'), false);
    assert.equal(isOurs(new URL('https://a.example/docs'), 'https://a.example'), false);
  });
});

describe('an invitation link', () => {
  const token = 'abcdefghijklmnopqrstuvwxyz_-0';

  it('holds its secret in the fragment or in the path', () => {
    assert.equal(invitationOf({ pathname: '/invitation', hash: `#${token}` }), token);
    assert.equal(invitationOf({ pathname: `/invitation/${token}`, hash: '' }), token);
  });

  it('is not a link when the secret is cut or odd', () => {
    assert.equal(invitationOf({ pathname: '/invitation', hash: '' }), undefined);
    assert.equal(invitationOf({ pathname: '/invitation/short', hash: '' }), undefined);
    assert.equal(invitationOf({ pathname: '/invitation', hash: '#<script>alert(1)</script>' }), undefined);
  });
});

describe('a code', () => {
  it('may be typed as it stands in the mail', () => {
    assert.deepEqual(['418 206', '418-206', ' 418206 '].map(plainCode), ['418206', '418206', '418206']);
  });
});
