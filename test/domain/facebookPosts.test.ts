import { expect, test } from '@jest/globals';
import { facebookPostIn } from '../../src/domain/facebookPosts.js';
import { readUrl } from '../../src/domain/links.js';

test.each([
  ['https://www.facebook.com/so.tttt/posts/122106844500', { kind: 'post', id: '122106844500', page: null }],
  [
    'https://m.facebook.com/100064/posts/chu-minh/122106844500/',
    { kind: 'post', id: '122106844500', page: '100064' },
  ],
  [
    'https://www.facebook.com/permalink.php?story_fbid=122106844500&id=100064&ref=x',
    { kind: 'post', id: '122106844500', page: '100064' },
  ],
  ['https://www.facebook.com/watch/?v=98765432100', { kind: 'video', id: '98765432100', page: null }],
  ['https://fb.com/so.tttt/videos/chu-minh/98765432100', { kind: 'video', id: '98765432100', page: null }],
  ['https://www.facebook.com/reel/98765432100', { kind: 'video', id: '98765432100', page: null }],
  ['https://www.facebook.com/so.tttt/posts/pfbid02abcDEF', null],
  ['https://www.facebook.com/share/v/1AbCdEf/', null],
  ['https://fb.watch/abc123/', null],
  ['https://www.facebook.com/groups/12345/permalink/122106844500', null],
])('%s', (link, post) => {
  const read = readUrl(link);
  expect(read.kind === 'link' && facebookPostIn(read.url)).toEqual(post);
});
