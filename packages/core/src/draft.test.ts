import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Draft } from './draft.ts';
import { MemoryStorage } from './testing/memory-storage.ts';

const DAY = 24 * 60 * 60 * 1000;

describe('a draft', () => {
  it('is there again after a reload, to the last letter', () => {
    const storage = new MemoryStorage();
    assert.equal(new Draft('form', storage).save({ title: 'A logo 🙂' }), true);
    assert.deepEqual(new Draft('form', storage).restore(), { title: 'A logo 🙂' });
  });

  it('is not mixed up with another form’s', () => {
    const storage = new MemoryStorage();
    new Draft('one', storage).save(1);
    assert.equal(new Draft('two', storage).restore(), undefined);
  });

  it('is kept for seven days, and then thrown away', () => {
    const storage = new MemoryStorage();
    let now = 1_000;
    const draft = new Draft('form', storage, { now: () => now });
    draft.save('typed');
    now += 7 * DAY - 1;
    assert.equal(draft.restore(), 'typed');
    now += 1;
    assert.equal(draft.restore(), undefined);
    assert.equal(storage.size, 0);
  });

  it('is forgotten when it was sent', () => {
    const storage = new MemoryStorage();
    const draft = new Draft('form', storage);
    draft.save('typed');
    draft.clear();
    assert.equal(draft.restore(), undefined);
  });

  it('never breaks the form when the storage is full, denied, absent, or holds something else', () => {
    const storage = new MemoryStorage();
    const draft = new Draft('form', storage);
    for (const text of ['{"half', 'null', '17', '{"savedAt":"long ago","value":1}']) {
      storage.setItem('handsel:draft:form', text);
      assert.equal(draft.restore(), undefined);
    }
    storage.denied = true;
    assert.equal(draft.save('typed'), false);
    assert.equal(draft.restore(), undefined);
    draft.clear();
    const nowhere = new Draft('form', undefined);
    assert.equal(nowhere.save('typed'), false);
    assert.equal(nowhere.restore(), undefined);
  });
});
