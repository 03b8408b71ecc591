import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { CannotStart } from '../../../src/cannotStart.js';
import { checkGiven, withDatabase } from '../../../src/store/server/given.js';
import { testDatabase } from '../../support/database.js';

const refusal = async (uri: string): Promise<CannotStart> => {
  const error = await checkGiven(uri, 'cuocthi', 300).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(CannotStart);
  expect(inspect(error, { depth: null })).not.toContain('matkhau');
  return error;
};

test('a server that answers is used under the address that was given', async () => {
  const uri = await testDatabase();
  const { close, ...server } = await checkGiven(uri, 'cuocthi');
  expect(server).toEqual({ uri, kind: 'given', pid: null });
  await close();
});

test('a server that does not answer is named, and the password is not', async () => {
  const { key, values } = await refusal('mongodb://an:matkhau@127.0.0.1:1,127.0.0.1:2/cuocthi');
  expect({ key, values }).toEqual({
    key: 'operator.databaseUnreachable',
    values: { hosts: '127.0.0.1:1, 127.0.0.1:2' },
  });
});

test.each([
  'postgres://an:matkhau@127.0.0.1/cuocthi',
  'mongodb://an:matkhau/@127.0.0.1/cuocthi',
  'mongodb://an:matkhau@127.0.0.1:99999/cuocthi',
  'mongodb://an:matkhau@127.0.0.1/cuocthi?matkhau=1',
  'mongodb://',
])('the address %s is called wrong without being repeated', async (uri) => {
  const { key, values } = await refusal(uri);
  expect({ key, values }).toEqual({ key: 'operator.databaseAddressWrong', values: {} });
});

describe('an address without a database gets ours', () => {
  test.each([
    ['mongodb://may-chu', 'mongodb://may-chu/cuocthi'],
    ['mongodb://may-chu:27018/', 'mongodb://may-chu:27018/cuocthi'],
    ['mongodb://a,b/?replicaSet=rs', 'mongodb://a,b/cuocthi?replicaSet=rs'],
    ['mongodb://an:mk@may-chu/?w=1', 'mongodb://an:mk@may-chu/cuocthi?w=1&authSource=admin'],
    ['mongodb://an:mk@may-chu/?authSource=users', 'mongodb://an:mk@may-chu/cuocthi?authSource=users'],
    ['mongodb+srv://an:mk@may-chu.vn', 'mongodb+srv://an:mk@may-chu.vn/cuocthi?authSource=admin'],
    ['mongodb://may-chu/hoithi?w=1', 'mongodb://may-chu/hoithi?w=1'],
  ])('%s', (given, used) => {
    expect(withDatabase(given, 'cuocthi')).toBe(used);
  });
});
