import { expect, test } from '@jest/globals';
import { story } from '../support/story.js';

story('Former units', { at: '2023-08-10T08:00:00+07:00' }, (scene) => {
  const begun = async (name: string) => {
    await scene.stage.store.contests.updateOne(
      { _id: 'qn-2023', 'plan.units.list': { $ne: 'vn-2025-two-tiers' } },
      { $set: { 'plan.units': { list: 'vn-2025-two-tiers', root: '51' } }, $inc: { version: 1 } },
    );
    const person = scene.person(name);
    await person.saysAll('/dangky', 'tôi đồng ý');
    return person;
  };
  const registered = async (person: string | null) =>
    scene.stage.store.registrations.findOne({ person }, { _id: 0, unit: 1, hamlet: 1 }).lean();

  test('a team finds its commune by the name it had before the merger', async () => {
    const an = await begun('An');
    const label = 'xã Nghĩa Giang, tỉnh Quảng Ngãi (trước đây: xã Nghĩa Điền, huyện Tư Nghĩa)';
    expect(await an.says('xa nghia dien')).toBe(
      scene.asks(`Có phải là ${label} không?`, 'Đúng', 'Không phải'),
    );
    await an.chooses('Đúng');
    expect(await an.saysAll('Đội Nghĩa Điền', 'Lê An', '0905 123 456')).toContain(
      'Đơn vị: xã Nghĩa Giang, tỉnh Quảng Ngãi\n',
    );
    await an.chooses('Đúng, gửi đăng ký');
    expect(await registered(an.chat.address)).toEqual({ unit: '21250' });
  });

  test('a team of a hamlet counts for its commune, and its hamlet is kept', async () => {
    const binh = await begun('Bình');
    const label = 'thôn Điền An, xã Nghĩa Giang, tỉnh Quảng Ngãi (trước đây: xã Nghĩa Điền, huyện Tư Nghĩa)';
    expect(await binh.says('thôn Điền An, xã Nghĩa Điền')).toBe(
      scene.asks(`Có phải là ${label} không?`, 'Đúng', 'Không phải'),
    );
    expect(await binh.saysAll('1', 'Đội Điền An', 'Lê Bình', '0905 123 457')).toContain(
      'Đơn vị: thôn Điền An, xã Nghĩa Giang, tỉnh Quảng Ngãi\n',
    );
    await binh.chooses('Đúng, gửi đăng ký');
    expect(await registered(binh.chat.address)).toEqual({ unit: '21250', hamlet: 'thôn Điền An' });
  });

  test('where communes are gathered in clusters, a commune is named with its own', async () => {
    const chau = await begun('Châu');
    const clusters = [{ id: 'tu_nghia', name: 'Cụm Tư Nghĩa', members: ['21250', '21238'] }];
    await scene.stage.store.contests.updateOne(
      { _id: 'qn-2023', 'plan.units.clusters': { $ne: clusters } },
      { $set: { 'plan.units.clusters': clusters }, $inc: { version: 1 } },
    );
    expect(await chau.says('nghia giang')).toBe(
      scene.asks('Có phải là xã Nghĩa Giang, cụm Tư Nghĩa không?', 'Đúng', 'Không phải'),
    );
    await chau.chooses('Đúng');
    await chau.saysAll('Đội Nghĩa Giang', 'Lê Châu', '0905 123 458', '1');
    expect(await registered(chau.chat.address)).toEqual({ unit: '21250' });
  });
});
