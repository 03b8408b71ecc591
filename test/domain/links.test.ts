import { describe, expect, test } from '@jest/globals';
import { readUrl } from '../../src/domain/links.js';

const link = (host: string, url: string) => ({ kind: 'link', host, url });
const refused = (reason: string) => ({ kind: 'refused', reason });
const youtube = link('youtube', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ');

describe('a link', () => {
  test.each([
    ['https://youtu.be/dQw4w9WgXcQ?si=abc', youtube],
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=10s', youtube],
    ['https://m.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ', youtube],
    ['youtube.com/shorts/dQw4w9WgXcQ', youtube],
    ['http://www.youtube.com/live/dQw4w9WgXcQ', youtube],
    ['Clip của xã em: https://youtu.be/dQw4w9WgXcQ.', youtube],
    ['https://youtu.be/dQw4w9WgXcQ và https://youtu.be/dQw4w9WgXcQ', youtube],
    ['https://www.youtube.com/@quangngai', refused('notAVideo')],
    ['https://www.youtube.com/watch?v=abc', refused('cutShort')],
    ['https://www.youtube.com/watch', refused('cutShort')],
    ['https://youtu.be/dQw4w9', refused('cutShort')],
    ['https://www.facebook.com/reel/', refused('cutShort')],
    ['https://www.tiktok.com/@toso/video/', refused('cutShort')],
    ['https://drive.google.com/file/d/', refused('cutShort')],
    [
      'https://www.facebook.com/watch/?v=123456',
      link('facebook', 'https://www.facebook.com/watch/?v=123456'),
    ],
    [
      'https://m.facebook.com/sotttt/videos/cau-chuyen/123456/?ref=x',
      link('facebook', 'https://www.facebook.com/watch/?v=123456'),
    ],
    ['https://www.facebook.com/reel/987', link('facebook', 'https://www.facebook.com/reel/987')],
    [
      'https://www.facebook.com/share/v/1AbC/?mibextid=x',
      link('facebook', 'https://www.facebook.com/share/v/1AbC/'),
    ],
    ['https://fb.watch/abC-1/', link('facebook', 'https://fb.watch/abC-1/')],
    [
      'https://www.facebook.com/sotttt/posts/pfbid02x?x=1',
      link('facebook', 'https://www.facebook.com/sotttt/posts/pfbid02x'),
    ],
    [
      'https://www.facebook.com/permalink.php?story_fbid=12&id=34&ref=x',
      link('facebook', 'https://www.facebook.com/permalink.php?story_fbid=12&id=34'),
    ],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fyoutu.be%2FdQw4w9WgXcQ&h=x', youtube],
    ['https://www.facebook.com/sotttt', refused('notAVideo')],
    [
      'https://www.tiktok.com/@toso/video/73?lang=vi',
      link('tiktok', 'https://www.tiktok.com/@toso/video/73'),
    ],
    ['https://vt.tiktok.com/ZSab1/', link('tiktok', 'https://vt.tiktok.com/ZSab1/')],
    ['https://www.tiktok.com/@toso', refused('notAVideo')],
    [
      'https://drive.google.com/file/d/1aB-c/view?usp=sharing',
      link('drive', 'https://drive.google.com/file/d/1aB-c/view'),
    ],
    ['https://drive.google.com/open?id=1aB-c', link('drive', 'https://drive.google.com/file/d/1aB-c/view')],
    ['https://drive.google.com/drive/folders/1aB-c', refused('notAVideo')],
    ['https://vimeo.com/123?utm_source=zalo#t=3', link('other', 'https://vimeo.com/123#t=3')],
    ['http://vimeo.com/123', refused('notHttps')],
    ['https://192.168.1.2/a.mp4', refused('notPublic')],
    ['https://[::1]/a.mp4', refused('notPublic')],
    ['https://localhost/a.mp4', refused('notPublic')],
    ['https://may-chu.local/a.mp4', refused('notPublic')],
    ['https://an:matkhau@example.com/a.mp4', refused('notPublic')],
    [
      'https://youtube.com.example.net/watch?v=dQw4w9WgXcQ',
      link('other', 'https://youtube.com.example.net/watch?v=dQw4w9WgXcQ'),
    ],
    ['https://youtu.be/dQw4w9WgXcQ https://fb.watch/a/', refused('several')],
    [`https://example.com/${'a'.repeat(2000)}`, refused('tooLong')],
    ['javascript:alert(1)', refused('notALink')],
    ['an@example.com', refused('notALink')],
    ['mai em gửi ạ', refused('notALink')],
    ['', refused('notALink')],
  ])('%j is %j', (text, read) => {
    expect(readUrl(text)).toEqual(read);
  });
});
