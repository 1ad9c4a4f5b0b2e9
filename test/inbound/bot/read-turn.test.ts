import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTurn } from '../../../src/inbound/bot/read-turn.ts';
import {
  consentActivity,
  executeActivity,
  fileActivity,
  installActivity,
  messageActivity,
  submitActivity,
} from './activities.ts';

describe('reading a turn', () => {
  test('a message is its text', () => {
    expect(readTurn(messageActivity(' hei '))).toMatchObject({ kind: 'message', text: 'hei', clientLocale: 'nb' });
  });

  test('in a channel the mention of the bot is no part of the text', () => {
    const turn = readTurn(
      messageActivity('<at>Undring</at> hei', {
        conversation: { id: '19:x@thread.tacv2', conversationType: 'channel', tenantId: 't' },
        entities: [{ type: 'mention', text: '<at>Undring</at>', mentioned: { id: '28:bot' } }],
      }),
    );
    expect(turn).toMatchObject({ kind: 'message', text: 'hei', conversation: { kind: 'channel' } });
  });

  test('a file that is sent comes with its address; a text that is formatted, and a card that is quoted, are no files', () => {
    const read = (attachments: unknown) => readTurn(messageActivity('her', { attachments }));
    const info = 'application/vnd.microsoft.teams.file.download.info';
    const downloadUrl = 'https://fjordvik-my.sharepoint.com/a';
    expect(readTurn(fileActivity(downloadUrl))).toMatchObject({
      text: '',
      files: [{ downloadUrl }],
    });
    expect(read([{ contentType: info, name: 'a.xlsx', content: { downloadUrl: 7 } }])).toMatchObject({
      files: [{}],
    });
    expect(read([{ contentType: 'image/png' }, null, 'x', {}])).toMatchObject({ files: [{}] });
    const none = [
      { contentType: 'text/html', content: '<p>her</p>' },
      { contentType: 'application/vnd.microsoft.card.adaptive' },
    ];
    expect(read(none)).not.toHaveProperty('files');
    expect(read(Array.from({ length: 500 }, () => ({ contentType: 'image/png' })))).toMatchObject({
      files: { length: 20 },
    });
  });

  test('Action.Execute and its Action.Submit fallback are the same press through two doors', () => {
    const execute = readTurn(executeActivity('module.open', { moduleId: 'm' }));
    const submit = readTurn(submitActivity({ verb: 'module.open', moduleId: 'm' }));
    expect(execute).toMatchObject({
      kind: 'action',
      verb: 'module.open',
      data: { moduleId: 'm' },
      door: 'execute',
      replyToId: 'card-1',
    });
    expect(submit).toMatchObject({ kind: 'action', verb: 'module.open', data: { moduleId: 'm' }, door: 'submit' });
  });

  test('the answer to a question about a file is a press, with the verb that we sent and the place that Teams made', () => {
    const context = { verb: 'diploma.accept', moduleId: 'm', upload: 'ours', uploadInfo: 'ours' };
    const uploadInfo = { uploadUrl: 'https://x.sharepoint.com/up' };
    expect(readTurn(consentActivity({ action: 'accept', context, uploadInfo }))).toMatchObject({
      kind: 'action',
      verb: 'diploma.accept',
      data: { moduleId: 'm', upload: uploadInfo },
      door: 'consent',
      replyToId: 'question-1',
    });
    expect(readTurn(consentActivity({ action: 'decline', context: { verb: 'diploma.decline' } }))).toMatchObject({
      verb: 'diploma.decline',
      data: { upload: undefined },
    });
    for (const value of [{}, { context: null }, { context: { verb: 7 } }, { context: [] }]) {
      expect(readTurn(consentActivity(value))).toMatchObject({ kind: 'action', verb: '', door: 'consent' });
    }
  });

  test('an execute without a verb is still a press, so that it gets an answer', () => {
    expect(readTurn(executeActivity('x', null, { value: { nonsense: true } }))).toMatchObject({
      kind: 'action',
      verb: '',
    });
  });

  test('install and remove are told apart whatever their case', () => {
    expect(['add', 'Add', 'add-upgrade'].map((word) => readTurn(installActivity(word))?.kind)).toEqual([
      'installed',
      'installed',
      'installed',
    ]);
    expect(['remove', 'Remove'].map((word) => readTurn(installActivity(word))?.kind)).toEqual(['removed', 'removed']);
  });

  test('somebody from another tenant is a guest', () => {
    const turn = readTurn(messageActivity('hei', { from: { id: '29:x', aadObjectId: 'y', tenantId: 'elsewhere' } }));
    expect(turn?.from.isGuest).toBe(true);
  });

  test('a kind of event that we do not know is other, and what is no activity is nothing', () => {
    expect(readTurn(messageActivity('', { type: 'somethingNew' }))).toMatchObject({ kind: 'other' });
    for (const wrong of [undefined, null, [], 'x', { type: 'message' }, {}]) expect(readTurn(wrong)).toBeUndefined();
  });

  test('a chat whose kind is not known to be private is treated as shared', () => {
    const turn = readTurn(messageActivity('hei', { conversation: { id: 'x', conversationType: 'somethingNew' } }));
    expect(turn?.conversation.kind).toBe('group');
  });

  test('any JSON at all gives a turn or nothing, never an exception', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (value, from) => {
        readTurn(value);
        readTurn(messageActivity('x', { value, from }));
        readTurn(executeActivity('x', value, { entities: [value] }));
      }),
      { seed: 20261123 },
    );
  });
});
