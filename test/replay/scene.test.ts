import { expect, test } from '@jest/globals';
import { at, inOrder, paceFor, scene } from '../../replay/scene.js';

test('a time of day is Vietnam’s, on the day that holds the instant', () => {
  const late = new Date('2023-09-01T23:59:59+07:00');
  expect(at(late, '07:30')).toEqual(new Date('2023-09-01T07:30:00+07:00'));
  expect(at(late, '08:00', 1)).toEqual(new Date('2023-09-02T08:00:00+07:00'));
  expect(at(new Date('2023-09-01T00:00:00+07:00'), '20:00', -1)).toEqual(
    new Date('2023-08-31T20:00:00+07:00'),
  );
});

test('scenes are played by their time, and at the same moment as they were named', () => {
  const play = async () => {};
  const [first, second, third] = ['2023-09-02', '2023-09-01', '2023-09-02'].map((day, goals) =>
    scene(new Date(day), play, goals),
  );
  if (!first || !second || !third) throw new Error('three scenes');
  expect(inOrder([first, second, third])).toEqual([second, first, third]);
});

test('few people take their time, many have to hurry to be done in time', () => {
  expect(paceFor(70, 14)).toEqual([60, 900]);
  const [least, most] = paceFor(700, 14);
  expect(((least + most) / 2) * 700).toBeLessThan(14 * 3_600);
});
