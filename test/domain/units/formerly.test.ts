import { expect, test } from '@jest/globals';
import { type Named, readFormerly } from '../../../src/domain/units/formerly.js';

const whole = (kind: string | null, name: string, within: string | null = null): Named => ({
  kind,
  name,
  within,
  extent: 'whole',
});
const part = (kind: string | null, name: string, within: string | null = null): Named => ({
  ...whole(kind, name, within),
  extent: 'part',
});
const unclear = (kind: string | null, name: string): Named => ({ ...whole(kind, name), extent: 'unclear' });

test.each<[string, Named[], string[]?]>([
  [
    'Xã Nghĩa Thuận, Xã Nghĩa Kỳ, Xã Nghĩa Điền',
    [whole('xã', 'Nghĩa Thuận'), whole('xã', 'Nghĩa Kỳ'), whole('xã', 'Nghĩa Điền')],
  ],
  ['tỉnh Kon Tum và tỉnh Quảng Ngãi', [whole('tỉnh', 'Kon Tum'), whole('tỉnh', 'Quảng Ngãi')]],
  ['TPHCM, tỉnh Bình Dương', [whole('thành phố', 'Hồ Chí Minh'), whole('tỉnh', 'Bình Dương')]],
  [
    'Phường 4, Phường 9 (quận Phú Nhuận), Phường 4 (Quận 3)',
    [whole('phường', '4'), whole('phường', '9', 'quận Phú Nhuận'), whole('phường', '4', 'Quận 3')],
  ],
  ['Xã Đăk Long (thuộc huyện Đăk Hà)', [whole('xã', 'Đăk Long', 'huyện Đăk Hà')]],
  [
    'Xã Tiền Phong (huyện Mê Linh) (phần còn lại sau khi sáp nhập vào xã Thiên Lộc, xã Mê Linh), Xã Liên Mạc',
    [part('xã', 'Tiền Phong', 'huyện Mê Linh'), whole('xã', 'Liên Mạc')],
  ],
  ['Xã Trần Hợi (một phần)', [part('xã', 'Trần Hợi')]],
  ['Xã Khánh Bình Tây (bao gồm Hòn Đá Bạc)', [whole('xã', 'Khánh Bình Tây')]],
  [
    'Xã Yên Nam và một phần diện tích tự nhiên, quy mô dân số của  Phường Hòa Mạc',
    [whole('xã', 'Yên Nam'), part('phường', 'Hòa Mạc')],
  ],
  [
    'Xã Xuân Nộn, và một phần diện tích TN, toàn bộ quy mô dân số của của Xã Mai Đình, Xã Phú Minh',
    [whole('xã', 'Xuân Nộn'), part('xã', 'Mai Đình'), unclear('xã', 'Phú Minh')],
  ],
  [
    'một phần diện tích TN, quy mô dân số của các phường Cửa Nam, Điện Biên',
    [part('phường', 'Cửa Nam'), unclear(null, 'Điện Biên')],
  ],
  [
    'Toàn bộ diện tích TN, quy mô dân số của các phường Phường Giảng Võ và Phường Cát Linh',
    [whole('phường', 'Giảng Võ'), whole('phường', 'Cát Linh')],
  ],
  [
    'phần còn lại của Phường Quang Trung sau khi sắp xếp và Xã Phong Quang',
    [part('phường', 'Quang Trung'), whole('xã', 'Phong Quang')],
  ],
  ['một phần diện tích tự nhiên, quy mô dân số của xã Yên Định Xã Yên Định', [part('xã', 'Yên Định')]],
  ['Thị trấn Nông trường Liên Sơn', [whole('thị trấn', 'Nông trường Liên Sơn')]],
  ['Phường Văn Miếu - Quốc Tử Giám', [whole('phường', 'Văn Miếu - Quốc Tử Giám')]],
  ['Phường Nguyễn Nghiêm, Phổ Hòa', [whole('phường', 'Nguyễn Nghiêm'), whole(null, 'Phổ Hòa')]],
  ['Xã Thuận Hòa, Thôn Mịch A', [whole('xã', 'Thuận Hòa')], ['Thôn Mịch A']],
  [
    'Xã Kim Đông và khu vực bãi bồi ven biển (do huyện Kim Sơn quản lý)',
    [whole('xã', 'Kim Đông')],
    ['khu vực bãi bồi ven biển (do huyện Kim Sơn quản lý)'],
  ],
  [
    'tỉnh Đồng Nai. Từ ngày 30%/04%/2026, thêm 10 xã chuyển thành phường.',
    [whole('tỉnh', 'Đồng Nai')],
    ['Từ ngày 30%/04%/2026', 'thêm 10 xã chuyển thành phường'],
  ],
])('%s', (wording, named, unread = []) => {
  expect(readFormerly(wording)).toEqual({ unchanged: false, named, unread });
  expect(readFormerly(wording.normalize('NFD'))).toEqual({ unchanged: false, named, unread });
});

test('a unit can be unchanged', () => {
  expect(readFormerly('giữ nguyên')).toEqual({ unchanged: true, named: [], unread: [] });
});
