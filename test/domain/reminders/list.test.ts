import { expect, test } from '@jest/globals';
import { remindersOf } from '../../../src/domain/reminders/list.js';
import { type Preset, preset } from '../../support/plans.js';

const listed = async (id: Preset) =>
  remindersOf(await preset(id)).map(
    ({ who, owes, window, before }) => `${who} ${owes} ${window} ${before.join(' ')}`,
  );

test('a plan’s own reminders come first, and the usual ones where it says nothing', async () => {
  expect(await listed('qn-2023')).toEqual([
    'contestant entry submission 7d 3d 1d 3h',
    'judge sheet judging 7d 3d 1d 3h',
    'unit_coordinator registration registration 7d 3d 1d 3h',
    'secretary engagement voting 1d 3h',
  ]);
});

test('where authors send there is no unit to chase, and where entries are sent back their authors are', async () => {
  expect(await listed('sl-2024')).toEqual([
    'contestant entry submission 7d 3d 1d 3h',
    'judge sheet judging 7d 3d 1d 3h',
    'secretary engagement voting 1d 3h',
    'unit_coordinator list registration 7d 3d 1d 3h',
    'contestant correction screening 1d 3h',
  ]);
});

test('a plan that says everything is left as it is', async () => {
  const { reminders } = await preset('qn-2026');
  expect(await listed('qn-2026')).toHaveLength(reminders.length);
});

test('a district that asks its coordinators for entries asks the teams as well', async () => {
  expect(await listed('binh-son-2023')).toEqual([
    'unit_coordinator entry submission 7d 3d 1d 3h',
    'organizer nomination selection 7d 3d 1d 3h',
    'unit_coordinator registration registration 7d 3d 1d 3h',
    'contestant entry submission 7d 3d 1d 3h',
    'judge sheet judging 7d 3d 1d 3h',
  ]);
});

test('no two of them have one id', async () => {
  const ids = remindersOf(await preset('binh-son-2023')).map(({ id }) => id);
  expect([new Set(ids).size, ids]).toEqual([
    ids.length,
    expect.arrayContaining(['entry', 'entry_contestant']),
  ]);
});
